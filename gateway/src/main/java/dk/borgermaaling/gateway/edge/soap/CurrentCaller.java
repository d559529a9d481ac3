package dk.borgermaaling.gateway.edge.soap;

import dk.borgermaaling.gateway.edge.Refusal;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** The verified caller of the message that this thread is serving. */
public final class CurrentCaller {
  private CurrentCaller() {}

  /** Refuses when the message did not pass the verifier: a service never runs unverified. */
  public static VerifiedCaller get() {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    VerifiedCaller caller =
        message == null ? null : message.getExchange().get(VerifiedCaller.class);
    if (caller == null) {
      throw Refusal.notTrusted("the message was never verified");
    }
    return caller;
  }
}
