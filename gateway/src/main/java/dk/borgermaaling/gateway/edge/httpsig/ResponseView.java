package dk.borgermaaling.gateway.edge.httpsig;

/**
 * A response and the request that it answers.
 *
 * @param status three digits
 */
public record ResponseView(int status, FieldLines fields, Content content, RequestView request)
    implements MessageView {
  public ResponseView {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("a status has three digits, 100 to 599");
    }
  }

  /** The status alone: the rest is the caller's data. */
  @Override
  public String toString() {
    return "ResponseView[" + status + ']';
  }
}
