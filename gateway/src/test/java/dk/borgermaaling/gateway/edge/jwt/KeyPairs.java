package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Token services with keys of other kinds and sizes than {@link Identity} makes. */
final class KeyPairs {
  private KeyPairs() {}

  /** Valid for a day from an hour ago, whoever made the key. */
  static Identity tokenService(Identity authority, String algorithm, int bits) {
    Instant from = Instant.now().minus(Duration.ofHours(1));
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      var builder =
          new JcaX509v3CertificateBuilder(
              authority.certificate(),
              BigInteger.TEN,
              Date.from(from),
              Date.from(from.plus(Duration.ofDays(1))),
              new X500Name("CN=token service,O=Test,C=DK"),
              pair.getPublic());
      var signer = new JcaContentSignerBuilder("SHA256withRSA").build(authority.key());
      return new Identity(
          new JcaX509CertificateConverter().getCertificate(builder.build(signer)),
          pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
