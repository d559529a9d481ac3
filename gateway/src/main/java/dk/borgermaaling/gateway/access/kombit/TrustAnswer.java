package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.SafeXml.UnsafeXml;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.edge.xml.Dom;
import dk.borgermaaling.gateway.edge.xml.Names;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/**
 * Verifies an answer of the STS (RSTR): one signature by a token service that we trust, over body,
 * timestamp and what it relates to; fresh; to our request; with one token.
 */
final class TrustAnswer {
  private static final String TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
  private static final String FINAL = TRUST + "/RSTRC/IssueFinal";
  private static final Duration LONGEST_AGE = Duration.ofMinutes(5);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
  private static final int LEAST_BITS = 2048;

  private final Trust trust;
  private final Clock clock;

  TrustAnswer(Trust trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /** The assertion in base64; {@code messageId} is that of the request. */
  String assertion(byte[] body, String messageId) throws NoToken {
    try {
      Element envelope = SafeXml.parse(body);
      requireUniqueIds(envelope);
      Element header = Dom.only(envelope, Names.SOAP, "Header");
      Element payload = Dom.only(envelope, Names.SOAP, "Body");
      Element security = Dom.only(header, Names.WSSE, "Security");
      Element relatesTo = Dom.only(header, Names.WSA, "RelatesTo");
      Element action = Dom.only(header, Names.WSA, "Action");
      Set<Element> signed = signed(security);
      Element timestamp = Dom.only(security, Names.WSU, "Timestamp");
      if (!signed.containsAll(List.of(payload, timestamp, relatesTo, action))) {
        throw untrusted("a part that is not signed");
      }
      if (!Dom.text(relatesTo).equals(messageId) || !Dom.text(action).equals(FINAL)) {
        throw untrusted("an answer to something else");
      }
      requireFresh(timestamp);
      Element all = Dom.only(payload, TRUST, "RequestSecurityTokenResponseCollection");
      Element one = Dom.only(all, TRUST, "RequestSecurityTokenResponse");
      Element token = Dom.only(one, TRUST, "RequestedSecurityToken");
      return Base64.getEncoder()
          .encodeToString(XmlBytes.of(Dom.only(token, Names.SAML, "Assertion")));
    } catch (UnsafeXml e) {
      throw untrusted("no XML");
    } catch (ProblemException e) {
      throw untrusted("another structure than OIO WS-Trust's");
    }
  }

  /** The elements that the one signature protects, after it was verified. */
  private Set<Element> signed(Element security) throws NoToken {
    RequestData data = new RequestData();
    WSSConfig config = WSSConfig.getNewInstance();
    // WSS4J knows the machine's clock alone; ours is asked when the signature holds.
    config.setValidator(WSConstants.TIMESTAMP, (credential, request) -> credential);
    // Whom to trust is decided below: a list of certificates, and no chain to an authority.
    config.setValidator(WSConstants.SIGNATURE, (credential, request) -> credential);
    data.setWssConfig(config);
    data.setSigVerCrypto(trust.tokenServices().crypto());
    data.setDisableBSPEnforcement(true);
    data.setAlgorithmSuite(algorithms());
    try {
      List<WSSecurityEngineResult> signatures =
          new WSSecurityEngine()
              .processSecurityHeader(security, data)
              .getActionResults()
              .getOrDefault(WSConstants.SIGN, List.of());
      if (signatures.size() != 1) {
        throw untrusted("not one signature");
      }
      return trusted(signatures.get(0));
    } catch (WSSecurityException e) {
      throw untrusted("a signature that does not hold");
    }
  }

  private void requireFresh(Element timestamp) throws NoToken {
    Instant now = clock.instant();
    Instant created = Dom.instant(Dom.text(Dom.only(timestamp, Names.WSU, "Created")));
    Instant expires = Dom.instant(Dom.text(Dom.only(timestamp, Names.WSU, "Expires")));
    if (created.isAfter(now.plus(CLOCK_SKEW))
        || created.isBefore(now.minus(LONGEST_AGE).minus(CLOCK_SKEW))
        || !now.minus(CLOCK_SKEW).isBefore(expires)) {
      throw untrusted("an answer that is not of now");
    }
  }

  private Set<Element> trusted(WSSecurityEngineResult signature) throws NoToken {
    if (!(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE)
            instanceof X509Certificate signer)
        || !trust.issuers().contains(signer)) {
      throw untrusted("the signature of somebody else");
    }
    Set<Element> signed = new HashSet<>();
    if (signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references) {
      references.forEach(reference -> signed.add(((WSDataRef) reference).getProtectedElement()));
    }
    return signed;
  }

  /** NemLog-in's STS names the enveloped transform alone, hence both. */
  private static AlgorithmSuite algorithms() {
    AlgorithmSuite suite = new AlgorithmSuite();
    suite.addSignatureMethod(Names.RSA_SHA256);
    suite.addDigestAlgorithm(Names.SHA256);
    suite.addC14nAlgorithm(Names.EXC_C14N);
    suite.addTransformAlgorithm(Names.EXC_C14N);
    suite.addTransformAlgorithm(Names.ENVELOPED);
    suite.setMinimumAsymmetricKeyLength(LEAST_BITS);
    return suite;
  }

  /** Two elements with one id could be verified and read as each other. */
  private static void requireUniqueIds(Element envelope) throws NoToken {
    Set<String> ids = new HashSet<>();
    NodeList all = envelope.getOwnerDocument().getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      NamedNodeMap attributes = all.item(i).getAttributes();
      for (int a = 0; a < attributes.getLength(); a++) {
        Attr attribute = (Attr) attributes.item(a);
        if ("id".equalsIgnoreCase(attribute.getLocalName()) && !ids.add(attribute.getValue())) {
          throw untrusted("an id that is there twice");
        }
      }
    }
  }

  private static NoToken untrusted(String what) {
    return new NoToken(NoToken.Reason.UNREADABLE, "the STS answered with " + what);
  }
}
