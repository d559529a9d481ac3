package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;

/**
 * The invitations, as selection needs them; the feature {@code invitation} implements it. Joins the
 * open transaction.
 */
public interface InvitationBook {
  /** All that were not withdrawn, in every municipality. */
  List<PastInvitation> of(CitizenId citizen);

  /** Makes the invitation of this event, with its plan. */
  void invite(StoredCaseEvent event, String surveyGroup);

  /** Takes back what has not left yet of the open invitation made from the entity of this event. */
  void withdrawMadeFrom(StoredCaseEvent event);

  /** As {@link #withdrawMadeFrom}, but only what other citizens than the event's have got. */
  void withdrawMadeFromForOthers(StoredCaseEvent event);

  /**
   * Takes back what has not left yet of the open invitations of this event's citizen: of the
   * event's municipality.
   */
  void withdrawInMunicipality(StoredCaseEvent event);

  /**
   * Takes back what has not left yet of the citizen's open invitations of this municipality,
   * without any event.
   *
   * @param at business time; what is closed then stays as it is
   */
  void withdrawInMunicipality(CitizenId citizen, MunicipalityCode municipality, Instant at);

  /** As {@link #withdrawInMunicipality(StoredCaseEvent)}, in all municipalities. */
  void withdrawEverywhere(StoredCaseEvent event);
}
