package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A revocation list that an authority of a test signs; each method changes one thing. */
final class Crl {
  private final Identity issuer;
  private final List<Identity> revoked = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private Identity signer;
  private String algorithm = "SHA256withRSA";
  private Instant thisUpdate;
  private @Nullable Instant nextUpdate;

  private Crl(Identity issuer, Instant now) {
    this.issuer = issuer;
    this.signer = issuer;
    this.thisUpdate = now.minus(Duration.ofHours(1));
    this.nextUpdate = now.plus(Duration.ofHours(12));
  }

  /** Of an hour ago, good for twelve hours from now. */
  static Crl by(Identity issuer, Instant now) {
    return new Crl(issuer, now);
  }

  Crl revoking(Identity... identities) {
    revoked.addAll(List.of(identities));
    return this;
  }

  Crl signedBy(Identity other) {
    signer = other;
    return this;
  }

  Crl algorithm(String name) {
    algorithm = name;
    return this;
  }

  Crl valid(Instant from, @Nullable Instant until) {
    thisUpdate = from;
    nextUpdate = until;
    return this;
  }

  Crl with(ASN1ObjectIdentifier type, ASN1Encodable value) {
    try {
      extensions.add(Extension.create(type, true, value));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    try {
      var builder = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(thisUpdate));
      if (nextUpdate != null) {
        builder.setNextUpdate(Date.from(nextUpdate));
      }
      for (Identity one : revoked) {
        builder.addCRLEntry(
            one.certificate().getSerialNumber(), Date.from(thisUpdate), CRLReason.keyCompromise);
      }
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
      var signing = new JcaContentSignerBuilder(algorithm);
      if (algorithm.endsWith("MGF1")) {
        signing.setProvider(new BouncyCastleProvider()); // the JDK has PSS under another name
      }
      return builder.build(signing.build(signer.key())).getEncoded();
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static DistributionPointName point(String uri) {
    return new DistributionPointName(
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
  }

  /** What a certificate says of where its list is. */
  static Extension pointsOfCertificate(String... uris) {
    DistributionPoint[] points = new DistributionPoint[uris.length];
    for (int i = 0; i < uris.length; i++) {
      points[i] = new DistributionPoint(point(uris[i]), null, null);
    }
    try {
      return Extension.create(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
