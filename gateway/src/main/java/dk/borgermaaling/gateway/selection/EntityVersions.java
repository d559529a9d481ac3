package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the case systems have told more than once: the stored versions of a citizen's entities,
 * whoever they tell of, because a correction may name another citizen.
 */
record EntityVersions(List<StoredCaseEvent> events) {
  EntityVersions {
    events = List.copyOf(events);
  }

  /** Whether a higher version of the event's entity is stored. */
  boolean supersede(StoredCaseEvent event) {
    return ofEntity(event).anyMatch(other -> other.version() > event.version());
  }

  /**
   * Whether the event tells otherwise what its entity told before. A conversation always does; the
   * entity of a course may be the citizen's, whose next course ends in it too, and then something
   * else was told in between.
   */
  boolean areCorrectedBy(StoredCaseEvent event) {
    return ofEntity(event)
        .filter(other -> other.version() < event.version())
        .max(Comparator.comparingInt(StoredCaseEvent::version))
        .filter(before -> isCorrection(before.happening(), event.happening()))
        .isPresent();
  }

  private static boolean isCorrection(Happening before, Happening told) {
    return told instanceof Happening.ConversationHeld
        || (told instanceof Happening.CourseEnded && before instanceof Happening.CourseEnded);
  }

  private Stream<StoredCaseEvent> ofEntity(StoredCaseEvent event) {
    return events.stream().filter(event::isOfTheSameEntityAs);
  }
}
