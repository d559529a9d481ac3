package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Comparator;

/** One version of one entity of a case system. */
public record VersionKey(
    MunicipalityCode municipality, EventSource source, String entityId, int version)
    implements Comparable<VersionKey> {
  private static final Comparator<VersionKey> ORDER =
      Comparator.comparing(VersionKey::municipality)
          .thenComparing(VersionKey::source)
          .thenComparing(VersionKey::entityId)
          .thenComparingInt(VersionKey::version);

  public static VersionKey of(CaseEvent event) {
    return new VersionKey(event.municipality(), event.source(), event.entityId(), event.version());
  }

  @Override
  public int compareTo(VersionKey other) {
    return ORDER.compare(this, other);
  }
}
