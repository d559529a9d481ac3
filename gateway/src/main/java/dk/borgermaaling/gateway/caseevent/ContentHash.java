package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, without its id: equal for a repeat, different for a contradiction. The
 * citizen is in it by our own random id, so that no number can be guessed from it. SHA-256 as
 * hexadecimal text.
 */
public record ContentHash(String value) {
  public static ContentHash of(CaseEvent event, CitizenId citizen, @Nullable CitizenId formerly) {
    return of(
        VersionKey.of(event),
        event.withdrawn(),
        event.occurredAt(),
        citizen,
        event.targetGroup(),
        event.course(),
        event.happening(),
        formerly);
  }

  /** Of a withdrawal, which repeats what it takes back. */
  public static ContentHash of(StoredCaseEvent told, Withdrawal withdrawal, Instant occurredAt) {
    return of(
        new VersionKey(told.municipality(), told.source(), told.entityId(), withdrawal.version()),
        true,
        occurredAt,
        told.citizen(),
        told.targetGroup(),
        told.course(),
        told.happening(),
        told.formerly());
  }

  private static ContentHash of(
      VersionKey key,
      boolean withdrawn,
      Instant occurredAt,
      CitizenId citizen,
      @Nullable TargetGroupCode targetGroup,
      Course course,
      Happening happening,
      @Nullable CitizenId formerly) {
    String content =
        String.join(
            "\n",
            key.toString(),
            Boolean.toString(withdrawn),
            occurredAt.toString(),
            citizen.toString(),
            String.valueOf(targetGroup),
            course.toString(),
            happening.toString(),
            String.valueOf(formerly));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new ContentHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
