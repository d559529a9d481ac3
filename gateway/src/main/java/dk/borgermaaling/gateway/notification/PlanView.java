package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an invitation, as it may be shown: what was planned, with what operators have
 * changed. What has become of a reminder is not in it, because that tells who has answered.
 *
 * @param closesAt business time
 * @param withdrawn it was taken back before anything left, or has been stopped since
 * @param firstWaits the first message has not left and nothing has ended it
 */
public record PlanView(
    InvitationId invitation,
    MunicipalityCode municipality,
    String surveyGroup,
    Instant closesAt,
    boolean withdrawn,
    boolean firstWaits,
    List<PlannedRow> steps) {

  /**
   * A step as planned.
   *
   * @param plannedFor business time
   * @param edit what was changed last; null when nothing was
   */
  public record PlannedRow(
      NotificationId id,
      Step step,
      Instant plannedFor,
      SendWindow window,
      List<Channel> channels,
      boolean takenOut,
      @Nullable Edit edit) {}

  /** Who changed a step, and why; {@code at} is real time. */
  public record Edit(String reason, String by, Instant at) {}

  /**
   * Whether a step can still be changed. Of a reminder the plan and the clock alone decide, so that
   * one that is no longer needed looks like any other.
   *
   * @param now business time
   */
  public boolean isOpen(PlannedRow row, Instant now) {
    return !withdrawn
        && !row.takenOut()
        && now.isBefore(closesAt)
        && (row.step().isReminder() ? now.isBefore(row.plannedFor()) : firstWaits);
  }
}
