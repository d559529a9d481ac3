package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** The verified message that this thread is serving. */
public final class CurrentMessage {
  private CurrentMessage() {}

  /** Refuses when the message did not pass the verifier: a service never runs unverified. */
  public static VerifiedMessage get() {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    VerifiedMessage verified =
        message == null ? null : message.getExchange().get(VerifiedMessage.class);
    if (verified == null) {
      throw Refusal.notTrusted("the message was never verified");
    }
    return verified;
  }
}
