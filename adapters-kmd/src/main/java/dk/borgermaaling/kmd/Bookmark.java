package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the task list is read: everything changed before it is settled. It waits for what is not,
 * but never longer than an event may be late (30 days), so that one broken task cannot make the
 * list grow for ever.
 */
final class Bookmark {
  static final String KEY = "bookmark/tasks";
  private static final Duration LATEST = Duration.ofDays(30);

  private final @Nullable Entry before;
  private final Instant oldest;
  private Instant read = Instant.MIN;
  private Instant unsettled = Instant.MAX;

  Bookmark(FeedMemory memory, MunicipalityCode municipality, Instant now) {
    Map<String, Entry> remembered = memory.recall(EventSource.MOMENTUM, municipality, KEY);
    this.before = remembered.get(KEY);
    this.oldest = now.minus(LATEST);
  }

  /** From here, inclusive, the list is to be read. */
  Instant from() {
    return before == null ? oldest : Instant.parse(before.state());
  }

  void read(Instant changedAt) {
    read = changedAt.isAfter(read) ? changedAt : read;
  }

  void unsettled(Instant changedAt) {
    unsettled = changedAt.isBefore(unsettled) ? changedAt : unsettled;
  }

  /** What is to be remembered now; empty when the bookmark has not moved. */
  Map<String, Entry> moved() {
    Instant settled = unsettled.isBefore(read) ? unsettled : read;
    Instant next = settled.isBefore(oldest) ? oldest : settled;
    if (read.equals(Instant.MIN) || !next.isAfter(from())) {
      return Map.of();
    }
    return Map.of(KEY, new Entry(before == null ? 1 : before.version() + 1, next.toString()));
  }
}
