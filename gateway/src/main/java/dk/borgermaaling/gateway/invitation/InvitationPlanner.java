package dk.borgermaaling.gateway.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans from when it happened, or, for what is told late, from when it came; never from when it is
 * processed: a stored event always has the same plan.
 */
public final class InvitationPlanner {
  private final PlanSettings settings;
  private final AllowedHours hours;

  public InvitationPlanner(PlanSettings settings, AllowedHours hours) {
    this.settings = settings;
    this.hours = hours;
  }

  /**
   * Nothing is planned for a time that had passed when the event came, so that a citizen of whom we
   * hear late has the same days to answer and to be reminded as any other. A reminder that would
   * leave at or after the close is left out.
   *
   * @param occurredAt when it happened, business time
   * @param receivedAt when it was stored, business time
   */
  public InvitationPlan plan(Instant occurredAt, Instant receivedAt) {
    Instant wish = occurredAt.plus(settings.firstAfter());
    Instant first = hours.next(wish.isBefore(receivedAt) ? receivedAt : wish);
    Instant closesAt = first.plus(settings.closeAfter());
    Instant reminder = hours.next(first.plus(settings.reminderAfter()));
    List<PlannedStep> steps = new ArrayList<>();
    steps.add(PlannedStep.digital(Step.FIRST, first));
    if (reminder.isBefore(closesAt)) {
      steps.add(PlannedStep.digital(Step.reminder(1), reminder));
    }
    return new InvitationPlan(List.copyOf(steps), closesAt);
  }
}
