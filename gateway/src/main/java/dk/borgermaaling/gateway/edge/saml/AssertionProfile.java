package dk.borgermaaling.gateway.edge.saml;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.xml.Dom;
import dk.borgermaaling.gateway.edge.xml.Names;
import dk.borgermaaling.gateway.edge.xml.SignatureProfile;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a token must say beyond being signed by the token service: OIO SAML Profile for Identity
 * Tokens 1.1 and KOMBIT Attribut Profil 1.0, holder-of-key only.
 */
public final class AssertionProfile {
  private static final String HOLDER_OF_KEY = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";
  private static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";
  private static final String CVR = "dk:gov:saml:attribute:CvrNumberIdentifier";
  private static final String ASSURANCE_LEVEL = "dk:gov:saml:attribute:AssuranceLevel";
  private static final String PRIVILEGES = "dk:gov:saml:attribute:Privileges_intermediate";

  private final TokenSettings settings;

  public AssertionProfile(TokenSettings settings) {
    this.settings = settings;
  }

  /** Checks the token and gives the certificate of its holder. */
  public X509Certificate holder(Element assertion, Instant now) {
    checkShape(assertion);
    checkConditions(assertion, now);
    Element subject = Dom.only(assertion, Names.SAML, "Subject");
    Element confirmation = Dom.only(subject, Names.SAML, "SubjectConfirmation");
    if (!HOLDER_OF_KEY.equals(confirmation.getAttribute("Method"))) {
      throw Refusal.notTrusted("the token is not holder-of-key");
    }
    Element data = Dom.only(confirmation, Names.SAML, "SubjectConfirmationData");
    checkWindow(data, now);
    if (data.hasAttribute("Recipient")
        && !settings.audience().equals(data.getAttribute("Recipient"))) {
      throw Refusal.notTrusted("the token is for another recipient");
    }
    Element keyInfo = Dom.only(data, Names.DS, "KeyInfo");
    Element x509 = Dom.only(Dom.only(keyInfo, Names.DS, "X509Data"), Names.DS, "X509Certificate");
    return certificate(Dom.text(x509), now);
  }

  /** The caller as the token describes it. */
  public Caller caller(Element assertion, X509Certificate holder) {
    Map<String, Element> attributes = attributes(assertion);
    value(attributes, ASSURANCE_LEVEL);
    String cvr = value(attributes, CVR);
    if (!cvr.matches("[0-9]{8}")) {
      throw Refusal.notTrusted("the token's CVR");
    }
    Cvr authority = new Cvr(cvr);
    Set<String> roles =
        attributes.containsKey(PRIVILEGES)
            ? Privileges.granted(value(attributes, PRIVILEGES), authority)
            : Set.of();
    return new Caller(authority, Thumbprint.of(holder), roles);
  }

  private static void checkShape(Element assertion) {
    if (!"2.0".equals(assertion.getAttribute("Version"))) {
      throw Refusal.notTrusted("the token's version");
    }
    Element issuer = Dom.only(assertion, Names.SAML, "Issuer");
    if (issuer.hasAttribute("Format") && !ENTITY.equals(issuer.getAttribute("Format"))) {
      throw Refusal.notTrusted("the format of the token's issuer");
    }
    Dom.only(assertion, Names.SAML, "AttributeStatement");
    Dom.only(assertion, Names.SAML, "AuthnStatement");
    if (Dom.atMostOne(assertion, Names.SAML, "AuthzDecisionStatement") != null) {
      throw Refusal.notTrusted("a statement that the profile does not know");
    }
  }

  private void checkConditions(Element assertion, Instant now) {
    Instant issued = Dom.instant(assertion.getAttribute("IssueInstant"));
    Element conditions = Dom.only(assertion, Names.SAML, "Conditions");
    Instant notBefore = Dom.instant(conditions.getAttribute("NotBefore"));
    Instant notOnOrAfter = Dom.instant(conditions.getAttribute("NotOnOrAfter"));
    checkWindow(conditions, now);
    if (issued.isAfter(now.plus(settings.limits().clockSkew()))) {
      throw Refusal.notTrusted("the token is from the future");
    }
    Instant start = issued.isBefore(notBefore) ? issued : notBefore;
    if (settings.limits().exceededBy(start, notOnOrAfter)) {
      throw Refusal.notTrusted("the token lives too long");
    }
    Element restriction = Dom.only(conditions, Names.SAML, "AudienceRestriction");
    if (Dom.children(conditions).size() != 1) {
      throw Refusal.notTrusted("a condition that the profile does not know");
    }
    Element audience = Dom.only(restriction, Names.SAML, "Audience");
    if (!settings.audience().equals(Dom.text(audience))) {
      throw Refusal.notTrusted("the token is for another audience");
    }
  }

  private void checkWindow(Element element, Instant now) {
    if (element.hasAttribute("NotBefore")
        && Dom.instant(element.getAttribute("NotBefore"))
            .isAfter(now.plus(settings.limits().clockSkew()))) {
      throw Refusal.notTrusted("the token is not valid yet");
    }
    if (element.hasAttribute("NotOnOrAfter")
        && !now.isBefore(Dom.instant(element.getAttribute("NotOnOrAfter")))) {
      throw Refusal.notTrusted("the token has expired");
    }
  }

  private static X509Certificate certificate(String base64, Instant now) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      if (now.isBefore(certificate.getNotBefore().toInstant())
          || now.isAfter(certificate.getNotAfter().toInstant())) {
        throw Refusal.notTrusted("the holder's certificate is not valid now");
      }
      SignatureProfile.checkKey(certificate.getPublicKey());
      return certificate;
    } catch (CertificateException | IllegalArgumentException e) {
      throw Refusal.notTrusted("the holder's certificate cannot be read");
    }
  }

  private static Map<String, Element> attributes(Element assertion) {
    Element statement = Dom.only(assertion, Names.SAML, "AttributeStatement");
    Map<String, Element> found = new HashMap<>();
    for (Element attribute : Dom.children(statement, Names.SAML, "Attribute")) {
      if (found.put(attribute.getAttribute("Name"), attribute) != null) {
        throw Refusal.notTrusted("an attribute twice");
      }
    }
    return found;
  }

  private static String value(Map<String, Element> attributes, String name) {
    Element attribute = attributes.get(name);
    if (attribute == null) {
      throw Refusal.notTrusted("a token without " + name);
    }
    return Dom.text(Dom.only(attribute, Names.SAML, "AttributeValue"));
  }
}
