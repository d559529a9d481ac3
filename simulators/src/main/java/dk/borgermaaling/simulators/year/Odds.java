package dk.borgermaaling.simulators.year;

/**
 * How often what happens, in parts of ten thousand. Guesses all of them: no source counts wrong,
 * late or doubled events.
 */
final class Odds {
  /** Of lives. */
  static final int CHANGES_GROUP = 1_500;

  static final int MOVES = 250;
  static final int DIES = 40;
  static final int EXEMPTED = 150;
  static final int PROTECTED = 100;
  static final int CHANGES_NUMBER = 30;
  static final int MINOR = 50;
  static final int UNKNOWN_CODE = 40;
  static final int WITH_OTHER_ACTOR = 400;

  /** Of moves. */
  static final int GOES_ON_ELSEWHERE = 6_000;

  static final int ABROAD = 1_000;

  /** Of beginnings and ends of a group, where the case system tells conversations with theirs. */
  static final int GROUP_TOLD = 5_000;

  /** Of conversations. */
  static final int TRIGGERS = 6_000;

  static final int CORRECTED = 250;
  static final int WITHDRAWN = 80;
  static final int CANCELLED = 80;

  /** Of corrections: the type too, not the form alone. */
  static final int TYPE_CORRECTED = 2_000;

  /** Of all events. */
  static final int DOUBLED = 100;

  static final int TOLD_DAYS_LATE = 400;
  static final int TOLD_TOO_LATE = 50;

  private Odds() {}
}
