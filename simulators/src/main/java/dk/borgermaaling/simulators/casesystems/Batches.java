package dk.borgermaaling.simulators.casesystems;

import dk.borgermaaling.simulators.world.StoryEvent;
import java.time.Instant;
import java.util.List;

/** Cuts the story into what is handed over at once. */
final class Batches {
  /** Few, so that a batch lost to a dead gateway is soon sent again. */
  static final int SIZE = 25;

  private Batches() {}

  /**
   * The next events from {@code position} that are told by {@code now}; empty when there are none.
   * A conversation and its correction at once are never parted.
   */
  static List<StoryEvent> next(List<StoryEvent> events, int position, Instant now) {
    int end = position;
    while (end < events.size()
        && !events.get(end).toldAt().isAfter(now)
        && (end - position < SIZE || belongTogether(events.get(end - 1), events.get(end)))) {
      end++;
    }
    return events.subList(position, end);
  }

  private static boolean belongTogether(StoryEvent one, StoryEvent next) {
    return one.toldAt().equals(next.toldAt()) && one.entityId().equals(next.entityId());
  }
}
