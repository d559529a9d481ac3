package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.kernel.SafeMessage;

/** No token could be had. The message is safe to show: no host, no token, no person. */
public final class NoToken extends Exception implements SafeMessage {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  public NoToken(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why not. */
  public enum Reason {
    /** The token service does not answer, or not now. */
    UNREACHABLE,
    /** The token service refuses: usually the service agreement (serviceaftale) is missing. */
    REFUSED,
    /** The token service answered something that is no token. */
    UNREADABLE
  }
}
