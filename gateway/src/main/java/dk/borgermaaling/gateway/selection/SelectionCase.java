package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules know of one event.
 *
 * @param superseded whether a higher version of the entity is stored
 * @param triggersSome whether what happened leads to invitations in some group
 * @param triggersGroup whether what happened leads to invitations in the candidate's group
 */
public record SelectionCase(
    StoredCaseEvent event,
    boolean superseded,
    boolean triggersSome,
    boolean triggersGroup,
    Candidate candidate) {
  @Nullable String surveyGroup() {
    return candidate.surveyGroup();
  }
}
