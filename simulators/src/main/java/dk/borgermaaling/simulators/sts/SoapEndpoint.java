package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** {@code certificatemixed}: WS-Trust 1.3 over SOAP 1.2, without a client certificate in TLS. */
final class SoapEndpoint {
  private static final Logger LOG = Logger.getLogger(SoapEndpoint.class.getName());
  private static final String SOAP_12 = "application/soap+xml;charset=UTF-8";

  private final TokenIssuer issuer;
  private final SoapAnswer answer;
  private final KeyStore trust;
  private final MessageIds messageIds;
  private final boolean strictContentType;

  SoapEndpoint(
      TokenIssuer issuer,
      SoapAnswer answer,
      KeyStore trust,
      MessageIds messageIds,
      boolean strictContentType) {
    this.issuer = issuer;
    this.answer = answer;
    this.trust = trust;
    this.messageIds = messageIds;
    this.strictContentType = strictContentType;
  }

  Reply issue(Request request) {
    String type = request.header("Content-Type").orElse("");
    if (!type.startsWith("application/soap+xml")
        || (strictContentType && type.contains("action="))) {
      return Reply.text(415, "application/soap+xml; charset=utf-8 is required, without action");
    }
    String relatesTo = "";
    try {
      Document document = parse(request.body());
      relatesTo = messageId(document);
      SignedRequest signed = SignedRequest.verify(document, trust);
      requireOwn(signed, request);
      IssueRequest issue = IssueRequest.from(signed);
      return soap(200, answer.issued(signed, issue, issuer.issue(issue.token())));
    } catch (StsFault fault) {
      LOG.log(Level.INFO, () -> "no token issued, " + fault.reason());
      return soap(500, answer.fault(fault, relatesTo));
    }
  }

  /** The contract with this server's own address in it. */
  Reply wsdl(Request request) throws IOException {
    try (InputStream in = SoapEndpoint.class.getResourceAsStream("/sts/sts.wsdl")) {
      if (in == null || request.query("singleWsdl").isEmpty()) {
        return Reply.text(404, "?singleWsdl");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Reply.of(
          200, "text/xml;charset=UTF-8", text.replace("${host}", Xml.escape(host(request))));
    }
  }

  /** Meant for this address, and sent once: what was signed for another service counts nowhere. */
  private void requireOwn(SignedRequest signed, Request request) throws StsFault {
    String own = "https://" + host(request) + request.path();
    if (!signed.to().equals(own)) {
      throw new StsFault(StsFault.Reason.MALFORMED, "To must be " + own);
    }
    if (!messageIds.firstTime(signed)) {
      throw new StsFault(StsFault.Reason.MALFORMED, "The MessageID has been used before");
    }
  }

  private static String host(Request request) {
    return request.header("Host").orElse("localhost");
  }

  private static Document parse(byte[] body) throws StsFault {
    try {
      return Xml.parse(body);
    } catch (SAXException e) {
      throw new StsFault(StsFault.Reason.MALFORMED, "The request is not well-formed XML");
    }
  }

  private static String messageId(Document document) {
    Element envelope = document.getDocumentElement();
    return Xml.child(envelope, SignedRequest.SOAP, "Header")
        .map(header -> Xml.childText(header, SignedRequest.WSA, "MessageID"))
        .orElse("");
  }

  private static Reply soap(int status, String body) {
    return Reply.of(status, SOAP_12, body);
  }
}
