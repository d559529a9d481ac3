package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.certificates.KeyFile;
import jakarta.json.JsonObject;
import java.security.KeyStore;
import java.util.function.Consumer;

/** What every simulator may use: settings, the two clocks, journals, keys, a way to the gateway. */
public record Surroundings(SimulatorSettings settings, StoryClock clock) {

  /** Opens a topic in the state folder; the caller closes it. */
  public Journal journal(String topic, Consumer<JsonObject> replay) {
    return Journal.open(settings.stateDir(), topic, replay);
  }

  /** The key store of one party: {@code sts}, {@code tls}, {@code beskedfordeler}, ... */
  public KeyFile key(String name) {
    return KeyFile.read(settings.certificatesDir().resolve(name + ".p12"));
  }

  /** Only the root certificate. */
  public KeyStore trust() {
    return KeyFile.trust(settings.certificatesDir().resolve("trust.p12"));
  }

  /** A client that shows no certificate. */
  public Gateway gateway() {
    return Gateway.withoutCertificate(trust());
  }

  /** A client that shows the certificate of this party. */
  public Gateway gatewayAs(String name) {
    return Gateway.withCertificate(key(name), trust());
  }
}
