package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.invitation.PlanRules.StepRule;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.selection.Occasion;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans from when it happened, or, for what is told late, from when it came; never from when it is
 * processed: a stored event always has the same plan for as long as the table of plans is the same.
 */
public final class InvitationPlanner {
  private static final Period ONE_DAY = Period.ofDays(1);

  private final PlanTable table;
  private final ClosedDays closed;
  private final Spread spread;

  public InvitationPlanner(PlanTable table, ClosedDays closed, Spread spread) {
    this.table = table;
    this.closed = closed;
    this.spread = spread;
  }

  /** By the settings alone, for everybody, always. */
  public InvitationPlanner(PlanSettings settings, ClosedDays closed) {
    this(PlanTable.always(PlanRules.of(settings)), closed, Spread.NONE);
  }

  /**
   * Nothing is planned for a time that had passed when the event came, so that a citizen of whom we
   * hear late has the same days to answer and to be reminded as any other. A reminder that would
   * leave at or after the close is left out.
   *
   * @param surveyGroup null when it is not known: the rules of all groups
   */
  public InvitationPlan plan(Occasion occasion, @Nullable String surveyGroup) {
    Instant counts = latest(occasion.from(), occasion.notBefore());
    boolean drawn = occasion instanceof Occasion.Drawn;
    PlanRules rules =
        table.of(
            occasion.municipality(),
            surveyGroup,
            drawn ? SamplingMode.ROUND : SamplingMode.CONTINUOUS,
            LocalDate.ofInstant(counts, BusinessClock.DENMARK));
    return plan(rules, occasion.from(), occasion.notBefore(), drawn, placeOf(occasion));
  }

  /**
   * As {@link #plan(Occasion, String)}, by these rules.
   *
   * @param together many are asked at this moment, inside the window too
   */
  InvitationPlan plan(
      PlanRules rules, Instant from, Instant notBefore, boolean together, UUID place) {
    Instant wish = latest(plus(from, rules.firstAfter()), notBefore);
    SendWindow window = rules.first().window();
    Instant allowed = window.next(wish, closed);
    Instant first =
        together
            ? spread.from(roomy(allowed, window), window, place)
            : spread.moved(wish, allowed, window, place);
    return plan(rules, first, place);
  }

  private InvitationPlan plan(PlanRules rules, Instant first, UUID place) {
    Instant closesAt = plus(first, rules.closeAfter());
    List<PlannedStep> steps = new ArrayList<>();
    steps.add(new PlannedStep(Step.FIRST, first, rules.first().window(), rules.first().channels()));
    Instant previous = first;
    for (StepRule rule : rules.reminders()) {
      Instant wish = plus(first, rule.after());
      if (steps.size() > 1) {
        wish = latest(wish, plus(previous, ONE_DAY));
      }
      Instant reminder = spread.moved(wish, rule.window().next(wish, closed), rule.window(), place);
      if (!reminder.isBefore(closesAt)) {
        break;
      }
      steps.add(new PlannedStep(rule.step(), reminder, rule.window(), rule.channels()));
      previous = reminder;
    }
    return new InvitationPlan(List.copyOf(steps), closesAt);
  }

  /** A round asks all at once, at any hour: too little left of a day is no room for them. */
  private Instant roomy(Instant allowed, SendWindow window) {
    boolean enough = window.left(allowed).compareTo(spread.longest()) >= 0;
    return enough ? allowed : window.next(allowed.plus(window.left(allowed)), closed);
  }

  private static UUID placeOf(Occasion occasion) {
    return occasion instanceof Occasion.Happened happened
        ? happened.event().eventId()
        : occasion.citizen().value();
  }

  private static Instant plus(Instant from, TemporalAmount amount) {
    return from.atZone(BusinessClock.DENMARK).plus(amount).toInstant();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
