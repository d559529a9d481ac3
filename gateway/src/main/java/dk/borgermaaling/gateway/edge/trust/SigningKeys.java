package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The key with which the gateway signs its answers (funktionscertifikat), out of a PKCS#12 file
 * that can change while the gateway runs. Whoever answers takes the key in force once and signs the
 * whole answer with it, so that a change fails no call.
 */
public final class SigningKeys {
  private final Reloading<SigningKey> file;

  private SigningKeys(Reloading<SigningKey> file) {
    this.file = file;
  }

  /**
   * Reads the file; {@link #look()} reads it again.
   *
   * @param p12 exactly one RSA key with its certificate; the password stands beside it
   * @param clock real time
   * @throws IllegalStateException when the file cannot be used
   */
  public static SigningKeys read(Path p12, Clock clock, Alarms alarms) {
    return new SigningKeys(
        new Reloading<>(
            "the key that signs answers",
            List.of(p12, KeyStoreFile.passwordOf(p12)),
            new Maker(p12, clock),
            alarms));
  }

  /**
   * Looks whether the file has changed. What cannot be used raises an alarm and changes nothing; a
   * key whose certificate is not valid yet takes over at the first look after it is.
   */
  public void look() {
    file.look();
  }

  public SigningKey inForce() {
    return file.current();
  }

  /** A start takes an expired certificate too, for alarms stop no traffic; a change does not. */
  private record Maker(Path p12, Clock clock) implements Reloading.Maker<SigningKey> {
    @Override
    public SigningKey make(FileContents contents) throws Unusable {
      return SigningKey.of(CertificateFile.store(p12, contents));
    }

    @Override
    public void checkReplacement(SigningKey next) throws Unusable {
      next.requireValid(clock.instant());
    }
  }
}
