package dk.borgermaaling.gateway.notification;

/**
 * A failure as staff may see it.
 *
 * @param reason safe: made by {@link SafeText}, so without CPR numbers and links
 */
public record Failure(FailureClass kind, String reason) {
  /** The reason of a step to a citizen who is exempt from Digital Post, or not registered. */
  public static final String EXEMPT_FROM_DIGITAL_POST = "EXEMPT_FROM_DIGITAL_POST";

  /** The reason of a step by text message to a citizen who does not take them. */
  public static final String NOT_SUBSCRIBED_TO_NEMSMS = "NOT_SUBSCRIBED_TO_NEMSMS";

  /** The reason of a step by letter of a municipality that has not agreed to letters. */
  public static final String LETTERS_NOT_AGREED = "LETTERS_NOT_AGREED";

  /** The reason of a step whose invitation was taken back before it left. */
  public static final String INVITATION_WITHDRAWN = "INVITATION_WITHDRAWN";

  /** The reason of a step of a municipality that takes part no longer. */
  public static final String NO_SERVICE_AGREEMENT = "NO_SERVICE_AGREEMENT";

  /** The reason of a letter that somebody recalled at the print supplier. */
  public static final String RECALLED_AT_PRINT = "RECALLED_AT_PRINT";

  /** What is shown of a step that was sent again, until a receipt has ended it. */
  public static final String SENT_AGAIN = "SENT_AGAIN";

  /** The reason of a step that expired, when nothing else is known. */
  public static final String TOO_LATE = "TOO_LATE";

  /** The reason of a step to a citizen who is dead by the civil register. */
  public static final String CITIZEN_DEAD = "CITIZEN_DEAD";

  /** The reason of a step to a citizen who lives in another municipality by the civil register. */
  public static final String CITIZEN_MOVED_AWAY = "CITIZEN_MOVED_AWAY";

  public Failure {
    reason = SafeText.of(reason);
  }

  /** Whether it is about the citizen and not about the channel: no other channel does better. */
  boolean endsEveryChannel() {
    return CITIZEN_DEAD.equals(reason) || CITIZEN_MOVED_AWAY.equals(reason);
  }
}
