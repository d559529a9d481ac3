package dk.borgermaaling.gateway.tables;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one table that are made together or not at all. Times are real time.
 *
 * @param table id of the table
 * @param proposer user name of who drafted it and answers for it
 * @param note why, in the proposer's words
 * @param correctsPast whether the proposer has marked that it changes what the table says of days
 *     before today
 * @param proposal absent of a draft
 * @param closing absent while it is open
 */
public record ChangeSet(
    UUID id,
    String table,
    State state,
    String proposer,
    Instant draftedAt,
    List<Change> changes,
    String note,
    boolean correctsPast,
    @Nullable Proposal proposal,
    @Nullable Closing closing) {
  public enum State {
    /** Only the proposer works on it. */
    DRAFT,
    /** Waits for another person. */
    PROPOSED,
    CONFIRMED,
    REJECTED,
    /** Nobody confirmed it in time, or the table was changed in between. */
    EXPIRED
  }

  /**
   * What was proposed.
   *
   * @param version of the table that it was made on
   * @param previews what the proposer saw
   */
  public record Proposal(Instant at, String version, Previews previews) {}

  /**
   * How it ended.
   *
   * @param by user name; null when nobody ended it
   * @param note why it was rejected, or has expired
   * @param previews what the change would have done when it was confirmed
   * @param applied what was done to the table
   */
  public record Closing(
      Instant at, @Nullable String by, String note, Previews previews, TableDiff applied) {}

  public ChangeSet {
    changes = List.copyOf(changes);
  }

  static ChangeSet draft(UUID id, String table, String proposer, Instant at, List<Change> changes) {
    return new ChangeSet(id, table, State.DRAFT, proposer, at, changes, "", false, null, null);
  }

  public boolean isOpen() {
    return state == State.DRAFT || state == State.PROPOSED;
  }

  ChangeSet edited(List<Change> edited, String why, boolean past) {
    return new ChangeSet(
        id, table, state, proposer, draftedAt, edited, why, past, proposal, closing);
  }

  ChangeSet proposed(Proposal made) {
    return new ChangeSet(
        id, table, State.PROPOSED, proposer, draftedAt, changes, note, correctsPast, made, closing);
  }

  ChangeSet closed(State how, Closing end) {
    return new ChangeSet(
        id, table, how, proposer, draftedAt, changes, note, correctsPast, proposal, end);
  }
}
