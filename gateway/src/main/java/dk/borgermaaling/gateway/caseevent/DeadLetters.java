package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What a case system told and no event could be made of: kept with the reason until the cause is
 * mended, for a person to see. Never holds personal data beyond the case system's own id.
 */
public interface DeadLetters {
  /** Notes it once; a repeat counts up and moves {@code lastSeen}. Joins an open transaction. */
  void note(DeadLetter letter);

  /** The entities have become events after all; their letters are removed. */
  void settle(EventSource source, MunicipalityCode municipality, Collection<String> entityIds);

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

  /** Real time, from the database's clock. */
  record Noted(DeadLetter letter, Instant firstSeen, Instant lastSeen, int times) {}
}
