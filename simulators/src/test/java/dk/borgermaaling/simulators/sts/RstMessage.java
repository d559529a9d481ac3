package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.certificates.Issued;
import dk.borgermaaling.simulators.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/** A signed request that can be made wrong in one place. */
final class RstMessage {
  private final Issued signer;
  String entityId = Registry.CASE_EVENT;
  List<String> cvrs = List.of("29189641");
  boolean claimValueInNoNamespace;
  String signatureAlgorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  String unsignedHeader = "";
  int timeToLive = 300;
  String to;
  final String messageId = "urn:uuid:" + UUID.randomUUID();

  RstMessage(Issued signer, String to) {
    this.signer = signer;
    this.to = to;
  }

  String write() throws Exception {
    Document document = Xml.parse(unsigned().getBytes(StandardCharsets.UTF_8));
    WSSecHeader header = new WSSecHeader(document);
    header.insertSecurityHeader();
    WSSecTimestamp timestamp = new WSSecTimestamp(header);
    timestamp.setTimeToLive(timeToLive);
    timestamp.build();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "k", signer.key(), new char[] {'k'}, signer.chain().toArray(new Certificate[0]));
    Merlin crypto = new Merlin();
    crypto.setKeyStore(store);
    WSSecSignature signature = new WSSecSignature(header);
    signature.setUserInfo("k", "k");
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setSignatureAlgorithm(signatureAlgorithm);
    signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
    signature.prepare(crypto);
    signature.prependBSTElementToHeader();
    List<WSEncryptionPart> parts = parts();
    WSEncryptionPart token = new WSEncryptionPart(signature.getBSTTokenId());
    token.setElement(signature.getBinarySecurityTokenElement());
    parts.add(token);
    signature.computeSignature(signature.addReferencesToSign(parts), false, null);
    return Xml.write(document);
  }

  private List<WSEncryptionPart> parts() {
    List<WSEncryptionPart> parts = new ArrayList<>();
    parts.add(new WSEncryptionPart("Body", SignedRequest.SOAP, "Element"));
    parts.add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element"));
    for (String name : List.of("Action", "MessageID", "To")) {
      if (!name.equals(unsignedHeader)) {
        parts.add(new WSEncryptionPart(name, SignedRequest.WSA, "Element"));
      }
    }
    return parts;
  }

  private String unsigned() {
    StringBuilder claims = new StringBuilder();
    for (String cvr : cvrs) {
      claims
          .append("<auth:ClaimType Uri=\"dk:gov:saml:attribute:CvrNumberIdentifier\">")
          .append(claimValueInNoNamespace ? "<Value>" + cvr + "</Value>" : "")
          .append(claimValueInNoNamespace ? "" : "<auth:Value>" + cvr + "</auth:Value>")
          .append("</auth:ClaimType>");
    }
    return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header>
        <a:Action>http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue</a:Action><a:MessageID>%s</a:MessageID><a:To>%s</a:To></s:Header>
        <s:Body><wst:RequestSecurityToken xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512" Context="ctx">
        <wst:TokenType>http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0</wst:TokenType>
        <wst:RequestType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue</wst:RequestType>
        <wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"><a:EndpointReference><a:Address>%s</a:Address></a:EndpointReference></wsp:AppliesTo>
        <wst:Claims Dialect="http://docs.oasis-open.org/wsfed/authorization/200706/authclaims" xmlns:auth="http://docs.oasis-open.org/wsfed/authorization/200706">%s</wst:Claims>
        <wst:KeyType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/PublicKey</wst:KeyType>
        <wst:UseKey><wsse:BinarySecurityToken xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">%s</wsse:BinarySecurityToken></wst:UseKey>
        </wst:RequestSecurityToken></s:Body></s:Envelope>"""
        .formatted(messageId, to, entityId, claims, Thumbprint.base64(signer.certificate()));
  }
}
