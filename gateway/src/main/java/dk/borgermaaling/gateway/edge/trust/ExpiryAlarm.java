package dk.borgermaaling.gateway.edge.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Warns of certificates that the edge depends on before they expire: the gateway's own, those of
 * the token services and of the issuers, and of callers that have been here in the last thirty
 * days. It is a warning alone and stops nothing.
 */
public final class ExpiryAlarm {
  private static final String SUBJECT = "expiry of the ";
  private static final String NOBODY = "the token services";

  private final Trust trust;
  private final List<OwnCertificate> own;
  private final Duration warning;
  private final Clock clock;
  private final Alarms alarms;

  /**
   * @param own the gateway's certificates besides the one that it signs answers with
   * @param warning how long before its end a certificate is warned of
   * @param clock real time
   */
  public ExpiryAlarm(
      Trust trust, List<OwnCertificate> own, Duration warning, Clock clock, Alarms alarms) {
    if (warning.isNegative()) {
      throw new IllegalArgumentException("gateway.trust.expiry-warning must not be negative");
    }
    this.trust = trust;
    this.own = List.copyOf(own);
    this.warning = warning;
    this.clock = clock;
    this.alarms = alarms;
  }

  /** Raises and clears alarms; the log has each once a day, with the days that are left. */
  public void look() {
    SortedMap<String, Instant> ends = ends();
    Instant now = clock.instant();
    ends.forEach(
        (name, end) -> {
          if (now.plus(warning).isBefore(end)) {
            alarms.clear(SUBJECT + name);
          } else {
            alarms.raise(SUBJECT + name, text(end, now));
          }
        });
    Set<String> subjects =
        ends.keySet().stream().map(name -> SUBJECT + name).collect(Collectors.toSet());
    alarms.retain(SUBJECT, subjects);
    if (trust.tokenServices().inForce().isEmpty()) {
      alarms.raise(NOBODY, "none has a certificate that is valid now; no token is accepted");
    } else {
      alarms.clear(NOBODY);
    }
  }

  /**
   * Whole days until each certificate expires, by what it is and the beginning of its thumbprint;
   * negative afterwards.
   */
  public SortedMap<String, Long> daysLeft() {
    Instant now = clock.instant();
    SortedMap<String, Long> days = new TreeMap<>();
    ends().forEach((name, end) -> days.put(name, days(now, end)));
    return days;
  }

  private SortedMap<String, Instant> ends() {
    SortedMap<String, Instant> ends = new TreeMap<>();
    add(ends, "gateway's key ", trust.signingKeys().inForce().certificate());
    own.forEach(one -> add(ends, one.role() + " ", one.certificate()));
    trust.tokenServices().certificates().forEach(one -> add(ends, "token service ", one));
    trust.revocation().issuers().forEach(one -> add(ends, "issuer ", one));
    trust.revocation().callers().forEach(one -> add(ends, "caller ", one));
    return ends;
  }

  private static void add(
      SortedMap<String, Instant> ends, String role, X509Certificate certificate) {
    ends.put(role + CertificateFile.name(certificate), certificate.getNotAfter().toInstant());
  }

  private static String text(Instant end, Instant now) {
    return now.isAfter(end)
        ? "it has expired at " + end
        : "%d days are left, until %s".formatted(days(now, end), end);
  }

  private static long days(Instant now, Instant end) {
    return Math.floorDiv(Duration.between(now, end).toSeconds(), Duration.ofDays(1).toSeconds());
  }
}
