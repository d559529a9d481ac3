package dk.borgermaaling.gateway.invitation;

import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;

/**
 * What a plan is made by. A {@link java.time.Duration} is counted in hours that pass, a {@link
 * Period} in days of Danish civil time, on which summer time begins and ends without moving the
 * hour.
 *
 * @param firstAfter from the happening to the first message, before it is moved into the window;
 *     what came after that waits no longer
 * @param steps the first message first, then the reminders in order
 * @param closeAfter from the planned first message to the close
 */
public record PlanRules(
    TemporalAmount firstAfter, List<StepRule> steps, TemporalAmount closeAfter) {
  /** Reminders that a step's name has room for. */
  public static final int MOST_REMINDERS = 9;

  /**
   * A step of a plan.
   *
   * @param after from the planned first message, before it is moved into the window
   * @param channels in the order in which they are tried
   */
  public record StepRule(
      Step step, TemporalAmount after, SendWindow window, List<Channel> channels) {
    public StepRule {
      channels = List.copyOf(channels);
    }
  }

  public PlanRules {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !steps.get(0).step().equals(Step.FIRST)) {
      throw new IllegalArgumentException("a plan begins with the first message");
    }
  }

  /** By the settings: Digital Post, one reminder, weekdays from 9 to 15. */
  public static PlanRules of(PlanSettings settings) {
    List<Channel> digital = List.of(Channel.DIGITAL_POST);
    return new PlanRules(
        settings.firstAfter(),
        List.of(
            new StepRule(Step.FIRST, Period.ZERO, SendWindow.STANDARD, digital),
            new StepRule(Step.reminder(1), settings.reminderAfter(), SendWindow.STANDARD, digital)),
        settings.closeAfter());
  }

  StepRule first() {
    return steps.get(0);
  }

  List<StepRule> reminders() {
    return steps.subList(1, steps.size());
  }

  /** The Danish name of a step. */
  public static String nameOf(Step step) {
    return step.isReminder()
        ? "Påmindelse " + step.name().substring("reminder-".length())
        : "Første besked";
  }
}
