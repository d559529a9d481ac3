package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invitations, as selection needs them; the feature {@code invitation} implements it. Joins the
 * open transaction.
 */
public interface InvitationBook {
  /** All of these citizens that were not withdrawn, in every municipality. */
  List<PastInvitation> of(Collection<CitizenId> citizens);

  /**
   * The invitation that this occasion leads to, with its planned times; stores nothing.
   *
   * @param surveyGroup null when it is not known
   */
  PastInvitation planned(Occasion occasion, @Nullable String surveyGroup);

  /** Makes these invitations, with their plans. */
  void invite(List<Made> invitations);

  /**
   * Takes back what has not left yet of these, reminders too.
   *
   * @param why kept with each, also with those that had left
   * @return those of which nothing had left: as if they had never been
   */
  List<PastInvitation> takeBack(Collection<PastInvitation> invitations, TakenBack why);

  /** An invitation to be stored, as {@link #planned} gave it. */
  record Made(PastInvitation invitation, Occasion occasion, String surveyGroup) {}
}
