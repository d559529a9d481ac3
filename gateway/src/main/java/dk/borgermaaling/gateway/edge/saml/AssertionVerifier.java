package dk.borgermaaling.gateway.edge.saml;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.xml.Dom;
import dk.borgermaaling.gateway.edge.xml.Names;
import dk.borgermaaling.gateway.edge.xml.SignatureProfile;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/** Verifies an assertion that comes by itself, as it does to the REST token endpoint. */
public final class AssertionVerifier {
  private final Supplier<List<X509Certificate>> tokenServices;

  /**
   * @param tokenServices the certificates that may sign tokens now
   */
  public AssertionVerifier(Supplier<List<X509Certificate>> tokenServices) {
    this.tokenServices = tokenServices;
  }

  /**
   * What a verified assertion says.
   *
   * @param caller whose certificate is the one that whoever shows the assertion must prove to hold
   * @param issuer the certificate by which the token service has signed
   * @param audience the service that it is meant for
   * @param end when the assertion ends, exclusive
   */
  public record Verified(Caller caller, Thumbprint issuer, String audience, Instant end) {}

  /**
   * Verifies the signature and what the assertion says.
   *
   * @param xml the assertion in UTF-8
   * @param services the assertion must be meant for one of them
   */
  public Verified verify(byte[] xml, List<TokenSettings> services, Instant now) {
    Element assertion = AssertionReader.read(xml);
    Element signature = Dom.only(assertion, Names.DS, "Signature");
    String id = assertion.getAttribute("ID");
    SignatureProfile.checkAssertion(signature, id);
    X509Certificate issuer = issuer(signature, now);
    checkSignature(assertion, signature, issuer);
    Element conditions = Dom.only(assertion, Names.SAML, "Conditions");
    TokenSettings service = meant(conditions, services);
    AssertionProfile profile = new AssertionProfile(service);
    X509Certificate holder = profile.holder(assertion, now);
    Instant end = Dom.instant(conditions.getAttribute("NotOnOrAfter"));
    return new Verified(
        profile.caller(assertion, holder), Thumbprint.of(issuer), service.audience(), end);
  }

  private static TokenSettings meant(Element conditions, List<TokenSettings> services) {
    Element restriction = Dom.only(conditions, Names.SAML, "AudienceRestriction");
    String audience = Dom.text(Dom.only(restriction, Names.SAML, "Audience"));
    return services.stream()
        .filter(service -> service.audience().equals(audience))
        .findFirst()
        .orElseThrow(() -> Refusal.notTrusted("the token is for another audience"));
  }

  private X509Certificate issuer(Element signature, Instant now) {
    Element keyInfo = Dom.only(signature, Names.DS, "KeyInfo");
    Element data = Dom.only(keyInfo, Names.DS, "X509Data");
    String told = Dom.text(Dom.only(data, Names.DS, "X509Certificate"));
    X509Certificate certificate = certificate(told);
    if (!tokenServices.get().contains(certificate)) {
      throw Refusal.notTrusted("the token is not from a token service that we trust");
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())
        || now.isAfter(certificate.getNotAfter().toInstant())) {
      throw Refusal.notTrusted("the token service's certificate is not valid now");
    }
    SignatureProfile.checkKey(certificate.getPublicKey());
    return certificate;
  }

  private static X509Certificate certificate(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | IllegalArgumentException e) {
      throw Refusal.notTrusted("the token service's certificate cannot be read");
    }
  }

  /** Only the assertion itself is known by an id here, so that a reference means it or nothing. */
  private static void checkSignature(Element assertion, Element signature, X509Certificate issuer) {
    boolean holds;
    try {
      DOMValidateContext context = new DOMValidateContext(issuer.getPublicKey(), signature);
      context.setProperty("org.jcp.xml.dsig.secureValidation", true);
      context.setIdAttributeNS(assertion, null, "ID");
      holds =
          XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
    } catch (MarshalException | XMLSignatureException | RuntimeException e) {
      // The JDK throws what it likes at a signature that is none.
      throw Refusal.notTrusted("the token's signature cannot be read");
    }
    if (!holds) {
      throw Refusal.notTrusted("the token's signature");
    }
  }
}
