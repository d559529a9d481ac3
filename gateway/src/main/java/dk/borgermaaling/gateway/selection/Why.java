package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a citizen was asked or not, from what was stored with the decisions and nothing else: the
 * same question has the same answer whatever has been changed since.
 */
public interface Why {
  /** Everything that was decided of a citizen in a municipality, the newest first. */
  List<Explained> of(MunicipalityCode municipality, Reference reference);

  /** How somebody refers to a citizen. */
  sealed interface Reference {
    /** By our own id, for example out of a list of decisions. */
    record Citizen(CitizenId id) implements Reference {}

    /**
     * By what the case system calls the conversation, course or citizen.
     *
     * @param entityId as in {@link StoredCaseEvent#entityId()}
     */
    record Case(String entityId) implements Reference {}
  }

  /**
   * One decision with what it was about.
   *
   * @param event absent when a round decided
   * @param id absent when a round decided
   */
  record Explained(
      @Nullable EventId id, @Nullable StoredCaseEvent event, DecisionBook.Stored decision) {}
}
