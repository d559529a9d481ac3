package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a citizen in a municipality on the day that counts: that of the event, or the
 * reference date of the round.
 *
 * @param at the instant that counts, business time
 * @param agreed whether the municipality had a service agreement on the day
 * @param optedOut whether the municipality has told that the citizen is not to be asked
 * @param groupKnown whether the table knows the citizen's group
 * @param surveyGroup the survey group, absent when unknown or not surveyed
 * @param groupStart first day in the group, as far as it is told
 * @param responsibleActor who holds the course, as far as it is told
 * @param invitations the citizen's, without withdrawn ones: this municipality's, and others' as far
 *     as both agreements say that they count
 * @param weeksAsked Mondays of the weeks for which first messages were planned, as far as they
 *     count in the quarantine of this municipality
 * @param replacementNumbersAllowed whether replacement numbers are asked, as in tests
 * @param draw of the citizen's stratum
 * @param drawn whether it draws the citizen
 */
public record Candidate(
    Instant at,
    LocalDate day,
    boolean agreed,
    SelectionTerms terms,
    CitizenTraits citizen,
    ProjectedCourse course,
    boolean optedOut,
    boolean groupKnown,
    @Nullable String surveyGroup,
    @Nullable LocalDate groupStart,
    @Nullable ResponsibleActor responsibleActor,
    List<PastInvitation> invitations,
    List<LocalDate> weeksAsked,
    boolean replacementNumbersAllowed,
    DrawPlan draw,
    boolean drawn) {}
