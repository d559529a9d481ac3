package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.certificates.Authority;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import dk.borgermaaling.simulators.certificates.Issued;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/** Certificates made once for all tests of a JVM, and strangers that nobody has registered. */
public final class TestCertificates {
  private static final Path DIR = make();

  private TestCertificates() {}

  public static Path dir() {
    return DIR;
  }

  public static KeyFile key(String name) {
    return KeyFile.read(DIR.resolve(name + ".p12"));
  }

  public static KeyStore trust() {
    return KeyFile.trust(DIR.resolve("trust.p12"));
  }

  /** A party under the demonstration's root that no registry knows. */
  public static Issued stranger() throws GeneralSecurityException {
    KeyFile root = key("root");
    return Authority.party(
        new Issued(root.key(), root.certificate(), List.of(root.certificate())), "stranger");
  }

  private static Path make() {
    try {
      Path dir = Files.createTempDirectory("certificates");
      CertificateMaker.writeMissing(dir);
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
