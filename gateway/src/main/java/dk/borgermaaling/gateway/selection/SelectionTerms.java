package dk.borgermaaling.gateway.selection;

/**
 * On what terms a municipality asks on a day; its own where it has some, else {@link #STANDARD}.
 *
 * @param minimumWeeks full weeks from the first day in the group to the day that counts; 0 or more
 * @param quarantineWeeks from the week of the planned first message to the first day on which the
 *     citizen may be asked again; 0 or more
 * @param asksProtected whether citizens with name and address protection are asked: Digital Post
 *     needs no address
 * @param needsConversation whether the municipality must have held a conversation in this course;
 *     off where the case system tells of none
 * @param paused whether nobody is asked for the time being
 */
public record SelectionTerms(
    SamplingMode mode,
    int minimumWeeks,
    int quarantineWeeks,
    boolean asksProtected,
    boolean needsConversation,
    boolean paused) {
  /** Four weeks in the group, half a year between invitations. */
  public static final SelectionTerms STANDARD =
      new SelectionTerms(SamplingMode.CONTINUOUS, 4, 26, true, true, false);

  public SelectionTerms {
    if (minimumWeeks < 0 || quarantineWeeks < 0) {
      throw new IllegalArgumentException("the weeks of selection terms are 0 or more");
    }
  }
}
