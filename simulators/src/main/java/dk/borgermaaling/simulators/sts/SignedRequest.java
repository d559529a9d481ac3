package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.xml.Xml;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.str.STRParser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A signed SOAP 1.2 request: one signature by the certificate that it carries, over the body, the
 * timestamp, that certificate and every WS-Addressing header. Whether that certificate is known is
 * not decided here.
 */
record SignedRequest(X509Certificate signer, String messageId, String to, Element payload) {
  static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  static final String WSA = "http://www.w3.org/2005/08/addressing";
  static final String ISSUE = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue";
  private static final int LONGEST_AGE_SECONDS = 300;
  private static final int SKEW_SECONDS = 60;

  /** From the first moment at which a request is let in to the last, by its timestamp. */
  static final Duration LET_IN_FOR = Duration.ofSeconds(LONGEST_AGE_SECONDS + SKEW_SECONDS);

  /** Verifies and takes apart; every failure is a fault. */
  static SignedRequest verify(Document document, KeyStore trust) throws StsFault {
    Element envelope = document.getDocumentElement();
    if (!Xml.is(envelope, SOAP, "Envelope")) {
      throw malformed("SOAP 1.2 is required");
    }
    Element header = only(envelope, SOAP, "Header");
    Element body = only(envelope, SOAP, "Body");
    Element security = only(header, WSConstants.WSSE_NS, "Security");
    Element timestamp = only(security, WSConstants.WSU_NS, "Timestamp");
    only(security, WSConstants.SIG_NS, "Signature");
    refuseDoubles(document);
    String messageId = Xml.text(only(header, WSA, "MessageID"));
    String to = Xml.text(only(header, WSA, "To"));
    if (!Xml.text(only(header, WSA, "Action")).equals(ISSUE)) {
      throw malformed("Action must be " + ISSUE);
    }
    WSSecurityEngineResult signature = signature(security, trust);
    Set<Element> covered = covered(signature);
    requireCovered(covered, body);
    requireCovered(covered, timestamp);
    requireCovered(covered, only(security, WSConstants.WSSE_NS, "BinarySecurityToken"));
    for (Element block : Xml.children(header)) {
      if (WSA.equals(block.getNamespaceURI())) {
        requireCovered(covered, block);
      }
    }
    List<Element> payload = Xml.children(body);
    if (payload.size() != 1) {
      throw malformed("one element in the body is required");
    }
    return new SignedRequest(signer(signature), messageId, to, payload.get(0));
  }

  private static WSSecurityEngineResult signature(Element security, KeyStore trust)
      throws StsFault {
    RequestData data = new RequestData();
    Merlin crypto = new Merlin();
    crypto.setTrustStore(trust);
    WSSConfig config = WSSConfig.getNewInstance();
    // Which certificates are welcome is the registry's business, so that strangers get its fault.
    config.setValidator(WSConstants.SIGNATURE, (credential, request) -> credential);
    data.setWssConfig(config);
    data.setSigVerCrypto(crypto);
    data.setDisableBSPEnforcement(true);
    data.setTimeStampTTL(LONGEST_AGE_SECONDS);
    data.setTimeStampFutureTTL(SKEW_SECONDS);
    data.setTimeStampStrict(true);
    data.setAlgorithmSuite(algorithms());
    try {
      WSHandlerResult results = new WSSecurityEngine().processSecurityHeader(security, data);
      List<WSSecurityEngineResult> signatures = results.getActionResults().get(WSConstants.SIGN);
      if (signatures != null && signatures.size() == 1) {
        return signatures.get(0);
      }
    } catch (WSSecurityException e) {
      throw (StsFault) notTrusted().initCause(e);
    }
    throw notTrusted();
  }

  private static AlgorithmSuite algorithms() {
    AlgorithmSuite suite = new AlgorithmSuite();
    suite.addSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    suite.addDigestAlgorithm("http://www.w3.org/2001/04/xmlenc#sha256");
    suite.addC14nAlgorithm("http://www.w3.org/2001/10/xml-exc-c14n#");
    suite.addTransformAlgorithm("http://www.w3.org/2001/10/xml-exc-c14n#");
    suite.setMinimumAsymmetricKeyLength(2048);
    return suite;
  }

  private static Set<Element> covered(WSSecurityEngineResult signature) {
    Set<Element> covered = new HashSet<>();
    if (signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references) {
      for (Object reference : references) {
        covered.add(((WSDataRef) reference).getProtectedElement());
      }
    }
    return covered;
  }

  private static X509Certificate signer(WSSecurityEngineResult signature) throws StsFault {
    if (signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE)
            instanceof X509Certificate certificate
        && signature.get(WSSecurityEngineResult.TAG_X509_REFERENCE_TYPE)
            == STRParser.REFERENCE_TYPE.DIRECT_REF) {
      return certificate;
    }
    throw malformed("the signature must refer to a BinarySecurityToken");
  }

  /** Two elements with one id could be signed and read as each other. */
  private static void refuseDoubles(Document document) throws StsFault {
    Set<String> ids = new HashSet<>();
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      String id = element.getAttributeNS(WSConstants.WSU_NS, "Id");
      if (!id.isEmpty() && !ids.add(id)) {
        throw malformed("an Id occurs twice");
      }
    }
  }

  private static void requireCovered(Set<Element> covered, Element element) throws StsFault {
    if (!covered.contains(element)) {
      throw malformed(element.getLocalName() + " is not signed");
    }
  }

  private static Element only(Element parent, String namespace, String name) throws StsFault {
    return Xml.child(parent, namespace, name)
        .orElseThrow(() -> malformed("exactly one " + name + " is required"));
  }

  private static StsFault malformed(String message) {
    return new StsFault(StsFault.Reason.MALFORMED, message);
  }

  private static StsFault notTrusted() {
    return new StsFault(StsFault.Reason.NOT_TRUSTED, "The signature could not be verified");
  }
}
