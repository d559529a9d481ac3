package dk.borgermaaling.gateway.edge.soap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A signed SOAP message, written as text. What each method changes is changed before signing,
 * except {@link #tampered}.
 */
public final class RawMessage {
  static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String ACTION = "http://borgermaaling.dk/contract/case-event/1/registerCaseEvents";
  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String SAML_PROFILE =
      "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1";

  private final TestToken token;
  private final String body;
  private Identity signer;
  private String assertion;
  private String soap = SOAP;
  private String to;
  private String action = ACTION;
  private String messageId = "urn:uuid:" + UUID.randomUUID();
  private Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private Duration lifetime = Duration.ofMinutes(5);
  private String signatureMethod = XmlSigner.RSA_SHA256;
  private String digestMethod = XmlSigner.SHA256;
  private String keyInfo;
  private @Nullable SignatureShape shape;
  private boolean plainAssertionReference;
  private final List<String> signed =
      new ArrayList<>(List.of("body", "ts", "action", "mid", "to", "reply", "str"));
  private UnaryOperator<String> edit = UnaryOperator.identity();
  private UnaryOperator<String> tamper = UnaryOperator.identity();

  private RawMessage(TestToken token, String to, String body) {
    this.token = token;
    this.signer = token.holder;
    this.assertion = token.xml();
    this.to = "<wsa:To wsu:Id=\"to\">" + to + "</wsa:To>";
    this.body = body;
    this.keyInfo = samlReference("");
  }

  public static RawMessage of(TestToken token, String to, String body) {
    return new RawMessage(token, to, body);
  }

  /** As Serviceplatformen's callers write it: SOAP 1.1 with a signed Framework header. */
  public RawMessage liberty(String framework) {
    return soap(SOAP_11)
        .edited(
            xml ->
                xml.replace(
                    "<wsa:ReplyTo",
                    "<sbf:Framework xmlns:sbf=\""
                        + framework
                        + "\" xmlns:sbp=\"urn:liberty:sb:profile\""
                        + " sbp:profile=\"urn:liberty:sb:profile:basic\" version=\"2.0\""
                        + " wsu:Id=\"framework\"/><wsa:ReplyTo"))
        .alsoSigning("framework");
  }

  /** The other version of SOAP than the message has. */
  RawMessage otherSoap() {
    return soap(soap.equals(SOAP) ? SOAP_11 : SOAP);
  }

  public RawMessage signer(Identity value) {
    signer = value;
    return this;
  }

  public RawMessage assertion(UnaryOperator<String> change) {
    assertion = change.apply(assertion);
    return this;
  }

  public RawMessage soap(String namespace) {
    soap = namespace;
    return this;
  }

  public RawMessage to(String address) {
    to = "<wsa:To wsu:Id=\"to\">" + address + "</wsa:To>";
    return this;
  }

  public RawMessage withoutTo() {
    to = "";
    return notSigning("to");
  }

  public RawMessage action(String value) {
    action = value;
    return this;
  }

  public RawMessage messageId(String value) {
    messageId = value;
    return this;
  }

  public RawMessage created(Instant value, Duration time) {
    created = value.truncatedTo(ChronoUnit.MILLIS);
    lifetime = time;
    return this;
  }

  public RawMessage signedWith(String signature, String digest) {
    signatureMethod = signature;
    digestMethod = digest;
    return this;
  }

  /** Gives a signed part another id. */
  RawMessage renamedId(String from, String to) {
    signed.replaceAll(id -> id.equals(from) ? to : id);
    return edited(xml -> xml.replace("wsu:Id=\"" + from + "\"", "wsu:Id=\"" + to + "\""));
  }

  /** Makes the signature in another shape. */
  RawMessage shaped(UnaryOperator<SignatureShape> change) {
    shape = change.apply(new SignatureShape());
    return this;
  }

  /** Writes another KeyInfo. */
  RawMessage keyInfo(UnaryOperator<String> change) {
    keyInfo = change.apply(keyInfo);
    return this;
  }

  /** Puts a certificate into the header and lets the signature point to it. */
  public RawMessage keyFromCertificate(Identity identity) {
    keyInfo =
        """
        <wsse:SecurityTokenReference xmlns:wsse="%swssecurity-secext-1.0.xsd"><wsse:Reference \
        URI="#bst" ValueType="%sx509-token-profile-1.0#X509v3"/></wsse:SecurityTokenReference>"""
            .formatted(WSS, WSS);
    String bst =
        """
        <wsse:BinarySecurityToken wsu:Id="bst" \
        EncodingType="%ssoap-message-security-1.0#Base64Binary" \
        ValueType="%sx509-token-profile-1.0#X509v3">%s</wsse:BinarySecurityToken>"""
            .formatted(WSS, WSS, identity.certificateBase64());
    signed.add("bst");
    return edited(xml -> xml.replace("@@SIGNATURE@@", bst + "@@SIGNATURE@@"));
  }

  public RawMessage notSigning(String... ids) {
    signed.removeAll(List.of(ids));
    return this;
  }

  public RawMessage alsoSigning(String id) {
    signed.add(id);
    return this;
  }

  /** Signs the assertion by its own id, as CXF's client does besides the STR-Transform. */
  public RawMessage plainAssertionReference() {
    plainAssertionReference = true;
    return this;
  }

  public RawMessage edited(UnaryOperator<String> change) {
    UnaryOperator<String> before = edit;
    edit = xml -> change.apply(before.apply(xml));
    return this;
  }

  /** Changes the message after it was signed. */
  public RawMessage tampered(UnaryOperator<String> change) {
    tamper = change;
    return this;
  }

  public String id() {
    return messageId;
  }

  public byte[] bytes() {
    return xml().getBytes(StandardCharsets.UTF_8);
  }

  public String xml() {
    String unsigned = edit.apply(template());
    return tamper.apply(unsigned.replace("@@SIGNATURE@@", signature(unsigned)));
  }

  /** The signature element over the message, for those who want to put it elsewhere. */
  String signature(String unsigned) {
    Document document = XmlSigner.parse(unsigned.replace("@@SIGNATURE@@", ""));
    List<XmlSigner.Part> parts = new ArrayList<>();
    for (String id : signed) {
      if (id.equals("str")) {
        parts.add(new XmlSigner.Part("#str", strTransform(), XmlSigner.byId(document, token.id)));
      } else {
        Element element = XmlSigner.byId(document, id);
        parts.add(
            shape == null
                ? new XmlSigner.Part("#" + id, XmlSigner.excC14n(), element)
                : new XmlSigner.Part(
                    "#" + id,
                    shape.transforms(),
                    element,
                    shape.partC14n,
                    shape.inclusivePrefixes));
      }
    }
    if (plainAssertionReference) {
      parts.add(
          new XmlSigner.Part(
              "#" + token.id, XmlSigner.excC14n(), XmlSigner.byId(document, token.id)));
    }
    if (shape != null) {
      return XmlSigner.sign(parts, signer, shape, keyInfo);
    }
    return XmlSigner.sign(parts, signer, signatureMethod, digestMethod, keyInfo);
  }

  private static String strTransform() {
    return """
        <Transform Algorithm="%ssoap-message-security-1.0#STR-Transform">\
        <wsse:TransformationParameters xmlns:wsse="%swssecurity-secext-1.0.xsd">\
        <CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>\
        </wsse:TransformationParameters></Transform>"""
        .formatted(WSS, WSS);
  }

  private String samlReference(String attributes) {
    return """
        <wsse:SecurityTokenReference xmlns:wsse="%swssecurity-secext-1.0.xsd"%s \
        xmlns:wsse11="http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd" \
        wsse11:TokenType="%s#SAMLV2.0"><wsse:KeyIdentifier ValueType="%s#SAMLID">%s\
        </wsse:KeyIdentifier></wsse:SecurityTokenReference>"""
        .formatted(WSS, attributes, SAML_PROFILE, SAML_PROFILE, token.id);
  }

  private String template() {
    return """
        <s:Envelope xmlns:s="%1$s" xmlns:wsa="http://www.w3.org/2005/08/addressing" \
        xmlns:wsu="%2$swssecurity-utility-1.0.xsd"><s:Header><wsa:Action wsu:Id="action">%3$s\
        </wsa:Action><wsa:MessageID wsu:Id="mid">%4$s</wsa:MessageID>%5$s<wsa:ReplyTo \
        wsu:Id="reply"><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address>\
        </wsa:ReplyTo><wsse:Security xmlns:wsse="%2$swssecurity-secext-1.0.xsd" \
        s:mustUnderstand="1"><wsu:Timestamp wsu:Id="ts"><wsu:Created>%6$s</wsu:Created>\
        <wsu:Expires>%7$s</wsu:Expires></wsu:Timestamp>%8$s%9$s@@SIGNATURE@@</wsse:Security>\
        </s:Header><s:Body wsu:Id="body">%10$s</s:Body></s:Envelope>"""
        .formatted(
            soap,
            WSS,
            action,
            messageId,
            to,
            created,
            created.plus(lifetime),
            assertion,
            samlReference(" wsu:Id=\"str\""),
            body);
  }
}
