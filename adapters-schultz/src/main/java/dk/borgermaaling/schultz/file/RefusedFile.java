package dk.borgermaaling.schultz.file;

import java.util.Objects;

/** Nothing is taken of a file. The message has nothing of its content. */
public final class RefusedFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  /**
   * @param where a place in the file, or a name of the contract; never a value; may be empty
   */
  public RefusedFile(Refusal reason, String where) {
    super(where.isEmpty() ? reason.text() : reason.text() + ": " + where);
    this.reason = reason;
  }

  public RefusedFile(Refusal reason) {
    this(reason, "");
  }

  public Refusal reason() {
    return reason;
  }

  /** For the operator. */
  public String text() {
    return Objects.requireNonNull(getMessage());
  }
}
