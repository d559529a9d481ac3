package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * An assertion as KOMBIT's token service writes it (default namespace, enveloped signature). Each
 * {@code with} gives another one; {@link #xml()} signs it.
 */
public final class TestToken {
  public static final String ROLE =
      "http://borgermaaling.dk/roles/servicesystemrole/register-case-events/1";
  public static final String AUDIENCE = "http://borgermaaling.dk/service/case-event/1";

  final String id = "_" + UUID.randomUUID();
  Identity issuer;
  Identity holder;
  String cvr;
  String role = ROLE;
  String audience = AUDIENCE;
  String method = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";
  String signatureMethod = XmlSigner.RSA_SHA256;
  String digestMethod = XmlSigner.SHA256;
  String constraint = "";
  Instant from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
  Duration lifetime = Duration.ofHours(8);
  UnaryOperator<String> edit = UnaryOperator.identity();

  private TestToken(Identity issuer, Identity holder, String cvr) {
    this.issuer = issuer;
    this.holder = holder;
    this.cvr = cvr;
  }

  public static TestToken issued(Identity issuer, Identity holder, String cvr) {
    return new TestToken(issuer, holder, cvr);
  }

  public TestToken role(String value) {
    role = value;
    return this;
  }

  public TestToken constraint(String value) {
    constraint = value;
    return this;
  }

  public TestToken audience(String value) {
    audience = value;
    return this;
  }

  public TestToken method(String value) {
    method = "urn:oasis:names:tc:SAML:2.0:cm:" + value;
    return this;
  }

  public TestToken valid(Instant start, Duration time) {
    from = start.truncatedTo(ChronoUnit.MILLIS);
    lifetime = time;
    return this;
  }

  public TestToken signedWith(String signature, String digest) {
    signatureMethod = signature;
    digestMethod = digest;
    return this;
  }

  /** Changes the XML before it is signed. */
  public TestToken edited(UnaryOperator<String> change) {
    edit = change;
    return this;
  }

  public String id() {
    return id;
  }

  public String xml() {
    String unsigned = edit.apply(template());
    var document = XmlSigner.parse(unsigned.replace("@@SIGNATURE@@", ""));
    var part =
        new XmlSigner.Part(
            "#" + id,
            XmlSigner.transform("http://www.w3.org/2000/09/xmldsig#enveloped-signature")
                + XmlSigner.excC14n(),
            document.getDocumentElement());
    String signature =
        XmlSigner.sign(
            List.of(part),
            issuer,
            signatureMethod,
            digestMethod,
            "<X509Data><X509Certificate>"
                + issuer.certificateBase64()
                + "</X509Certificate></X509Data>");
    return unsigned.replace("@@SIGNATURE@@", signature);
  }

  private String template() {
    Instant until = from.plus(lifetime);
    return """
        <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="%1$s" IssueInstant="%2$s" \
        Version="2.0"><Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">\
        https://sts.test</Issuer>@@SIGNATURE@@<Subject><NameID \
        Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">CN=caller, O=Test, \
        C=DK</NameID><SubjectConfirmation Method="%3$s"><SubjectConfirmationData \
        xmlns:a="http://www.w3.org/2001/XMLSchema-instance" a:type="KeyInfoConfirmationDataType" \
        NotBefore="%2$s" NotOnOrAfter="%4$s" Recipient="%5$s"><KeyInfo \
        xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%6$s\
        </X509Certificate></X509Data></KeyInfo></SubjectConfirmationData></SubjectConfirmation>\
        </Subject><Conditions NotBefore="%2$s" NotOnOrAfter="%4$s"><AudienceRestriction>\
        <Audience>%5$s</Audience></AudienceRestriction></Conditions><AttributeStatement>%7$s\
        </AttributeStatement><AuthnStatement AuthnInstant="%2$s"><AuthnContext>\
        <AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</AuthnContextClassRef>\
        </AuthnContext></AuthnStatement></Assertion>"""
        .formatted(id, from, method, until, audience, holder.certificateBase64(), attributes());
  }

  private String attributes() {
    return attribute("CvrNumberIdentifier", cvr)
        + attribute("AssuranceLevel", "3")
        + attribute("SpecVer", "DK-SAML-2.0")
        + attribute("KombitSpecVer", "1.0")
        + attribute(
            "Privileges_intermediate",
            Base64.getEncoder().encodeToString(privileges().getBytes(StandardCharsets.UTF_8)));
  }

  private String privileges() {
    return """
        <?xml version="1.0" encoding="UTF-8"?><bpp:PrivilegeList \
        xmlns:bpp="http://itst.dk/oiosaml/basic_privilege_profile"><PrivilegeGroup \
        Scope="urn:dk:gov:saml:cvrNumberIdentifier:%s"><Privilege>%s</Privilege>%s\
        </PrivilegeGroup></bpp:PrivilegeList>"""
        .formatted(cvr, role, constraint);
  }

  private static String attribute(String name, String value) {
    return """
        <Attribute Name="dk:gov:saml:attribute:%s" \
        NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic"><AttributeValue>%s\
        </AttributeValue></Attribute>"""
        .formatted(name, value);
  }
}
