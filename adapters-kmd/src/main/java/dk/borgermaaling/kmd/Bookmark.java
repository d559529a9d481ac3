package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the task list is read: everything changed before it is settled. It waits for what is not,
 * but never longer than an event may be late (30 days), so that one broken task cannot make the
 * list grow for ever.
 *
 * <p>One reading can miss a task: rows move to other pages while the list is read, and a change
 * that was committed late shows up behind the bookmark. So every run reads the last day before the
 * bookmark again; what has been told already gives no event.
 *
 * <p>It never goes beyond now, whatever a task says: all that changes until then would be lost. One
 * that stands there nevertheless does not count.
 */
final class Bookmark {
  static final String KEY = "bookmark/tasks";
  private static final Duration LATEST = Duration.ofDays(30);

  /** Business time: Momentum's {@code updatedAt} and the gateway's business clock go together. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final @Nullable Entry before;
  private final Instant now;
  private final Instant oldest;
  private final @Nullable Instant reached;
  private Instant read = Instant.MIN;
  private Instant unsettled = Instant.MAX;
  private boolean stays;

  /**
   * @param fromTheStart whether everything is read that may still count, whatever was read before;
   *     what was never read because nobody looked is read in any case
   */
  Bookmark(FeedMemory memory, MunicipalityCode municipality, Instant now, boolean fromTheStart) {
    Map<String, Entry> remembered = memory.recall(EventSource.MOMENTUM, municipality, List.of(KEY));
    this.before = remembered.get(KEY);
    this.now = now;
    this.oldest = now.minus(LATEST);
    Instant stored = before == null ? null : Instant.parse(before.state());
    Instant stands = stored == null || stored.isAfter(now) ? null : stored;
    boolean further = stands != null && stands.minus(OVERLAP).isBefore(oldest);
    this.reached = further || !fromTheStart ? stands : null;
  }

  /** From here, inclusive, the list is to be read. */
  Instant from() {
    return reached == null ? oldest : reached.minus(OVERLAP);
  }

  /**
   * Whether a change is dated further ahead than a run takes and clocks differ: a day, because
   * business time can be fast.
   */
  boolean isAhead(Instant changedAt) {
    return changedAt.isAfter(now.plus(OVERLAP));
  }

  void read(Instant changedAt) {
    Instant counted = changedAt.isAfter(now) ? now : changedAt;
    read = counted.isAfter(read) ? counted : read;
  }

  void unsettled(Instant changedAt) {
    unsettled = changedAt.isBefore(unsettled) ? changedAt : unsettled;
  }

  /** The list was not read to its end: the next run reads it all again. */
  void stays() {
    stays = true;
  }

  /**
   * Whether the next run will not read everything again that this one read for the first time: then
   * this run has to look twice.
   */
  boolean leaps() {
    return !read.equals(Instant.MIN) && next().minus(OVERLAP).isAfter(start());
  }

  private Instant start() {
    return reached == null ? oldest : reached;
  }

  private Instant next() {
    Instant settled = unsettled.isBefore(read) ? unsettled : read;
    return settled.isBefore(oldest) ? oldest : settled;
  }

  /** What is to be remembered now; empty when the bookmark has not moved. */
  Map<String, Entry> moved() {
    Instant next = next();
    if (stays || read.equals(Instant.MIN) || !next.isAfter(start())) {
      return Map.of();
    }
    return Map.of(KEY, new Entry(before == null ? 1 : before.version() + 1, next.toString()));
  }
}
