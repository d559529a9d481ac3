package dk.borgermaaling.simulators.sts;

import static dk.borgermaaling.simulators.xml.Xml.escape;

import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.xml.Xml;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Writes signed SOAP 1.2 answers; the signer is named by issuer and serial number only. */
final class SoapAnswer {
  private static final String FINAL =
      "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal";
  private static final String FAULT = "http://www.w3.org/2005/08/addressing/soap/fault";

  private final KeyFile key;

  SoapAnswer(KeyFile key) {
    this.key = key;
  }

  /** The collection with exactly one response. */
  String issued(SignedRequest request, IssueRequest issue, Token token) {
    String context =
        issue.context().isEmpty() ? "" : " Context=\"" + escape(issue.context()) + "\"";
    String body =
        "<wst:RequestSecurityTokenResponseCollection xmlns:wst=\""
            + IssueRequest.TRUST
            + "\"><wst:RequestSecurityTokenResponse"
            + context
            + "><wst:TokenType>"
            + IssueRequest.SAML_2
            + "</wst:TokenType><wst:RequestedSecurityToken>"
            + token.xml()
            + "</wst:RequestedSecurityToken>"
            + reference("RequestedAttachedReference", token.id())
            + reference("RequestedUnattachedReference", token.id())
            + "<wsp:AppliesTo xmlns:wsp=\""
            + IssueRequest.POLICY
            + "\"><wsa:EndpointReference><wsa:Address>"
            + escape(issue.token().entityId())
            + "</wsa:Address></wsa:EndpointReference></wsp:AppliesTo>"
            + "<wst:Lifetime><wsu:Created xmlns:wsu=\""
            + WSConstants.WSU_NS
            + "\">"
            + token.issuedAt().truncatedTo(ChronoUnit.SECONDS)
            + "</wsu:Created><wsu:Expires xmlns:wsu=\""
            + WSConstants.WSU_NS
            + "\">"
            + token.notOnOrAfter().truncatedTo(ChronoUnit.SECONDS)
            + "</wsu:Expires></wst:Lifetime>"
            + "<wst:KeyType>"
            + IssueRequest.TRUST
            + "/PublicKey</wst:KeyType></wst:RequestSecurityTokenResponse>"
            + "</wst:RequestSecurityTokenResponseCollection>";
    return envelope(FINAL, request.messageId(), body);
  }

  /** A fault; {@code relatesTo} may be empty when the request could not be read that far. */
  String fault(StsFault fault, String relatesTo) {
    String body =
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang=\"en\">"
            + escape(fault.text())
            + "</s:Text></s:Reason><s:Detail><f:StsFaultMessage"
            + " xmlns:f=\"http://kombit.sample.dk/fault\"><f:EventId>"
            + fault.reason().vendorNumber()
            + "</f:EventId><f:Message>"
            + escape(fault.text())
            + "</f:Message></f:StsFaultMessage></s:Detail></s:Fault>";
    return envelope(FAULT, relatesTo, body);
  }

  private static String reference(String name, String assertionId) {
    return "<wst:"
        + name
        + "><wsse:SecurityTokenReference xmlns:wsse=\""
        + WSConstants.WSSE_NS
        + "\" xmlns:wsse11=\""
        + WSConstants.WSSE11_NS
        + "\" wsse11:TokenType=\""
        + IssueRequest.SAML_2
        + "\"><wsse:KeyIdentifier ValueType=\""
        + "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLID\">"
        + assertionId
        + "</wsse:KeyIdentifier></wsse:SecurityTokenReference></wst:"
        + name
        + ">";
  }

  private String envelope(String action, String relatesTo, String body) {
    String related =
        relatesTo.isEmpty() ? "" : "<wsa:RelatesTo>" + escape(relatesTo) + "</wsa:RelatesTo>";
    String text =
        "<s:Envelope xmlns:s=\""
            + SignedRequest.SOAP
            + "\" xmlns:wsa=\""
            + SignedRequest.WSA
            + "\"><s:Header><wsa:Action>"
            + action
            + "</wsa:Action><wsa:MessageID>urn:uuid:"
            + UUID.randomUUID()
            + "</wsa:MessageID><wsa:To>http://www.w3.org/2005/08/addressing/anonymous</wsa:To>"
            + related
            + "</s:Header><s:Body>"
            + body
            + "</s:Body></s:Envelope>";
    try {
      Document document = Xml.parse(text.getBytes(StandardCharsets.UTF_8));
      sign(document, !relatesTo.isEmpty());
      return Xml.write(document);
    } catch (SAXException | WSSecurityException e) {
      throw new IllegalStateException("the STS cannot write its answer", e);
    }
  }

  private void sign(Document document, boolean related) throws WSSecurityException {
    WSSecHeader header = new WSSecHeader(document);
    header.insertSecurityHeader();
    WSSecTimestamp timestamp = new WSSecTimestamp(header);
    timestamp.setTimeToLive(300);
    timestamp.build();
    Merlin crypto = new Merlin();
    crypto.setKeyStore(key.store());
    WSSecSignature signature = new WSSecSignature(header);
    signature.setUserInfo("sts", new String(key.password()));
    signature.setKeyIdentifierType(WSConstants.ISSUER_SERIAL);
    signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
    List<WSEncryptionPart> parts = signature.getParts();
    parts.add(new WSEncryptionPart("Body", SignedRequest.SOAP, "Element"));
    parts.add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element"));
    parts.add(new WSEncryptionPart("Action", SignedRequest.WSA, "Element"));
    parts.add(new WSEncryptionPart("MessageID", SignedRequest.WSA, "Element"));
    parts.add(new WSEncryptionPart("To", SignedRequest.WSA, "Element"));
    if (related) {
      parts.add(new WSEncryptionPart("RelatesTo", SignedRequest.WSA, "Element"));
    }
    signature.build(crypto);
  }
}
