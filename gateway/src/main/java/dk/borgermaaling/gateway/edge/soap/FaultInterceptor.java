package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
 * bytes whichever check failed, and no signature spent on strangers.
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
    boolean stranger =
        exchange.get(VerifiedMessage.class) == null
            || incident.problem().type() == ProblemType.NOT_TRUSTED;
    if (stranger) {
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
    if (exchange.get(VerifiedMessage.class) == null || security(thrown)) {
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

  private static boolean security(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < 20; i++, at = at.getCause()) {
      if (at instanceof WSSecurityException || at instanceof PolicyException) {
        return true;
      }
    }
    return false;
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
    chain.add(new BareFault(told, namespace, profile));
  }

  /**
   * SOAP 1.2 over HTTP would have 400 for the sender's faults, but CXF's client reads a fault only
   * from a 500 and throws any other away. What concerns HTTP itself keeps its own status.
   */
  static int status(Incident incident) {
    return switch (incident.problem().type()) {
      case TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, METHOD_NOT_ALLOWED ->
          incident.problem().type().status();
      default -> 500;
    };
  }

  private SoapFault fault(ServiceplatformFault told) {
    Incident incident = told.incident();
    ProblemType type = incident.problem().type();
    SoapVersion soap = profile.version();
    SoapFault fault =
        new SoapFault(
            type.title(),
            type.blame() == ProblemType.Blame.SENDER ? soap.getSender() : soap.getReceiver());
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
