package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules know of one event.
 *
 * @param superseded whether a higher version of the entity is stored
 * @param agreed whether the municipality had a service agreement on the day it happened
 * @param triggersSome whether what happened leads to invitations in some group
 * @param optedOut whether the municipality has told that the citizen is not to be asked
 * @param groupKnown whether the table knows the citizen's group
 * @param surveyGroup the survey group, absent when unknown or not surveyed
 * @param triggersGroup whether what happened leads to invitations in {@code surveyGroup}
 * @param groupStart first day in the group, as far as it is told
 * @param quarantineAcross whether invitations of other municipalities count in quarantine, as the
 *     agreement of the day it came instructs
 * @param replacementNumbersAllowed whether replacement numbers are asked, as in tests
 */
public record SelectionCase(
    StoredCaseEvent event,
    boolean superseded,
    boolean agreed,
    boolean triggersSome,
    CitizenTraits citizen,
    ProjectedCourse course,
    boolean optedOut,
    boolean groupKnown,
    @Nullable String surveyGroup,
    boolean triggersGroup,
    @Nullable LocalDate groupStart,
    List<PastInvitation> invitations,
    boolean quarantineAcross,
    boolean replacementNumbersAllowed) {

  /** The same case, had the versions before it not led to an invitation. */
  SelectionCase withoutItsInvitation() {
    return new SelectionCase(
        event,
        superseded,
        agreed,
        triggersSome,
        citizen,
        course,
        optedOut,
        groupKnown,
        surveyGroup,
        triggersGroup,
        groupStart,
        invitations.stream().filter(invitation -> !invitation.isMadeFrom(event)).toList(),
        quarantineAcross,
        replacementNumbersAllowed);
  }
}
