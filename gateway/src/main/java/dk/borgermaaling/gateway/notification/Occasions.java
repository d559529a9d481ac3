package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an invitation is about, for whoever chooses its words. */
public interface Occasions {
  About of(InvitationId invitation);

  /**
   * What words may depend on.
   *
   * @param lastDay Danish civil date, inclusive, on which it can be answered
   * @param variant the arm of a trial that the citizen is in; empty in none
   */
  record About(@Nullable UUID round, String surveyGroup, LocalDate lastDay, String variant) {}
}
