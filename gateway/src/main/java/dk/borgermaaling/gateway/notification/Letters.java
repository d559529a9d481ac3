package dk.borgermaaling.gateway.notification;

/**
 * Writes the printed letter (fjernprint) of a step. Called without an open transaction, on the day
 * the step leaves, because only then is the address asked for; never throws for what happens at the
 * other end.
 */
public interface Letters {
  /** No municipality has agreed to letters. */
  Letters NONE =
      writing -> new Written.Refused(new Failure(FailureClass.STOPPED, Failure.LETTERS_NOT_AGREED));

  /**
   * The letter, or why there is none. The class of the failure says what the step does: {@code
   * TRANSIENT} tries again later, {@code CONFIGURATION} and {@code AGREEMENT} also pause letters of
   * the municipality, {@code CONTENT} ends the step, everything else goes on with the next channel.
   */
  Written write(Writing writing);
}
