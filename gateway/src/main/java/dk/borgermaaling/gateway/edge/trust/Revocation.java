package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings.Mode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses revoked certificates of token services and of callers, signed or by mutual TLS, and those
 * that the operator refuses. Lists and answers come from the addresses in the settings, in the
 * background, never from an address that a certificate names; a message is judged by what is in
 * memory. Revoked is final as long as the issuer's last word says so, however old it is.
 */
public final class Revocation {
  private static final String SUBJECT = "revocation of the ";
  private static final String TOKEN_SERVICE = "token service";
  private static final String CALLER = "caller";

  /** OCES and other public authorities have lists of some megabytes at most. */
  private static final int LARGEST_LIST = 32 << 20;

  private static final Duration LONGEST_FETCH = Duration.ofSeconds(15);

  private final Mode mode;
  private final RefusedCertificates refused;
  private final TokenServices tokenServices;
  private final Issuers issuers;
  private final KnownCallers callers;
  private final RevocationLists lists;
  private final @Nullable OcspAnswers answers;
  private final Alarms alarms;

  /**
   * @param refused certificates that pass in no mode, because the operator says so
   * @param issuers whose word counts
   * @param clock real time
   * @param background runs a question to the OCSP responder about a certificate that is new here
   */
  public Revocation(
      RevocationSettings settings,
      RefusedCertificates refused,
      TokenServices tokenServices,
      Issuers issuers,
      Clock clock,
      Alarms alarms,
      Executor background) {
    this.mode = settings.mode();
    this.refused = refused;
    this.tokenServices = tokenServices;
    this.issuers = issuers;
    this.callers = new KnownCallers(clock);
    this.alarms = alarms;
    Downloads downloads = new Downloads(LONGEST_FETCH, LARGEST_LIST);
    this.lists =
        new RevocationLists(
            settings.crlSources(), issuers, downloads, settings.grace(), clock, alarms);
    Optional<OcspAnswers> ocsp =
        settings
            .ocspResponder()
            .map(
                responder ->
                    new OcspAnswers(
                        responder,
                        issuers,
                        downloads,
                        settings.grace(),
                        clock,
                        alarms,
                        background));
    this.answers = ocsp.orElse(null);
    if (mode != Mode.OFF && issuers.certificates().isEmpty()) {
      throw RevocationSettings.needed(mode);
    }
  }

  /** Refuses a token whose issuer's certificate is revoked or refused. */
  public void requireTokenService(X509Certificate issuer) {
    require(TOKEN_SERVICE, issuer);
  }

  /** Refuses a caller that has proved its key and whose certificate is revoked or refused. */
  public void requireCaller(X509Certificate caller) {
    callers.note(caller);
    require(CALLER, caller);
  }

  /**
   * A caller that settings name: its revocation and expiry are followed before it has called, so
   * that its first call finds an answer.
   */
  public void expect(X509Certificate caller) {
    callers.note(caller);
    if (mode != Mode.OFF && answers != null) {
      answers.of(caller);
    }
  }

  /** Asks all sources again and waits for them; not for the path of a message. */
  public void refresh() {
    if (mode == Mode.OFF) {
      return;
    }
    lists.refresh();
    if (answers != null) {
      answers.refresh(all());
    }
    Set<String> subjects = new HashSet<>();
    tokenServices.certificates().forEach(one -> subjects.add(tell(TOKEN_SERVICE, one)));
    callers.certificates().forEach(one -> subjects.add(tell(CALLER, one)));
    alarms.retain(SUBJECT, subjects);
  }

  /** Callers that have been here in the last thirty days. */
  List<X509Certificate> callers() {
    return callers.certificates();
  }

  List<X509Certificate> issuers() {
    return issuers.certificates();
  }

  private List<X509Certificate> all() {
    List<X509Certificate> all = new ArrayList<>(tokenServices.certificates());
    all.addAll(callers.certificates());
    return all.stream().distinct().toList();
  }

  private void require(String role, X509Certificate certificate) {
    if (refused.contain(certificate)) {
      throw Refusal.notTrusted("the operator refuses the " + role + "'s certificate");
    }
    if (mode == Mode.OFF) {
      return;
    }
    Status status = status(certificate);
    tell(role, certificate, status);
    if (status == Status.REVOKED) {
      throw Refusal.notTrusted("the " + role + "'s certificate is revoked");
    }
    if (status == Status.UNKNOWN && mode == Mode.HARD) {
      throw Refusal.notTrusted("nobody says whether the " + role + "'s certificate is revoked");
    }
  }

  private Status status(X509Certificate certificate) {
    Status listed = lists.of(certificate);
    return listed == Status.REVOKED || answers == null
        ? listed
        : listed.and(answers.of(certificate));
  }

  private String tell(String role, X509Certificate certificate) {
    return tell(role, certificate, status(certificate));
  }

  /** Raises or clears the alarm of a certificate, and gives the alarm's subject. */
  private String tell(String role, X509Certificate certificate, Status status) {
    String subject = SUBJECT + role + " " + CertificateFile.name(certificate);
    switch (status) {
      case GOOD -> alarms.clear(subject);
      case REVOKED -> alarms.raise(subject, "it is revoked, and refused");
      case STALE -> alarms.raise(subject, "the answer is out of date; it still counts");
      case UNKNOWN ->
          alarms.raise(
              subject,
              mode == Mode.HARD
                  ? "nobody says whether it is revoked; it is refused"
                  : "nobody says whether it is revoked; it passes");
    }
    return subject;
  }
}
