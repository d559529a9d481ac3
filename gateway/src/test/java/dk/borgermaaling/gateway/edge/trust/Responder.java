package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An OCSP responder of a test's authority, made of a library that the gateway does not have. */
final class Responder {
  private final Identity authority;
  private final Set<Identity> revoked = new HashSet<>();
  private Identity signer;
  private boolean knowsNothing;
  private Instant thisUpdate;
  private @Nullable Instant nextUpdate;

  Responder(Identity authority, Instant now) {
    this.authority = authority;
    this.signer = authority;
    this.thisUpdate = now;
    this.nextUpdate = now.plus(Duration.ofHours(4));
  }

  Responder revoking(Identity one) {
    revoked.add(one);
    return this;
  }

  Responder signedBy(Identity other) {
    signer = other;
    return this;
  }

  Responder knowsNothing() {
    knowsNothing = true;
    return this;
  }

  Responder valid(Instant from, @Nullable Instant until) {
    thisUpdate = from;
    nextUpdate = until;
    return this;
  }

  /** Answers a request for one certificate, which must name the authority. */
  byte[] answer(byte[] request) {
    try {
      CertificateID asked = new OCSPReq(request).getRequestList()[0].getCertID();
      if (!asked.matchesIssuer(
          new JcaX509CertificateHolder(authority.certificate()),
          new BcDigestCalculatorProvider())) {
        throw new IllegalStateException("the request names another issuer");
      }
      BasicOCSPRespBuilder builder =
          new BasicOCSPRespBuilder(
              new RespID(
                  X500Name.getInstance(
                      signer.certificate().getSubjectX500Principal().getEncoded())));
      builder.addResponse(
          asked,
          status(asked),
          Date.from(thisUpdate),
          nextUpdate == null ? null : Date.from(nextUpdate));
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(
                  new JcaContentSignerBuilder("SHA256withRSA").build(signer.key()),
                  new X509CertificateHolder[] {new JcaX509CertificateHolder(signer.certificate())},
                  Date.from(thisUpdate)))
          .getEncoded();
    } catch (IOException
        | OCSPException
        | OperatorCreationException
        | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it says when it will not say anything. */
  static byte[] tryLater() {
    try {
      return new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable CertificateStatus status(CertificateID asked) {
    if (knowsNothing) {
      return new UnknownStatus();
    }
    boolean isRevoked =
        revoked.stream()
            .anyMatch(one -> one.certificate().getSerialNumber().equals(asked.getSerialNumber()));
    return isRevoked
        ? new RevokedStatus(
            Date.from(thisUpdate.minus(Duration.ofDays(1))), CRLReason.keyCompromise)
        : CertificateStatus.GOOD;
  }
}
