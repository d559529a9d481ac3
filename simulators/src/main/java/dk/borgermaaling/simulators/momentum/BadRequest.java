package dk.borgermaaling.simulators.momentum;

/** The request is wrong; the text says how and goes into the answer. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRequest(String text) {
    super(text);
  }
}
