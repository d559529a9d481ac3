package dk.borgermaaling.simulators.sts;

import static dk.borgermaaling.simulators.xml.Xml.escape;
import static dk.borgermaaling.simulators.xml.Xml.escapeText;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * The assertion of KOMBIT's attribute profile 1.0, as text. It is written in the very form that
 * exclusive canonicalisation would give it (default namespaces, attributes in canonical order, no
 * empty-element tags, no white space), so that its digest is the digest of the text.
 */
final class AssertionTemplate {
  static final String ISSUER = "https://saml.n2adgangsstyring.simulator.borgermaaling.dk/runtime";
  private static final String SIGNATURE_NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String BASIC = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

  private final TokenRequest request;
  private final Agreement agreement;
  private final String id;
  private final Instant from;
  private final Instant to;

  AssertionTemplate(
      TokenRequest request, Agreement agreement, String id, Instant from, Instant to) {
    this.request = request;
    this.agreement = agreement;
    this.id = id;
    this.from = from;
    this.to = to;
  }

  /** What is digested. */
  String unsigned() {
    return head() + tail();
  }

  /** With {@code Signature} after {@code Issuer}. */
  String signed(String signedInfo, String signatureValue, X509Certificate signer) {
    return head()
        + "<Signature xmlns=\""
        + SIGNATURE_NAMESPACE
        + "\">"
        + signedInfo.replace(" xmlns=\"" + SIGNATURE_NAMESPACE + "\"", "")
        + "<SignatureValue>"
        + signatureValue
        + "</SignatureValue><KeyInfo>"
        + x509Data(signer)
        + "</KeyInfo></Signature>"
        + tail();
  }

  /** What is signed. */
  String signedInfo(String digest) {
    String exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    return "<SignedInfo xmlns=\""
        + SIGNATURE_NAMESPACE
        + "\"><CanonicalizationMethod Algorithm=\""
        + exclusive
        + "\"></CanonicalizationMethod><SignatureMethod"
        + " Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></SignatureMethod>"
        + "<Reference URI=\"#"
        + id
        + "\"><Transforms><Transform"
        + " Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></Transform>"
        + "<Transform Algorithm=\""
        + exclusive
        + "\"></Transform></Transforms><DigestMethod"
        + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></DigestMethod><DigestValue>"
        + digest
        + "</DigestValue></Reference></SignedInfo>";
  }

  private String head() {
    return "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\""
        + id
        + "\" IssueInstant=\""
        + from
        + "\" Version=\"2.0\">"
        + "<Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">"
        + ISSUER
        + "</Issuer>";
  }

  private String tail() {
    return subject() + conditions() + attributes() + authentication() + "</Assertion>";
  }

  private String subject() {
    return "<Subject><NameID"
        + " Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName\">"
        + escapeText(subjectName(request.caller()))
        + "</NameID><SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:holder-of-key\">"
        + "<SubjectConfirmationData xmlns:a=\"http://www.w3.org/2001/XMLSchema-instance\""
        + window()
        + " Recipient=\""
        + escape(request.entityId())
        + "\" a:type=\"KeyInfoConfirmationDataType\"><KeyInfo xmlns=\""
        + SIGNATURE_NAMESPACE
        + "\">"
        + x509Data(request.caller())
        + "</KeyInfo></SubjectConfirmationData></SubjectConfirmation></Subject>";
  }

  private String conditions() {
    return "<Conditions"
        + window()
        + "><AudienceRestriction><Audience>"
        + escapeText(request.entityId())
        + "</Audience></AudienceRestriction></Conditions>";
  }

  private String window() {
    return " NotBefore=\"" + from + "\" NotOnOrAfter=\"" + to + "\"";
  }

  private String attributes() {
    return "<AttributeStatement>"
        + attribute("CvrNumberIdentifier", request.cvr())
        + attribute("AssuranceLevel", "3")
        + attribute("SpecVer", "DK-SAML-2.0")
        + attribute("KombitSpecVer", "1.0")
        + attribute("Privileges_intermediate", privileges())
        + "</AttributeStatement>";
  }

  private static String attribute(String name, String value) {
    return "<Attribute Name=\"dk:gov:saml:attribute:"
        + name
        + "\" NameFormat=\""
        + BASIC
        + "\"><AttributeValue>"
        + escapeText(value)
        + "</AttributeValue></Attribute>";
  }

  /** One group for each privilege, in no namespace below a prefixed root, as the real one does. */
  private String privileges() {
    StringBuilder list =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><bpp:PrivilegeList"
                + " xmlns:bpp=\"http://itst.dk/oiosaml/basic_privilege_profile\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    for (String role : agreement.roles()) {
      list.append("<PrivilegeGroup Scope=\"urn:dk:gov:saml:cvrNumberIdentifier:")
          .append(request.cvr())
          .append("\"><Privilege>")
          .append(escapeText(role))
          .append("</Privilege></PrivilegeGroup>");
    }
    list.append("</bpp:PrivilegeList>");
    return Base64.getEncoder().encodeToString(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String authentication() {
    return "<AuthnStatement AuthnInstant=\""
        + from
        + "\"><AuthnContext><AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509"
        + "</AuthnContextClassRef></AuthnContext></AuthnStatement>";
  }

  private static String x509Data(X509Certificate certificate) {
    return "<X509Data><X509Certificate>"
        + Thumbprint.base64(certificate)
        + "</X509Certificate></X509Data>";
  }

  private static String subjectName(X509Certificate certificate) {
    return certificate
        .getSubjectX500Principal()
        .getName("RFC1779", Map.of("2.5.4.5", "SERIALNUMBER"));
  }
}
