package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.saml.AssertionProfile;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.edge.xml.Dom;
import dk.borgermaaling.gateway.edge.xml.Names;
import dk.borgermaaling.gateway.edge.xml.SignatureProfile;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.PolicyBasedWSS4JInInterceptor;
import org.apache.wss4j.common.saml.SamlAssertionWrapper;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * After WSS4J has verified the signatures: the rows that it lets through. Puts the {@link
 * VerifiedMessage} on the exchange when everything holds.
 */
final class ProfileInterceptor extends AbstractSoapInterceptor {
  private static final String ANONYMOUS = Names.WSA + "/anonymous";
  private final SoapSettings settings;
  private final Trust trust;
  private final ServiceDescription description;
  private final Clock clock;
  private final AssertionProfile profile;

  ProfileInterceptor(
      SoapSettings settings, Trust trust, ServiceDescription description, Clock clock) {
    super(Phase.PRE_PROTOCOL);
    addAfter(PolicyBasedWSS4JInInterceptor.class.getName());
    this.settings = settings;
    this.trust = trust;
    this.description = description;
    this.clock = clock;
    this.profile = new AssertionProfile(settings.tokens());
  }

  @Override
  public Set<QName> getUnderstoodHeaders() {
    return FrameworkHeader.NAMES;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    if (message.get(WSHandlerConstants.RECV_RESULTS) == null) {
      throw Refusal.notTrusted("nothing was verified");
    }
    Results results = Results.of(message);
    SignedParts parts = SignedParts.of(results.envelope());
    parts.requireCovered(results.signed());
    SignatureProfile.checkMessage(parts.signature());
    checkTimestamp(parts.timestamp());
    checkAddressing(parts);
    Element assertion = parts.assertion();
    checkIssuer(results.issuer(), assertion);
    X509Certificate holder = profile.holder(assertion, clock.instant());
    if (!holder.equals(results.signer())) {
      throw Refusal.notTrusted("the message is signed by another than the token's holder");
    }
    trust.revocation().requireCaller(holder);
    message.getExchange().putAll(PolicyVerifier.signingWith(trust.signingKeys().inForce()));
    VerifiedMessage verified =
        new VerifiedMessage(profile.caller(assertion, holder), parts.addressing("MessageID"));
    message.getExchange().put(VerifiedMessage.class, verified);
    noteClocks(parts, verified.caller().certificate(), results.issuer());
  }

  private void noteClocks(SignedParts parts, Thumbprint caller, X509Certificate issuer) {
    Instant now = clock.instant();
    Element created = Dom.only(parts.timestamp(), Names.WSU, "Created");
    trust.drift().message(caller, Dom.instant(Dom.text(created)), now);
    Instant issued = Dom.instant(parts.assertion().getAttribute("IssueInstant"));
    trust.drift().token(Thumbprint.of(issuer), issued, now);
  }

  private void checkTimestamp(Element timestamp) {
    Instant created = Dom.instant(Dom.text(Dom.only(timestamp, Names.WSU, "Created")));
    Instant expires = Dom.instant(Dom.text(Dom.only(timestamp, Names.WSU, "Expires")));
    Duration lifetime = Duration.between(created, expires);
    Instant now = clock.instant();
    if (lifetime.isNegative()
        || lifetime.compareTo(SoapSettings.MAX_MESSAGE_LIFETIME) > 0
        || created.isAfter(now.plus(settings.tokens().limits().clockSkew()))
        || !now.isBefore(expires)) {
      throw Refusal.notTrusted("the timestamp's window");
    }
  }

  private void checkAddressing(SignedParts parts) {
    String operation = description.operation(parts.addressing("Action"));
    List<Element> entries = Dom.children(parts.body());
    if (entries.size() != 1 || !Dom.is(entries.get(0), description.namespace(), operation)) {
      throw Refusal.notTrusted("the body of another operation");
    }
    String id = parts.addressing("MessageID");
    if (!id.matches("[A-Za-z][A-Za-z0-9+.-]*:[\\x21-\\x7e]{1,200}")) {
      throw Refusal.notTrusted("a message id that is no absolute IRI");
    }
    for (String name : List.of("ReplyTo", "FaultTo")) {
      Element reply = Dom.atMostOne(parts.header(), Names.WSA, name);
      if (reply != null && !ANONYMOUS.equals(Dom.text(Dom.only(reply, Names.WSA, "Address")))) {
        throw Refusal.notTrusted("the answer is to go elsewhere");
      }
    }
    Element to = Dom.atMostOne(parts.header(), Names.WSA, "To");
    if (to != null
        && settings.publicAddresses().stream()
            .noneMatch(address -> address.toString().equals(Dom.text(to)))) {
      throw Refusal.notTrusted("addressed to somebody else");
    }
  }

  private void checkIssuer(X509Certificate issuer, Element assertion) {
    Element signature = Dom.only(assertion, Names.DS, "Signature");
    SignatureProfile.checkAssertion(signature, assertion.getAttribute("ID"));
    trust.tokenServices().require(issuer);
    trust.revocation().requireTokenService(issuer);
    SignatureProfile.checkKey(issuer.getPublicKey());
  }

  /** What WSS4J has verified: one signature, one timestamp, one signed assertion, nothing else. */
  private record Results(
      Element envelope, WSSecurityEngineResult signature, WSSecurityEngineResult token) {

    static Results of(SoapMessage message) {
      List<WSHandlerResult> handled =
          CastUtils.cast((List<?>) message.get(WSHandlerConstants.RECV_RESULTS));
      List<WSSecurityEngineResult> results = new ArrayList<>();
      for (WSHandlerResult result : handled) {
        results.addAll(result.getResults());
      }
      WSSecurityEngineResult signature = only(results, WSConstants.SIGN);
      only(results, WSConstants.TS);
      WSSecurityEngineResult token = only(results, WSConstants.ST_SIGNED);
      if (results.size() != 3) {
        throw Refusal.notTrusted("more in the security header than the profile knows");
      }
      Element root =
          message.getContent(jakarta.xml.soap.SOAPMessage.class).getSOAPPart().getDocumentElement();
      return new Results((Element) DOMUtils.getDomElement(root), signature, token);
    }

    private static WSSecurityEngineResult only(List<WSSecurityEngineResult> results, int action) {
      List<WSSecurityEngineResult> found =
          results.stream()
              .filter(r -> Integer.valueOf(action).equals(r.get(WSSecurityEngineResult.TAG_ACTION)))
              .toList();
      if (found.size() != 1) {
        throw Refusal.notTrusted("not exactly one signature, timestamp and token");
      }
      return found.get(0);
    }

    List<Element> signed() {
      List<WSDataRef> references =
          CastUtils.cast((List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS));
      return references.stream()
          .map(reference -> (Element) DOMUtils.getDomElement(reference.getProtectedElement()))
          .toList();
    }

    @Nullable Object signer() {
      return signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE);
    }

    X509Certificate issuer() {
      var keyInfo = assertion().getSignatureKeyInfo();
      X509Certificate[] certificates = keyInfo == null ? null : keyInfo.getCerts();
      if (certificates == null || certificates.length == 0) {
        throw Refusal.notTrusted("the token does not say who has issued it");
      }
      return certificates[0];
    }

    private SamlAssertionWrapper assertion() {
      if (token.get(WSSecurityEngineResult.TAG_SAML_ASSERTION)
          instanceof SamlAssertionWrapper verified) {
        return verified;
      }
      throw Refusal.notTrusted("a token that was not read");
    }
  }
}
