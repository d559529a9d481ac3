package dk.borgermaaling.gateway.message;

/** The words for one message, or why there are none. */
public sealed interface Words {
  record Ready(FilledText text) implements Words {}

  /**
   * The text that would have been used may not be.
   *
   * @param reason safe to show to staff; names the text and says what to do
   */
  record Unfit(String reason) implements Words {}
}
