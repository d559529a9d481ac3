package dk.borgermaaling.gateway.edge.wiring;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import dk.borgermaaling.gateway.kernel.Causes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes digests and signatures: the JDK, or in front of it the Amazon Corretto Crypto
 * Provider, which is native code. It is the whole server's, TLS included.
 */
@ApplicationScoped
public class CryptoProviderWiring {
  private static final Logger LOG = LoggerFactory.getLogger(CryptoProviderWiring.class);
  private static final int FIRST = 1;

  /** Values of the setting. */
  public enum Choice {
    JDK,
    CORRETTO
  }

  /** Before anything is signed or digested; the JDK stays when the other is not as it should be. */
  void start(
      @Observes @Priority(5) Startup event,
      @ConfigProperty(name = "gateway.edge.crypto-provider", defaultValue = "JDK") Choice choice) {
    chosen(choice, CryptoProviderWiring::corretto)
        .ifPresent(
            provider -> {
              Security.insertProviderAt(provider, FIRST);
              LOG.info("{} {} comes before the JDK", provider.getName(), provider.getVersionStr());
            });
  }

  /** The class loader ends with the application, and another start brings another one. */
  void stop(@Observes Shutdown event) {
    Provider first = Security.getProviders()[0];
    if (first.getClass().getClassLoader() == getClass().getClassLoader()) {
      Security.removeProvider(first.getName());
    }
  }

  /** What is to come before the JDK, when it is there and works. */
  static Optional<Provider> chosen(Choice choice, Supplier<Provider> corretto) {
    if (choice == Choice.JDK) {
      return Optional.empty();
    }
    try {
      return Optional.of(corretto.get());
    } catch (LinkageError | RuntimeException e) {
      LOG.warn(
          "THE CORRETTO CRYPTO PROVIDER IS ASKED FOR AND CANNOT BE USED: signatures are computed by"
              + " the JDK, more slowly (gateway.edge.crypto-provider): {}",
          Causes.trace(e));
      return Optional.empty();
    }
  }

  /**
   * Loads native code and tries it with known answers.
   *
   * @throws LinkageError when the jar is not in the deployable
   * @throws RuntimeException when the machine is of another kind, or an answer is wrong
   */
  static Provider corretto() {
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    provider.assertHealthy();
    if (provider.runSelfTests() != SelfTestStatus.PASSED) {
      throw new IllegalStateException("its self-tests do not pass");
    }
    return provider;
  }
}
