package dk.borgermaaling.simulators.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateMakerTest {
  private static final List<String> NAMES =
      List.of(
          "tls",
          "sts",
          "gateway",
          "caller",
          "signer",
          "portal",
          "fasit",
          "beskedfordeler",
          "revoked");

  @Test
  void every_party_gets_a_key_under_the_root_and_keeps_it_at_the_next_start(@TempDir Path dir)
      throws Exception {
    CertificateMaker.writeMissing(dir);
    KeyFile root = KeyFile.read(dir.resolve("root.p12"));
    for (String name : NAMES) {
      KeyFile.read(dir.resolve(name + ".p12"))
          .certificate()
          .verify(root.certificate().getPublicKey());
      assertThat(dir.resolve(name + ".pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
    }
    assertThat(KeyFile.trust(dir.resolve("trust.p12")).size()).isEqualTo(1);
    assertThat(KeyFile.trust(dir.resolve("sts-trust.p12")).getCertificate("sts"))
        .isEqualTo(KeyFile.read(dir.resolve("sts.p12")).certificate());

    Files.delete(dir.resolve("caller.p12"));
    byte[] before = Files.readAllBytes(dir.resolve("gateway.p12"));
    CertificateMaker.writeMissing(dir);
    assertThat(Files.readAllBytes(dir.resolve("gateway.p12"))).isEqualTo(before);
    assertThat(dir.resolve("caller.p12")).exists();
  }

  @Test
  void one_party_stands_on_the_roots_list_which_is_of_the_last_start(@TempDir Path dir)
      throws Exception {
    CertificateMaker.writeMissing(dir);
    X509CRL first = list(dir);
    CertificateMaker.writeMissing(dir);
    X509CRL second = list(dir);
    second.verify(KeyFile.read(dir.resolve("root.p12")).certificate().getPublicKey());
    assertThat(second.getThisUpdate()).isAfterOrEqualTo(first.getThisUpdate());
    assertThat(second.getNextUpdate()).isAfter(second.getThisUpdate());
    for (String name : NAMES) {
      assertThat(second.isRevoked(KeyFile.read(dir.resolve(name + ".p12")).certificate()))
          .as(name)
          .isEqualTo(name.equals("revoked"));
    }
  }

  private static X509CRL list(Path dir) throws Exception {
    try (InputStream der = Files.newInputStream(dir.resolve("root.crl"))) {
      return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(der);
    }
  }

  @Test
  void only_the_owner_can_read_the_files(@TempDir Path dir) throws Exception {
    CertificateMaker.writeMissing(dir);
    try (var files = Files.list(dir)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }
}
