package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.interceptor.MessageSenderInterceptor;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.policy.PolicyException;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Turns whatever went wrong into the one fault of its problem. A caller that was verified gets it
 * signed, with addressing headers. Anybody else gets the bare fault of {@link BareFault}: same
 * bytes whichever check failed, and no signature spent on strangers, nor on a caller beyond its
 * limit: a signature costs more than all that the limit has spared.
 */
final class FaultInterceptor extends AbstractPhaseInterceptor<Message> {
  private final String namespace;
  private final SoapProfile profile;
  private final Clock clock;

  FaultInterceptor(String namespace, SoapProfile profile, Clock clock) {
    super(Phase.SETUP);
    this.namespace = namespace;
    this.profile = profile;
    this.clock = clock;
  }

  @Override
  public void handleMessage(Message message) {
    Exception thrown = message.getContent(Exception.class);
    Exchange exchange = message.getExchange();
    ProblemException known = problem(thrown, exchange);
    Incident incident = known == null ? Incident.log(thrown) : Incident.log(known.problem(), known);
    ProblemType type = incident.problem().type();
    boolean bare =
        exchange.get(VerifiedMessage.class) == null
            || type == ProblemType.NOT_TRUSTED
            || type == ProblemType.TOO_MANY_REQUESTS;
    if (bare) {
      goBare(message, told(incident, exchange));
    } else {
      message.setContent(Exception.class, fault(told(incident, exchange)));
    }
  }

  private @Nullable ProblemException problem(Exception thrown, Exchange exchange) {
    ProblemException known = Incident.problemIn(thrown);
    if (known != null) {
      return known;
    }
    String rule = rule(thrown);
    if (rule != null) {
      return Refusal.notTrusted(rule);
    }
    if (exchange.get(VerifiedMessage.class) == null) {
      return new ProblemException(new Problem.NotTrusted(), thrown);
    }
    Message in = exchange.getInMessage();
    boolean undecoded = in != null && in.getContent(List.class) == null;
    if (undecoded || bySender(thrown)) {
      return Refusal.of(
          new Problem.Malformed("message", "what the schema of the contract says"),
          "not valid by the schema, or not the operation's");
    }
    return null;
  }

  /** A fault of CXF's own, for example of WS-Addressing, that says that the sender is wrong. */
  private boolean bySender(Throwable thrown) {
    return thrown instanceof SoapFault fault
        && profile.version().getSender().equals(fault.getFaultCode());
  }

  /** The rule by which WSS4J or the policy engine refuses; their texts hold the message's own. */
  private static @Nullable String rule(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < 20; i++, at = at.getCause()) {
      if (at instanceof WSSecurityException refused) {
        return "WS-Security: " + refused.getErrorCode();
      }
      if (at instanceof PolicyException) {
        return "WS-Security: the policy is not satisfied";
      }
    }
    return null;
  }

  private ServiceplatformFault told(Incident incident, Exchange exchange) {
    Instant received = exchange.get(Instant.class);
    return new ServiceplatformFault(incident, received == null ? clock.instant() : received);
  }

  private void goBare(Message message, ServiceplatformFault told) {
    var chain = message.getInterceptorChain();
    for (var interceptor : chain) {
      if (!(interceptor instanceof MessageSenderInterceptor)) {
        chain.remove(interceptor);
      }
    }
    message.put(Message.RESPONSE_CODE, status(told.incident()));
    message.put(Message.CONTENT_TYPE, profile.mediaType() + "; charset=UTF-8");
    Duration tryAgainAfter = told.incident().problem().tryAgainAfter();
    if (tryAgainAfter != null) {
      message.put(
          Message.PROTOCOL_HEADERS,
          new HashMap<>(Map.of("Retry-After", List.of(String.valueOf(tryAgainAfter.toSeconds())))));
    }
    chain.add(new BareFault(told, namespace, profile));
  }

  /**
   * SOAP 1.2 over HTTP would have 400 for the sender's faults, but CXF's client reads a fault only
   * from a 500 and throws any other away. What concerns HTTP itself keeps its own status.
   *
   * <p>So does a limit. SOAP 1.1 (section 6.2) wants 500 for an error while a message is processed,
   * SOAP 1.2 (part 2, section 7.5.2.2) for every fault that is not the sender's; a call beyond a
   * limit is not processed: it is the request that is refused, as RFC 6585 has it. Whatever stands
   * between knows a 429 for what it is and would count a 500 as our failure, and CXF's client
   * counts 429, as 503, as a service that is not available now.
   */
  static int status(Incident incident) {
    return switch (incident.problem().type()) {
      case TOO_SLOW, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, METHOD_NOT_ALLOWED, TOO_MANY_REQUESTS ->
          incident.problem().type().status();
      default -> 500;
    };
  }

  /**
   * The sender's code says that the message must not come again unchanged, the receiver's that it
   * may succeed later (SOAP 1.1, section 4.4.1; SOAP 1.2 part 1, section 5.4.6).
   */
  static QName code(ProblemType type, SoapVersion soap) {
    return type.retryable() ? soap.getReceiver() : soap.getSender();
  }

  private SoapFault fault(ServiceplatformFault told) {
    Incident incident = told.incident();
    ProblemType type = incident.problem().type();
    SoapVersion soap = profile.version();
    SoapFault fault = new SoapFault(type.title(), code(type, soap));
    fault.setStatusCode(status(incident));
    Element detail = fault.getOrCreateDetail();
    Document document = detail.getOwnerDocument();
    Element problem = document.createElementNS(namespace, "problem");
    add(problem, "type", type.uri());
    add(problem, "title", type.title());
    add(problem, "detail", incident.problem().publicDetail());
    add(problem, "instance", incident.instance());
    detail.appendChild(problem);
    detail.appendChild(told.in(document));
    return fault;
  }

  private void add(Element problem, String name, String text) {
    Element child = problem.getOwnerDocument().createElementNS(namespace, name);
    child.setTextContent(text);
    problem.appendChild(child);
  }
}
