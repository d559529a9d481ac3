package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.kernel.SafeMessage;

/** What was read cannot be used. The message is ours and may stand in a log. */
public final class Unusable extends Exception implements SafeMessage {
  private static final long serialVersionUID = 1L;
  private final String reason;

  public Unusable(String reason) {
    super(reason);
    this.reason = reason;
  }

  public Unusable(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
