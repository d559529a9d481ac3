package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.KeyStoreFile;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A made-up certificate with its key, as somebody in a test holds it. */
public record Identity(X509Certificate certificate, PrivateKey key) {
  private static final char[] PASSWORD = "made-up".toCharArray();

  /** A certificate authority that signed itself. */
  public static Identity authority(String name) {
    return issue(null, name, Instant.now(), Duration.ofDays(30));
  }

  /** A function certificate from this authority, valid from yesterday for a month. */
  public Identity issue(String name) {
    return issue(this, name, Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30));
  }

  /** A function certificate whose validity ended an hour ago. */
  public Identity issueExpired(String name) {
    Duration day = Duration.ofDays(1);
    return issue(this, name, Instant.now().minus(day).minus(Duration.ofHours(1)), day);
  }

  /** A certificate from this authority, with extensions besides the usual one. */
  public Identity issue(String name, Instant from, Duration valid, Extension... extensions) {
    return issue(this, name, from, valid, extensions);
  }

  public String certificateBase64() {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A store in memory that holds this key under the alias. */
  public KeyStoreFile store(String alias) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(alias, key, PASSWORD, new Certificate[] {certificate});
      return new KeyStoreFile(store, PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Identity issue(
      @Nullable Identity issuer,
      String name,
      Instant from,
      Duration valid,
      Extension... extensions) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      X500Name subject = new X500Name("CN=" + name + ",O=Test,C=DK");
      X500Name by =
          issuer == null
              ? subject
              : X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
      var builder =
          new JcaX509v3CertificateBuilder(
              by,
              BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)),
              Date.from(from),
              Date.from(from.plus(valid)),
              subject,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer == null));
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      var signer =
          new JcaContentSignerBuilder("SHA256withRSA")
              .build(issuer == null ? pair.getPrivate() : issuer.key);
      return new Identity(
          new JcaX509CertificateConverter().getCertificate(builder.build(signer)),
          pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }
}
