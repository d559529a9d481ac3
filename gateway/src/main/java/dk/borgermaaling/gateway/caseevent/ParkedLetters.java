package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What dead letters have kept. Every call joins the open transaction; who changes what an entity
 * has kept holds its letter's lock.
 */
public interface ParkedLetters {
  /** Entities with kept content that match, after {@code after} in their order. */
  List<Entity> next(Selection selection, @Nullable Entity after, int limit);

  /**
   * All that an entity has kept, the lowest version first, of one version what came first; locks
   * its letters.
   */
  List<Parked> lock(Entity entity);

  /** It is an event now: it is no longer kept, and its letter goes with the last that it kept. */
  void settle(Parked parked);

  /** It is kept for this reason now; what was seen of the old letter is seen of the new one. */
  void restate(Parked parked, DeadLetter now);

  /** The highest version kept of an entity that was not taken back. */
  OptionalInt lastVersion(Entity entity);

  /**
   * The case system takes an entity back, of which this version is kept: neither it nor a lower one
   * is driven again. A second call changes nothing.
   *
   * @return whether this version is, or was, kept
   */
  boolean takeBack(Entity entity, int version);

  /**
   * A person has dealt with it: the letter goes, and what it has kept with it.
   *
   * @return false when there was nothing to close
   */
  boolean close(Entity entity, String reason);

  /**
   * Deletes content parked before a moment, in business time; its letters stay and say so.
   *
   * @return how many
   */
  int forget(Instant before);

  /** An entity of a case system. */
  record Entity(MunicipalityCode municipality, EventSource source, String entityId) {
    public static Entity of(CaseEvent event) {
      return new Entity(event.municipality(), event.source(), event.entityId());
    }
  }

  /** Which letters; null means all. */
  record Selection(
      @Nullable String reason,
      @Nullable MunicipalityCode municipality,
      @Nullable EventSource source) {
    public static final Selection ALL = new Selection(null, null, null);

    public static Selection ofReason(String reason) {
      return new Selection(reason, null, null);
    }
  }

  /**
   * What was told of one version.
   *
   * @param told absent when its time was up
   */
  record Parked(long id, Entity entity, int version, String reason, @Nullable Told told) {}
}
