package dk.borgermaaling.gateway.edge.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The CRLs of the named sources, as last fetched. What cannot be used leaves the one held. */
final class RevocationLists {
  private static final String SUBJECT = "the revocation list of ";
  private final List<URI> sources;
  private final Issuers issuers;
  private final Downloads downloads;
  private final Duration grace;
  private final Clock clock;
  private final Alarms alarms;
  private final Map<URI, RevocationList> held = new ConcurrentHashMap<>();

  RevocationLists(
      List<URI> sources,
      Issuers issuers,
      Downloads downloads,
      Duration grace,
      Clock clock,
      Alarms alarms) {
    this.sources = List.copyOf(sources);
    this.issuers = issuers;
    this.downloads = downloads;
    this.grace = grace;
    this.clock = clock;
    this.alarms = alarms;
  }

  /** Asks what is in memory. */
  Status of(X509Certificate certificate) {
    List<RevocationList> lists =
        held.values().stream().filter(list -> list.covers(certificate)).toList();
    if (lists.stream().anyMatch(list -> list.revokes(certificate))) {
      return Status.REVOKED;
    }
    if (lists.isEmpty() || issuers.of(certificate).isEmpty()) {
      return Status.UNKNOWN;
    }
    Instant now = clock.instant();
    return lists.stream()
        .map(list -> Status.good(list.nextUpdate(), grace, now))
        .reduce(Status.UNKNOWN, Status::and);
  }

  /** Fetches all again, one after the other. */
  void refresh() {
    for (URI source : sources) {
      try {
        RevocationList next = RevocationList.read(downloads.get(source), issuers, clock.instant());
        RevocationList before = held.get(source);
        if (before != null) {
          next.requireSuccessorOf(before);
        }
        held.put(source, next);
        tellAge(source, next);
      } catch (Unusable e) {
        alarms.raise(SUBJECT + source, e.reason() + untilWhen(held.get(source)));
      }
    }
  }

  private void tellAge(URI source, RevocationList list) {
    if (clock.instant().isAfter(list.nextUpdate())) {
      alarms.raise(SUBJECT + source, "it is out of date" + untilWhen(list));
    } else {
      alarms.clear(SUBJECT + source);
    }
  }

  private String untilWhen(@Nullable RevocationList list) {
    return list == null
        ? "; there is none"
        : "; the one held counts until " + list.nextUpdate().plus(grace);
  }
}
