package dk.borgermaaling.simulators.citizens;

/** When a citizen answers. */
public enum Habit {
  NEVER,
  /** On the first message, whichever it is. */
  AFTER_FIRST,
  /** Not before a reminder. */
  AFTER_REMINDER;

  /** Tells whether a message of this step makes the citizen open the link. */
  public boolean actsOn(String step) {
    return switch (this) {
      case NEVER -> false;
      case AFTER_FIRST -> true;
      case AFTER_REMINDER -> step.startsWith("reminder");
    };
  }
}
