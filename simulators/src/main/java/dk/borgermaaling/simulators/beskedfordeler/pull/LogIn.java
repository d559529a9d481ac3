package dk.borgermaaling.simulators.beskedfordeler.pull;

import dk.borgermaaling.simulators.sts.AssertionCheck;
import dk.borgermaaling.simulators.sts.Registry;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter: the holder of an assertion of our STS for this service, in force now, shown on a
 * connection with the holder's own certificate, with an agreement for the municipality.
 */
public final class LogIn {
  private static final Logger LOG = Logger.getLogger(LogIn.class.getName());
  private final AssertionCheck check;
  private final Registry registry;
  private final Clock real;
  private final AtomicInteger letIn = new AtomicInteger();

  public LogIn(X509Certificate sts, Registry registry, Clock real) {
    this.check = new AssertionCheck(sts);
    this.registry = registry;
    this.real = real;
  }

  /**
   * The municipality's CVR; empty when the response is refused.
   *
   * @param shown subject of the certificate in TLS
   */
  Optional<String> cvr(byte[] response, @Nullable Principal shown) {
    try {
      AssertionCheck.Facts facts = check.read(response);
      String fault = faultOf(facts, shown);
      if (fault.isEmpty()) {
        letIn.incrementAndGet();
        return Optional.of(facts.cvr());
      }
      LOG.info(() -> "BeskedHent refuses a log-in: " + fault);
    } catch (AssertionCheck.InvalidAssertion e) {
      LOG.info(() -> "BeskedHent refuses a log-in: " + e.getMessage());
    }
    return Optional.empty();
  }

  int letIn() {
    return letIn.get();
  }

  private String faultOf(AssertionCheck.Facts facts, @Nullable Principal shown) {
    Instant now = real.instant();
    if (now.isBefore(facts.notBefore()) || !now.isBefore(facts.end())) {
      return "the assertion is not in force";
    }
    if (!facts.audience().equals(Registry.PULL)) {
      return "the assertion is for another service";
    }
    if (!facts.holder().getSubjectX500Principal().equals(shown)) {
      return "the certificate of the connection is not the holder's";
    }
    boolean agreed =
        registry
            .system(facts.holder())
            .flatMap(system -> registry.agreement(system, Registry.PULL, facts.cvr()))
            .isPresent();
    return agreed ? "" : "no agreement for this municipality";
  }
}
