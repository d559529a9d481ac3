package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.kernel.Causes;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the one named OCSP responder says, as last heard. A message only ever meets what is in
 * memory; a certificate that is new here is asked about in the background at once, one after the
 * other, and again at every refresh.
 */
final class OcspAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(OcspAnswers.class);
  private static final String SUBJECT = "the OCSP responder";
  private static final String ABOUT = "the OCSP responder's answer about ";
  private static final String MEDIA_TYPE = "application/ocsp-request";

  /** A responder that does not answer is not asked about the same certificate more often. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** One call after the other waits for its time limit then. */
  private static final int MOST_SILENT = 3;

  private static final int MOST_WAITING = 1_000;

  private final URI responder;
  private final Issuers issuers;
  private final Downloads downloads;
  private final Duration grace;
  private final Clock clock;
  private final Alarms alarms;
  private final Executor background;
  private final Map<X509Certificate, OcspAnswer> answers = new ConcurrentHashMap<>();
  private final Map<X509Certificate, Instant> asked = new ConcurrentHashMap<>();
  private final Set<X509Certificate> waiting = new LinkedHashSet<>();
  private boolean working;

  /**
   * @param background runs what waits for the responder
   */
  OcspAnswers(
      URI responder,
      Issuers issuers,
      Downloads downloads,
      Duration grace,
      Clock clock,
      Alarms alarms,
      Executor background) {
    this.responder = responder;
    this.issuers = issuers;
    this.downloads = downloads;
    this.grace = grace;
    this.clock = clock;
    this.alarms = alarms;
    this.background = background;
  }

  /** Asks what is in memory, and has the rest asked for. */
  Status of(X509Certificate certificate) {
    OcspAnswer answer = answers.get(certificate);
    Instant now = clock.instant();
    if (answer != null && answer.revoked()) {
      return Status.REVOKED;
    }
    if (issuers.of(certificate).isEmpty()) {
      return Status.UNKNOWN;
    }
    Status status = answer == null ? Status.UNKNOWN : Status.good(answer.freshUntil(), grace, now);
    if (status != Status.GOOD && isDue(certificate, now)) {
      askSoon(certificate);
    }
    return status;
  }

  /**
   * Asks about all of these, and forgets all others. Gives up for now when the responder does not
   * answer at all.
   */
  void refresh(Collection<X509Certificate> certificates) {
    Set<X509Certificate> known = Set.copyOf(certificates);
    answers.keySet().retainAll(known);
    asked.keySet().retainAll(known);
    alarms.retain(ABOUT, known.stream().map(OcspAnswers::about).collect(Collectors.toSet()));
    int silent = 0;
    for (X509Certificate certificate : certificates) {
      silent = ask(certificate) ? 0 : silent + 1;
      if (silent == MOST_SILENT) {
        return;
      }
    }
  }

  private boolean isDue(X509Certificate certificate, Instant now) {
    Instant last = asked.get(certificate);
    return last == null || !now.isBefore(last.plus(PAUSE));
  }

  private void askSoon(X509Certificate certificate) {
    synchronized (waiting) {
      if (waiting.size() >= MOST_WAITING || !waiting.add(certificate) || working) {
        return;
      }
      working = true;
    }
    try {
      background.execute(this::askWaiting);
    } catch (RejectedExecutionException e) { // the node stops, and nobody needs the answer
      synchronized (waiting) {
        working = false;
      }
    }
  }

  private void askWaiting() {
    for (X509Certificate next = next(); next != null; next = next()) {
      try {
        ask(next);
      } catch (RuntimeException e) { // the others must be asked about, whatever went wrong
        LOG.warn("{} was not asked: {}", SUBJECT, Causes.trace(e));
      }
    }
  }

  private @Nullable X509Certificate next() {
    synchronized (waiting) {
      Iterator<X509Certificate> all = waiting.iterator();
      if (!all.hasNext()) {
        working = false;
        return null;
      }
      X509Certificate next = all.next();
      all.remove();
      return next;
    }
  }

  /** Whether the responder answered, or need not have been asked. */
  private boolean ask(X509Certificate certificate) {
    Optional<X509Certificate> issuer = issuers.of(certificate);
    if (issuer.isEmpty()) {
      return true;
    }
    asked.put(certificate, clock.instant());
    byte[] response;
    try {
      byte[] request = OcspRequest.of(certificate, issuer.get());
      response = downloads.post(responder, MEDIA_TYPE, request);
      alarms.clear(SUBJECT);
    } catch (Unusable e) {
      alarms.raise(SUBJECT, e.reason());
      return false;
    }
    try {
      keep(certificate, OcspAnswer.verify(response, certificate, issuer.get(), clock.instant()));
      alarms.clear(about(certificate));
    } catch (Unusable e) {
      alarms.raise(about(certificate), e.reason());
    }
    return true;
  }

  private static String about(X509Certificate certificate) {
    return ABOUT + CertificateFile.name(certificate);
  }

  /** An old answer that is still in time must not take a newer one's place. */
  private void keep(X509Certificate certificate, OcspAnswer answer) {
    answers.merge(
        certificate,
        answer,
        (held, next) -> next.thisUpdate().isBefore(held.thisUpdate()) ? held : next);
  }
}
