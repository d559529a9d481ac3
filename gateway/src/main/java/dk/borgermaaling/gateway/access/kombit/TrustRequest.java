package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.edge.trust.SigningKey;
import dk.borgermaaling.gateway.edge.xml.Names;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.xml.XMLConstants;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A WS-Trust 1.3 request in KOMBIT's shape, signed with the function certificate: the certificate
 * itself, body, timestamp and all WS-Addressing headers.
 */
final class TrustRequest {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
  private static final List<String> ADDRESSING = List.of("Action", "MessageID", "ReplyTo", "To");

  private static final String TEMPLATE =
      """
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing"><s:Header>\
      <wsa:Action>http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue</wsa:Action><wsa:MessageID/>\
      <wsa:ReplyTo><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo><wsa:To/></s:Header>\
      <s:Body><wst:RequestSecurityToken xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512">\
      <wst:TokenType>http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0</wst:TokenType>\
      <wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>\
      <wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"><wsa:EndpointReference><wsa:Address/></wsa:EndpointReference></wsp:AppliesTo>\
      <wst:Claims Dialect="http://docs.oasis-open.org/wsfed/authorization/200706/authclaims">\
      <auth:ClaimType xmlns:auth="http://docs.oasis-open.org/wsfed/authorization/200706" Uri="dk:gov:saml:attribute:CvrNumberIdentifier" Optional="false"><auth:Value/></auth:ClaimType></wst:Claims>\
      <wst:KeyType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey</wst:KeyType>\
      </wst:RequestSecurityToken></s:Body></s:Envelope>""";

  private final String messageId;
  private final byte[] xml;

  private TrustRequest(String messageId, byte[] xml) {
    this.messageId = messageId;
    this.xml = xml;
  }

  /** What the answer relates to. */
  String messageId() {
    return messageId;
  }

  byte[] xml() {
    return xml;
  }

  static TrustRequest signed(TokenKey key, URI endpoint, Clock clock) {
    String messageId = "urn:uuid:" + UUID.randomUUID();
    try {
      Element envelope = unsigned(key, endpoint, messageId);
      sign(envelope.getOwnerDocument(), key.holder().certificate().key(), clock);
      return new TrustRequest(messageId, XmlBytes.of(envelope));
    } catch (UnsafeXml | WSSecurityException | IOException | UnsupportedCallbackException e) {
      throw new IllegalStateException("a request to the STS cannot be signed", e);
    }
  }

  private static Element unsigned(TokenKey key, URI endpoint, String messageId) throws UnsafeXml {
    Element envelope = SafeXml.parse(TEMPLATE.getBytes(StandardCharsets.UTF_8));
    fill(envelope, messageId, "Header", "MessageID");
    fill(envelope, endpoint.toString(), "Header", "To");
    Element request = SafeXml.at(envelope, "Body", "RequestSecurityToken").orElseThrow();
    fill(request, key.entityId(), "AppliesTo", "EndpointReference", "Address");
    fill(request, key.authority().value(), "Claims", "ClaimType", "Value");
    addCertificate(request, "UseKey", key.holder().certificate().certificate());
    key.onBehalfOf().ifPresent(other -> addCertificate(request, "OnBehalfOf", other));
    return envelope;
  }

  private static void fill(Element start, String text, String... path) {
    SafeXml.at(start, path).orElseThrow().setTextContent(text);
  }

  /** KOMBIT takes a certificate in this form alone, not as the KeyInfo of WS-Trust's examples. */
  private static void addCertificate(Element request, String name, X509Certificate certificate) {
    Document document = request.getOwnerDocument();
    Element holder = document.createElementNS(request.getNamespaceURI(), "wst:" + name);
    Element token = document.createElementNS(Names.WSSE, "wsse:BinarySecurityToken");
    // A canonical form writes only what stands there as an attribute.
    token.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsse", Names.WSSE);
    token.setAttribute("EncodingType", WSConstants.SOAPMESSAGE_NS + "#Base64Binary");
    token.setAttribute("ValueType", WSConstants.X509TOKEN_NS + "#X509v3");
    token.setTextContent(FunctionCertificate.oneLine(certificate));
    request.appendChild(holder).appendChild(token);
  }

  private static void sign(Document document, SigningKey key, Clock clock)
      throws WSSecurityException, IOException, UnsupportedCallbackException {
    WSSecHeader header = new WSSecHeader(document);
    header.insertSecurityHeader();
    WSSecTimestamp timestamp = new WSSecTimestamp(header);
    timestamp.setTimeToLive((int) TIME_TO_LIVE.toSeconds());
    timestamp.setWsTimeSource(clock::instant);
    timestamp.build();
    WSSecSignature signature = new WSSecSignature(header);
    signature.setUserInfo(key.alias(), password(key));
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setSignatureAlgorithm(Names.RSA_SHA256);
    signature.setDigestAlgo(Names.SHA256);
    signature.setAddInclusivePrefixes(false);
    signature.prepare(key.crypto());
    signature.prependBSTElementToHeader();
    signature.computeSignature(signature.addReferencesToSign(parts(signature)), false, null);
  }

  private static List<WSEncryptionPart> parts(WSSecSignature signature) {
    List<WSEncryptionPart> parts = new ArrayList<>();
    parts.add(new WSEncryptionPart("Body", Names.SOAP, "Element"));
    parts.add(new WSEncryptionPart("Timestamp", Names.WSU, "Element"));
    ADDRESSING.forEach(name -> parts.add(new WSEncryptionPart(name, Names.WSA, "Element")));
    WSEncryptionPart certificate = new WSEncryptionPart(signature.getBSTTokenId());
    certificate.setElement(signature.getBinarySecurityTokenElement());
    parts.add(certificate);
    return parts;
  }

  private static String password(SigningKey key) throws IOException, UnsupportedCallbackException {
    WSPasswordCallback asked = new WSPasswordCallback(key.alias(), WSPasswordCallback.SIGNATURE);
    key.password().handle(new Callback[] {asked});
    return asked.getPassword();
  }
}
