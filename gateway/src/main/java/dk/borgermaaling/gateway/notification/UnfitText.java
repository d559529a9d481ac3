package dk.borgermaaling.gateway.notification;

/**
 * The text that would have been used may not be. Its message is safe to show to staff: it names the
 * text and says what to do.
 */
public final class UnfitText extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  UnfitText(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
