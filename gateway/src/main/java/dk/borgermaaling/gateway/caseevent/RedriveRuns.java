package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of driving dead letters again. Every call joins the open transaction. */
public interface RedriveRuns {
  /** The asker of the run of every night. */
  String EVERY_NIGHT = "(every night)";

  /** The asker of a run after the tables have changed. */
  String AFTER_A_CHANGE = "(tables changed)";

  /**
   * Notes that a run was asked for.
   *
   * @param asker user name of an account, or one of the constants
   * @return its number
   */
  long open(Selection selection, String asker);

  /** The run, if it has not ended. */
  Optional<Selection> find(long run);

  /** Adds to what came of it. */
  void add(long run, Tally tally);

  void close(long run);

  /** The latest, last asked for first. */
  List<Run> last(int limit);

  /** Deletes runs that were asked for before a moment, in real time. */
  void forget(Instant before);

  /**
   * What came of letters.
   *
   * @param stored became events
   * @param duplicates were events already
   * @param stillUnknown stay, for the reason that holds now
   * @param withoutContent stay, because what was told has been deleted
   * @param failed stay, because the gateway failed; the log says why
   */
  record Tally(int stored, int duplicates, int stillUnknown, int withoutContent, int failed) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally more) {
      return new Tally(
          stored + more.stored,
          duplicates + more.duplicates,
          stillUnknown + more.stillUnknown,
          withoutContent + more.withoutContent,
          failed + more.failed);
    }
  }

  /** A run; times are real, from the database's clock. */
  record Run(
      long number,
      Selection selection,
      String asker,
      Instant askedAt,
      @Nullable Instant endedAt,
      Tally tally) {}
}
