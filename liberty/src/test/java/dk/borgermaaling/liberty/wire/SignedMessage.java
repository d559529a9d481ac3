package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.simulators.caller.CallerSettings;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A message as a caller without CXF and WSS4J writes it: text, signed by the JDK's own XML
 * signature. The assertion is signed by reference to its id, which every library understands, not
 * through the STR-Transform of WS-Security.
 */
final class SignedMessage {
  private static final String ACTION =
      "http://borgermaaling.dk/contract/case-event/1/registerCaseEvents";
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String UTILITY = WSS + "wssecurity-utility-1.0.xsd";
  private static final String SECURITY = WSS + "wssecurity-secext-1.0.xsd";
  private static final String SAML_PROFILE =
      "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String FRAMEWORK =
      """
      <sbf:Framework xmlns:sbf="%s" xmlns:sbp="urn:liberty:sb:profile" \
      sbp:profile="urn:liberty:sb:profile:basic" version="2.0" s:mustUnderstand="1" \
      wsu:Id="framework"/>""";
  private static final List<String> PARTS = List.of("body", "ts", "action", "mid", "to", "reply");

  private final String id = "urn:uuid:" + UUID.randomUUID();
  private final String text;

  /**
   * @param more ids of signed parts beside the usual ones
   */
  private SignedMessage(
      KeyFile holder, Function<SignedMessage, String> template, List<String> more) {
    Document document = Xml.parse(template.apply(this));
    sign(document, holder, more);
    text = Xml.write(document);
  }

  /** With the caller's own token and key. */
  static SignedMessage of(Wire wire, String body) {
    return by("caller", wire, body);
  }

  /** With the party's own token and key. */
  static SignedMessage by(String party, Wire wire, String body) {
    String token = Token.of(wire, party, CallerSettings.AUDIENCE);
    return new SignedMessage(
        wire.key(party), message -> message.template(wire.soap(), token, body), List.of());
  }

  /**
   * The same in Liberty's profile: SOAP 1.1.
   *
   * @param framework namespace of the Framework header
   */
  static SignedMessage liberty(Wire wire, String framework, String body) {
    String token = Token.forTheCaller(wire);
    return new SignedMessage(
        wire.key("caller"),
        message ->
            message
                .template(wire.liberty(), token, body)
                .replace(SOAP_12, "http://schemas.xmlsoap.org/soap/envelope/")
                .replace("<wsse:Security ", FRAMEWORK.formatted(framework) + "<wsse:Security "),
        List.of("framework"));
  }

  /** The wsa:MessageID. */
  String id() {
    return id;
  }

  String text() {
    return text;
  }

  private void sign(Document document, KeyFile holder, List<String> more) {
    Element security = Xml.only(document, SECURITY, "Security");
    Element assertion = Xml.only(document, "urn:oasis:names:tc:SAML:2.0:assertion", "Assertion");
    DOMSignContext context = new DOMSignContext(holder.key(), security);
    context.setDefaultNamespacePrefix("ds");
    context.setIdAttributeNS(assertion, null, "ID");
    for (Element part : Xml.withAttribute(document, UTILITY, "Id")) {
      context.setIdAttributeNS(part, UTILITY, "Id");
    }
    List<String> signed = new ArrayList<>(PARTS);
    signed.addAll(more);
    signed.add(assertion.getAttribute("ID"));
    try {
      XMLSignatureFactory xml = XMLSignatureFactory.getInstance("DOM");
      KeyInfo key =
          xml.getKeyInfoFactory()
              .newKeyInfo(
                  List.of(new DOMStructure(reference(document, assertion.getAttribute("ID")))));
      xml.newXMLSignature(signedInfo(xml, signed), key).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("the JDK does not sign", e);
    }
    Element value =
        Xml.child(
            Xml.child(security, XMLSignature.XMLNS, "Signature"),
            XMLSignature.XMLNS,
            "SignatureValue");
    value.setTextContent(value.getTextContent().replaceAll("\\s", ""));
  }

  private static SignedInfo signedInfo(XMLSignatureFactory xml, List<String> ids)
      throws GeneralSecurityException {
    List<Reference> references = new ArrayList<>();
    for (String id : ids) {
      references.add(
          xml.newReference(
              "#" + id,
              xml.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  xml.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null));
    }
    return xml.newSignedInfo(
        xml.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        xml.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
        references);
  }

  private static Element reference(Document document, String assertionId) {
    Element reference = Xml.parse(samlReference(assertionId)).getDocumentElement();
    return (Element) document.importNode(reference, true);
  }

  private static String samlReference(String assertionId) {
    return """
        <wsse:SecurityTokenReference xmlns:wsse="%1$s" \
        xmlns:wsse11="http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd" \
        wsse11:TokenType="%2$s#SAMLV2.0"><wsse:KeyIdentifier ValueType="%2$s#SAMLID">%3$s\
        </wsse:KeyIdentifier></wsse:SecurityTokenReference>"""
        .formatted(SECURITY, SAML_PROFILE, assertionId);
  }

  private String template(URI to, String assertion, String body) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return """
        <s:Envelope xmlns:s="%s" \
        xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:wsu="%s"><s:Header>\
        <wsa:Action wsu:Id="action">%s</wsa:Action><wsa:MessageID wsu:Id="mid">%s\
        </wsa:MessageID><wsa:To wsu:Id="to">%s</wsa:To><wsa:ReplyTo wsu:Id="reply">\
        <wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo>\
        <wsse:Security xmlns:wsse="%s" s:mustUnderstand="1"><wsu:Timestamp wsu:Id="ts">\
        <wsu:Created>%s</wsu:Created><wsu:Expires>%s</wsu:Expires></wsu:Timestamp>%s\
        </wsse:Security></s:Header><s:Body wsu:Id="body">%s</s:Body></s:Envelope>"""
        .formatted(
            SOAP_12, UTILITY, ACTION, id, to, SECURITY, now, now.plusSeconds(300), assertion, body);
  }
}
