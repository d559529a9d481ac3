package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.limit.LimitedCall;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/**
 * Counts a verified message against its caller's certificate, before the service runs and notes its
 * id: a message beyond the limit may come again as it is.
 */
final class LimitInterceptor extends AbstractPhaseInterceptor<Message> {
  LimitInterceptor() {
    super(Phase.PRE_PROTOCOL);
    addAfter(ProfileInterceptor.class.getName());
  }

  @Override
  public void handleMessage(Message message) {
    VerifiedMessage verified = message.getExchange().get(VerifiedMessage.class);
    if (verified != null) {
      LimitedCall.verified(request(message), verified.caller().certificate());
    }
  }

  /** The request that brought the message. */
  static @Nullable HttpServletRequest request(Message message) {
    return message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
        ? request
        : null;
  }
}
