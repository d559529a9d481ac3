package dk.borgermaaling.simulators.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates: a root, servers on localhost, and parties in the shape of OCES subjects. */
public final class Authority {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Clock REAL = Clock.systemUTC();
  private static final Duration VALID = Duration.ofDays(3 * 365);

  private static final Duration LISTED = Duration.ofDays(30);

  private Authority() {}

  /** A self-signed root. */
  public static Issued root() throws GeneralSecurityException {
    KeyPair pair = newPair();
    X500Name name = new X500Name("C=DK,O=Borgermåling demonstration,CN=Borgermåling root");
    X509Certificate certificate =
        issue(name, pair.getPublic(), name, pair.getPublic(), pair.getPrivate(), Purpose.ROOT);
    return new Issued(pair.getPrivate(), certificate, List.of(certificate));
  }

  /** For TLS on localhost, 127.0.0.1 and ::1. */
  public static Issued server(Issued root, String name) throws GeneralSecurityException {
    return under(root, new X500Name("C=DK,O=Borgermåling demonstration,CN=localhost"), name);
  }

  /** A function certificate: signs messages and shows itself in TLS. */
  public static Issued party(Issued root, String name) throws GeneralSecurityException {
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
    subject.addRDN(BCStyle.C, new DERPrintableString("DK"));
    subject.addRDN(BCStyle.O, new DERUTF8String("Borgermåling demonstration"));
    subject.addMultiValuedRDN(
        new ASN1ObjectIdentifier[] {BCStyle.CN, BCStyle.SERIALNUMBER},
        new ASN1Encodable[] {
          new DERUTF8String(name + " (funktionscertifikat)"),
          new DERPrintableString("UI:DK-O:G:" + UUID.randomUUID())
        });
    return under(root, subject.build(), name);
  }

  /** The root's complete list (CRL, RFC 5280) of this moment, in DER, good for thirty days. */
  static byte[] revocationList(Issued root, X509Certificate... revoked)
      throws GeneralSecurityException {
    Instant now = REAL.instant();
    JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root.certificate(), Date.from(now));
    list.setNextUpdate(Date.from(now.plus(LISTED)));
    for (X509Certificate one : revoked) {
      list.addCRLEntry(one.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
    }
    try {
      return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(root.key()))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException("a revocation list cannot be signed", e);
    }
  }

  private static Issued under(Issued root, X500Name subject, String name)
      throws GeneralSecurityException {
    KeyPair pair = newPair();
    Purpose purpose = name.equals("tls") ? Purpose.SERVER : Purpose.PARTY;
    X509Certificate certificate =
        issue(
            X500Name.getInstance(root.certificate().getSubjectX500Principal().getEncoded()),
            root.certificate().getPublicKey(),
            subject,
            pair.getPublic(),
            root.key(),
            purpose);
    return new Issued(pair.getPrivate(), certificate, List.of(certificate, root.certificate()));
  }

  private enum Purpose {
    ROOT,
    SERVER,
    PARTY
  }

  private static X509Certificate issue(
      X500Name issuer,
      PublicKey issuerKey,
      X500Name subject,
      PublicKey key,
      PrivateKey signer,
      Purpose purpose)
      throws GeneralSecurityException {
    Instant now = REAL.instant();
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(120, RANDOM).add(BigInteger.ONE),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(VALID)),
              subject,
              key);
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuerKey));
      boolean root = purpose == Purpose.ROOT;
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(
              root
                  ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                  : KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
      if (purpose == Purpose.SERVER) {
        builder.addExtension(Extension.subjectAlternativeName, false, localNames());
      }
      if (!root) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(
                new KeyPurposeId[] {
                  purpose == Purpose.SERVER
                      ? KeyPurposeId.id_kp_serverAuth
                      : KeyPurposeId.id_kp_clientAuth
                }));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer)));
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException("a certificate cannot be issued", e);
    }
  }

  private static GeneralNames localNames() {
    return new GeneralNames(
        new GeneralName[] {
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.iPAddress, "::1")
        });
  }

  private static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048, RANDOM);
    return generator.generateKeyPair();
  }

  /** The certificate as text (RFC 7468), with a line end. */
  public static String pem(X509Certificate certificate) throws GeneralSecurityException {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }
}
