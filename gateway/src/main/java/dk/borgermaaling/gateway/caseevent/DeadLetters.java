package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a case system told and no event could be made of: kept with the reason until the cause is
 * mended, for a person to see. Never holds personal data beyond the case system's own id.
 */
public interface DeadLetters {
  /** Notes it once; a repeat counts up and moves {@code lastSeen}. Joins an open transaction. */
  void note(DeadLetter letter);

  /**
   * As {@link #note}, and keeps what was told, sealed, so that it can be {@linkplain Redriver
   * driven again} once the cause is mended. A repeat of the same content changes nothing else.
   *
   * @param version of the entity, from 1: what was told is driven again in this order
   */
  default void park(DeadLetter letter, int version, Told told) {
    note(letter);
  }

  /** The entities have become events after all; their letters are removed. */
  void settle(EventSource source, MunicipalityCode municipality, Collection<String> entityIds);

  /** The entities of a feed that have letters, so that a run settles no more than these. */
  default Set<String> entitiesOf(EventSource source, MunicipalityCode municipality) {
    return waiting(Integer.MAX_VALUE).stream()
        .map(Noted::letter)
        .filter(letter -> letter.source() == source && letter.municipality().equals(municipality))
        .map(DeadLetter::entityId)
        .collect(Collectors.toSet());
  }

  /** What waits for a person, last seen first, at most {@code limit}. */
  List<Noted> waiting(int limit);

  /**
   * What the letter says.
   *
   * @param entityId as in {@link CaseEvent#entityId()}
   * @param reason stable short name, for example {@code unknown-target-group}
   * @param detail one sentence for the operator; no CPR number, no free text of the case system
   */
  record DeadLetter(
      EventSource source,
      MunicipalityCode municipality,
      String entityId,
      String reason,
      String detail) {}

  /**
   * What was told, in the words of its way in.
   *
   * @param format names the {@link Redriver} that understands it, for example {@code case-event/1}
   * @param content may hold a CPR number: kept sealed, never shown
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
  record Told(String format, byte[] content) {
    @Override
    public String toString() {
      return "Told[" + format + "]";
    }
  }

  /** Real time, from the database's clock. */
  record Noted(DeadLetter letter, Instant firstSeen, Instant lastSeen, int times) {}
}
