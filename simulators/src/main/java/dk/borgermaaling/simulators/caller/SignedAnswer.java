package dk.borgermaaling.simulators.caller;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.addressing.AddressingProperties;
import org.apache.cxf.ws.addressing.ContextUtils;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;

/**
 * What the policy engine does not ask of an answer: that the gateway's own certificate signed it,
 * that the signature covers body, action and relation, and that it answers this request.
 */
final class SignedAnswer extends AbstractPhaseInterceptor<SoapMessage> {
  private static final Set<String> COVERED = Set.of("Body", "Action", "RelatesTo", "Timestamp");

  private final X509Certificate gateway;

  SignedAnswer(X509Certificate gateway) {
    super(Phase.POST_LOGICAL);
    this.gateway = gateway;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    WSSecurityEngineResult signature = signature(message);
    if (!gateway.equals(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))) {
      throw refused("the answer is signed by somebody else than the gateway");
    }
    Set<String> covered = new HashSet<>();
    List<WSDataRef> references =
        CastUtils.cast((List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS));
    references.forEach(r -> covered.add(r.getName().getLocalPart()));
    if (!covered.containsAll(COVERED)) {
      throw refused("the answer's signature leaves something out");
    }
    AddressingProperties asked =
        ContextUtils.retrieveMAPs(message.getExchange().getOutMessage(), false, true);
    AddressingProperties answered = ContextUtils.retrieveMAPs(message, false, false);
    if (asked == null
        || answered == null
        || answered.getRelatesTo() == null
        || !asked.getMessageID().getValue().equals(answered.getRelatesTo().getValue())) {
      throw refused("the answer is to another request");
    }
  }

  private static WSSecurityEngineResult signature(Message message) {
    List<WSHandlerResult> handled =
        CastUtils.cast((List<?>) message.get(WSHandlerConstants.RECV_RESULTS));
    if (handled != null) {
      List<WSSecurityEngineResult> signatures =
          handled.stream()
              .flatMap(h -> h.getResults().stream())
              .filter(r -> Integer.valueOf(WSConstants.SIGN).equals(r.get("action")))
              .toList();
      if (signatures.size() == 1) {
        return signatures.get(0);
      }
    }
    throw refused("the answer has not exactly one signature");
  }

  private static Fault refused(String why) {
    return new Fault(new SecurityException(why));
  }
}
