package dk.borgermaaling.gateway.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationPlannerTest {
  private static final DanishOfficeHours HOURS = new DanishOfficeHours();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:55, 2026-11-23T09:00", // Monday before opening
    "2026-11-23T09:00, 2026-11-23T09:00",
    "2026-11-23T14:59:59, 2026-11-23T14:59:59",
    "2026-11-23T15:00, 2026-11-24T09:00",
    "2026-11-27T16:00, 2026-11-30T09:00", // over the weekend
    "2026-11-28T10:00, 2026-11-30T09:00",
    "2026-12-23T15:00, 2026-12-28T09:00", // 24 to 26 December, then the weekend
    "2026-12-31T10:00, 2027-01-04T09:00", // New Year's Eve, New Year, the weekend
    "2026-06-05T10:00, 2026-06-08T09:00", // Constitution Day on a Friday
    "2026-04-02T10:00, 2026-04-07T09:00", // Maundy Thursday to Easter Monday
    "2026-05-01T10:00, 2026-05-01T10:00", // General Prayer Day is no holiday since 2024
    "2026-05-14T10:00, 2026-05-15T09:00", // Ascension Day, and the Friday after it is open
    "2026-05-25T10:00, 2026-05-26T09:00" // Whit Monday
  })
  void only_danish_working_hours_are_allowed(LocalDateTime from, LocalDateTime expected) {
    assertThat(HOURS.next(danish(from))).isEqualTo(danish(expected));
  }

  @Test
  void the_hours_are_danish_on_both_sides_of_daylight_saving_time() {
    assertThat(HOURS.next(Instant.parse("2026-10-23T20:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
    assertThat(HOURS.next(Instant.parse("2026-10-22T20:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-23T07:00:00Z"));
  }

  @Test
  void the_plan_counts_from_when_it_happened() {
    InvitationPlan plan =
        plan(rules("PT48H", "P10D", "P28D"), at("2026-11-19T10:00"), at("2026-11-19T10:05"));
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.digital(Step.FIRST, at("2026-11-23T09:00")),
            PlannedStep.digital(Step.reminder(1), at("2026-12-03T09:00")));
    assertThat(plan.closesAt()).isEqualTo(at("2026-12-21T09:00"));
  }

  @Test
  void the_plan_of_what_is_told_late_counts_from_when_it_came() {
    InvitationPlan plan =
        plan(rules("PT48H", "P10D", "P28D"), at("2026-10-26T10:00"), at("2026-11-20T15:30"));
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.digital(Step.FIRST, at("2026-11-23T09:00")),
            PlannedStep.digital(Step.reminder(1), at("2026-12-03T09:00")));
    assertThat(plan.closesAt()).isEqualTo(at("2026-12-21T09:00"));
  }

  @Test
  void what_is_told_within_the_wait_is_planned_from_when_it_happened() {
    InvitationPlan plan =
        plan(rules("PT48H", "P10D", "P28D"), at("2026-11-23T10:00"), at("2026-11-25T09:59"));
    assertThat(plan.plannedFirst()).isEqualTo(at("2026-11-25T10:00"));
  }

  @Test
  void a_reminder_that_would_leave_after_the_close_is_left_out() {
    InvitationPlan plan =
        plan(rules("PT24H", "P5D", "P6D"), at("2026-11-22T10:00"), at("2026-11-22T10:05"));
    assertThat(plan.plannedFirst()).isEqualTo(at("2026-11-23T10:00"));
    assertThat(plan.steps()).hasSize(1);
  }

  @Test
  void the_demonstration_has_a_reminder_within_its_twelve_days() {
    InvitationPlan plan =
        plan(rules("PT24H", "P7D", "P12D"), at("2026-11-23T11:30"), at("2026-11-23T11:35"));
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.digital(Step.FIRST, at("2026-11-24T11:30")),
            PlannedStep.digital(Step.reminder(1), at("2026-12-01T11:30")));
  }

  @Test
  void nonsense_is_refused_at_the_start() {
    assertThatThrownBy(() -> rules("PT-1H", "P7D", "P12D"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules("PT1H", "P0D", "P12D"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void days_of_the_table_are_danish_days_over_the_end_of_summer_time() {
    PlanRules rules =
        new PlanRules(
            Duration.ofHours(24),
            List.of(
                rule(Step.FIRST, 0, SendWindow.STANDARD),
                rule(Step.reminder(1), 10, SendWindow.STANDARD),
                rule(Step.reminder(2), 20, SendWindow.parse("6 10-12"))),
            Period.ofDays(28));
    InvitationPlan plan = plan(rules, at("2026-10-19T10:30"), at("2026-10-19T10:30"));
    assertThat(plan.steps().stream().map(PlannedStep::plannedFor))
        .containsExactly(at("2026-10-20T10:30"), at("2026-10-30T10:30"), at("2026-11-14T10:00"));
    assertThat(plan.closesAt()).isEqualTo(at("2026-11-17T10:30"));
    assertThat(plan.steps().get(2).window()).isEqualTo(SendWindow.parse("6 10-12"));
  }

  @Test
  void two_reminders_never_come_on_one_day_because_of_a_holiday() {
    PlanRules rules =
        new PlanRules(
            Duration.ZERO,
            List.of(
                rule(Step.FIRST, 0, SendWindow.STANDARD),
                rule(Step.reminder(1), 9, SendWindow.STANDARD),
                rule(Step.reminder(2), 11, SendWindow.STANDARD)),
            Period.ofDays(28));
    // Day 9 is Christmas Eve, day 11 Boxing Day; both would come on Monday 28 December.
    InvitationPlan plan = plan(rules, at("2026-12-15T10:00"), at("2026-12-15T10:00"));
    assertThat(plan.steps().stream().map(PlannedStep::plannedFor))
        .containsExactly(at("2026-12-15T10:00"), at("2026-12-28T09:00"), at("2026-12-29T09:00"));
  }

  @Test
  void a_night_is_spread_over_the_first_hour_and_reminders_keep_their_distance() {
    InvitationPlanner spread = spread("PT1H");
    PlanRules rules = rules("PT48H", "P10D", "P28D");
    Set<Instant> moments = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      UUID place = new UUID(7, i);
      InvitationPlan plan =
          spread.plan(rules, at("2026-11-21T02:00"), at("2026-11-21T02:00"), false, place);
      assertThat(plan.plannedFirst()).isBetween(at("2026-11-23T09:00"), at("2026-11-23T10:00"));
      assertThat(plan.steps().get(1).plannedFor())
          .isEqualTo(plan.plannedFirst().plus(Duration.ofDays(10)));
      assertThat(plan.closesAt()).isEqualTo(plan.plannedFirst().plus(Duration.ofDays(28)));
      assertThat(spread.plan(rules, at("2026-11-21T02:00"), at("2026-11-21T02:00"), false, place))
          .isEqualTo(plan);
      moments.add(plan.plannedFirst());
    }
    for (int minute = 0; minute < 60; minute++) {
      Instant from = at("2026-11-23T09:00").plusSeconds(60L * minute);
      assertThat(
              moments.stream()
                  .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(60))))
          .as("minute %d", minute)
          .hasSizeBetween(3, 40);
    }
  }

  @Test
  void what_is_planned_inside_the_window_is_apart_by_itself_but_a_round_is_not() {
    InvitationPlanner spread = spread("PT1H");
    PlanRules rules = rules("PT24H", "P10D", "P28D");
    Instant noon = at("2026-11-23T12:00");
    assertThat(spread.plan(rules, noon, noon, false, UUID.randomUUID()).plannedFirst())
        .isEqualTo(at("2026-11-24T12:00"));
    assertThat(
            Stream.generate(() -> spread.plan(rules, noon, noon, true, UUID.randomUUID()))
                .limit(50)
                .map(InvitationPlan::plannedFirst)
                .distinct())
        .hasSizeGreaterThan(40)
        .allMatch(
            at -> !at.isBefore(at("2026-11-24T12:00")) && at.isBefore(at("2026-11-24T13:00")));
    // Too little is left of the day for all of a round.
    Instant late = at("2026-11-23T14:50");
    assertThat(spread.plan(rules, late, late, true, UUID.randomUUID()).plannedFirst())
        .isBetween(at("2026-11-25T09:00"), at("2026-11-25T10:00"));
  }

  private static InvitationPlanner spread(String longest) {
    return new InvitationPlanner(
        PlanTable.always(rules("PT48H", "P10D", "P28D")),
        HOURS,
        new Spread(Duration.parse(longest)));
  }

  private static PlanRules.StepRule rule(Step step, int day, SendWindow window) {
    return new PlanRules.StepRule(step, Period.ofDays(day), window, List.of(Channel.DIGITAL_POST));
  }

  private static PlanRules rules(String first, String reminder, String close) {
    return PlanRules.of(
        new PlanSettings(Duration.parse(first), Duration.parse(reminder), Duration.parse(close)));
  }

  private static InvitationPlan plan(PlanRules rules, Instant occurredAt, Instant receivedAt) {
    return new InvitationPlanner(PlanTable.always(rules), HOURS, Spread.NONE)
        .plan(rules, occurredAt, receivedAt, false, UUID.randomUUID());
  }

  private static Instant at(String time) {
    return danish(LocalDateTime.parse(time));
  }

  private static Instant danish(LocalDateTime time) {
    return time.atZone(BusinessClock.DENMARK).toInstant();
  }
}
