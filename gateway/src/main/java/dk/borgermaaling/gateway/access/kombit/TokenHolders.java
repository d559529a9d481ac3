package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.TokenHolder.HttpLimits;
import dk.borgermaaling.gateway.edge.KeyStoreFile;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.CertificateFile;
import dk.borgermaaling.gateway.edge.trust.FileContents;
import dk.borgermaaling.gateway.edge.trust.OwnCertificate;
import dk.borgermaaling.gateway.edge.trust.Reloading;
import dk.borgermaaling.gateway.edge.trust.Unusable;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * The function certificate in force, out of files that can change while the gateway runs. Whoever
 * calls takes it once for a whole call, tokens included, so that a change fails no call.
 */
public final class TokenHolders implements OwnCertificate {
  private static final String SUBJECT = "the function certificate";
  private final Reloading<TokenHolder> files;

  private TokenHolders(Reloading<TokenHolder> files) {
    this.files = files;
  }

  /**
   * Reads two PKCS12 files; the password of {@code name.p12} stands in {@code name.password} beside
   * it. {@link #look()} reads them again.
   *
   * @param keyStore exactly one RSA key with its certificate
   * @param trustStore certificates of the authorities whose servers are trusted
   * @param clock real time
   * @throws IllegalStateException when the files cannot be used
   */
  public static TokenHolders read(
      Path keyStore, Path trustStore, HttpLimits limits, Clock clock, Alarms alarms) {
    return new TokenHolders(
        new Reloading<>(
            SUBJECT,
            List.of(
                keyStore,
                KeyStoreFile.passwordOf(keyStore),
                trustStore,
                KeyStoreFile.passwordOf(trustStore)),
            new Maker(keyStore, trustStore, limits, clock),
            alarms));
  }

  /**
   * Looks whether the files have changed. What cannot be used raises an alarm and changes nothing.
   */
  public void look() {
    files.look();
  }

  public TokenHolder inForce() {
    return files.current();
  }

  @Override
  public String role() {
    return SUBJECT;
  }

  @Override
  public X509Certificate certificate() {
    return inForce().certificate().certificate();
  }

  private record Maker(Path keyStore, Path trustStore, HttpLimits limits, Clock clock)
      implements Reloading.Maker<TokenHolder> {
    @Override
    public TokenHolder make(FileContents contents) throws Unusable {
      KeyStoreFile keys = CertificateFile.store(keyStore, contents);
      KeyStoreFile trust = CertificateFile.store(trustStore, contents);
      return TokenHolder.of(FunctionCertificate.of(keys, trust), limits);
    }

    @Override
    public void checkReplacement(TokenHolder next) throws Unusable {
      next.certificate().key().requireValid(clock.instant());
    }
  }
}
