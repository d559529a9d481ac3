package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invitations, as selection needs them; the feature {@code invitation} implements it. Joins the
 * open transaction.
 */
public interface InvitationBook {
  /** All that were not withdrawn, in every municipality. */
  List<PastInvitation> of(CitizenId citizen);

  /** Makes the invitation of this event, with its plan. */
  void invite(StoredCaseEvent event, String surveyGroup);

  /** Takes back what has not left yet of the invitation made from the entity of this event. */
  void withdrawMadeFrom(StoredCaseEvent event);

  /**
   * Takes back what has not left yet of the citizen's invitations.
   *
   * @param municipality in this one; absent means in all
   */
  void withdrawAll(CitizenId citizen, @Nullable MunicipalityCode municipality);
}
