package dk.borgermaaling.gateway.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans from when it happened, never from when it is processed: the same event always has the same
 * plan.
 */
public final class InvitationPlanner {
  private final PlanSettings settings;
  private final AllowedHours hours;

  public InvitationPlanner(PlanSettings settings, AllowedHours hours) {
    this.settings = settings;
    this.hours = hours;
  }

  /** A reminder that would leave at or after the close is left out. */
  public InvitationPlan plan(Instant occurredAt) {
    Instant first = hours.next(occurredAt.plus(settings.firstAfter()));
    Instant closesAt = first.plus(settings.closeAfter());
    Instant reminder = hours.next(first.plus(settings.reminderAfter()));
    List<PlannedStep> steps = new ArrayList<>();
    steps.add(new PlannedStep(Step.FIRST, first));
    if (reminder.isBefore(closesAt)) {
      steps.add(new PlannedStep(Step.reminder(1), reminder));
    }
    return new InvitationPlan(List.copyOf(steps), closesAt);
  }
}
