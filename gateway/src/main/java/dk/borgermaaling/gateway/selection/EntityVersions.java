package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the case systems have told more than once: the stored versions of citizens' entities,
 * whoever they tell of, because a correction may name another citizen.
 */
final class EntityVersions {
  private final Map<Entity, List<StoredCaseEvent>> byEntity;

  EntityVersions(Collection<StoredCaseEvent> events) {
    byEntity = events.stream().collect(Collectors.groupingBy(Entity::of));
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
    return byEntity.getOrDefault(Entity.of(event), List.of()).stream();
  }

  record Entity(MunicipalityCode municipality, EventSource source, String id) {
    static Entity of(StoredCaseEvent event) {
      return new Entity(event.municipality(), event.source(), event.entityId());
    }
  }
}
