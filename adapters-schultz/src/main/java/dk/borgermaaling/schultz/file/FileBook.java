package dk.borgermaaling.schultz.file;

import dk.borgermaaling.schultz.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which files have been taken, how far, and what was wrong. A file is known by tenant, name and
 * checksum: the same name with another content is another file. Times are real.
 */
public interface FileBook {
  /** A file of this content, whatever has become of it. */
  Optional<TakenFile> find(Tenant tenant, FileName name, Checksum checksum);

  /** Files of the tenant that are being taken, the eldest first. */
  List<TakenFile> unfinished(Tenant tenant);

  /** Begins a file that is not known; does nothing when it is. */
  void begin(Tenant tenant, FileName name, Checksum checksum, long size, long rows, Instant now);

  /**
   * From now on this reader alone can go on; whoever read before cannot any more.
   *
   * @return how many rows have been handed in
   */
  long claim(TakenFile file, UUID reader);

  /**
   * Notes that rows have been handed in, in the transaction in which they were.
   *
   * @param before how many rows had been handed in
   * @return whether the reader is still the one that may; false when another has claimed the file
   */
  boolean advance(TakenFile file, UUID reader, long before, Step step);

  /** All rows have been handed in and the file has been put away. */
  void finish(TakenFile file, UUID reader, Instant now);

  /** The same content came again. */
  void repeated(TakenFile file);

  /** What was wrong with rows, by their number. */
  void errors(TakenFile file, Consumer<RowError> each);

  /** The tenant's files, the newest first, at most {@code limit}. */
  List<TakenFile> files(Tenant tenant, int limit);

  Optional<TakenFile> byId(Tenant tenant, UUID id);

  /** Forgets what was wrong with the rows of files that were finished before; never the files. */
  void forgetErrors(Tenant tenant, Instant finishedBefore);

  /** Notes a file of which nothing is taken, in the place of what was noted of its name. */
  void refuse(Tenant tenant, RefusedEntry refused);

  /** By name. */
  List<RefusedEntry> refused(Tenant tenant);

  /** Nothing is refused of this name any more. */
  void accept(Tenant tenant, String name);

  /**
   * A file as the book has it.
   *
   * @param rows found when the file was checked
   * @param handedIn of these
   * @param finished null while it is being taken
   */
  record TakenFile(
      UUID id,
      String tenant,
      FileName name,
      Checksum checksum,
      long size,
      long rows,
      long handedIn,
      Counts counts,
      int repeats,
      Instant begun,
      @Nullable Instant finished) {}

  /** What became of rows. */
  record Counts(long stored, long duplicate, long rejected) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts more) {
      return new Counts(stored + more.stored, duplicate + more.duplicate, rejected + more.rejected);
    }
  }

  /**
   * Rows that were handed in together.
   *
   * @param rows how many
   */
  record Step(int rows, Counts counts, List<RowError> errors) {
    public Step {
      errors = List.copyOf(errors);
    }
  }

  /**
   * What was wrong with a row; nothing of its content but the id of the event.
   *
   * @param field empty when it is not about one
   */
  record RowError(
      long row, @Nullable UUID eventId, String problem, String field, String expected) {}

  /**
   * A file of which nothing is taken.
   *
   * @param name as the operator is shown it
   * @param stamp what the file looked like; when it looks otherwise it is tried again
   * @param told whether a person has been told
   */
  record RefusedEntry(
      String name, Refusal reason, String text, String stamp, Instant firstSeen, boolean told) {
    RefusedEntry seenAs(RefusedEntry before) {
      return new RefusedEntry(name, reason, text, stamp, before.firstSeen, before.told);
    }

    RefusedEntry nowTold() {
      return new RefusedEntry(name, reason, text, stamp, firstSeen, true);
    }
  }
}
