package dk.borgermaaling.gateway.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationPlannerTest {
  private static final AllowedHours HOURS = new DanishOfficeHours();

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
        planner("PT48H", "P10D", "P28D").plan(at("2026-11-19T10:00"), at("2026-11-19T10:05"));
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.digital(Step.FIRST, at("2026-11-23T09:00")),
            PlannedStep.digital(Step.reminder(1), at("2026-12-03T09:00")));
    assertThat(plan.closesAt()).isEqualTo(at("2026-12-21T09:00"));
  }

  @Test
  void the_plan_of_what_is_told_late_counts_from_when_it_came() {
    InvitationPlan plan =
        planner("PT48H", "P10D", "P28D").plan(at("2026-10-26T10:00"), at("2026-11-20T15:30"));
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.digital(Step.FIRST, at("2026-11-23T09:00")),
            PlannedStep.digital(Step.reminder(1), at("2026-12-03T09:00")));
    assertThat(plan.closesAt()).isEqualTo(at("2026-12-21T09:00"));
  }

  @Test
  void what_is_told_within_the_wait_is_planned_from_when_it_happened() {
    InvitationPlan plan =
        planner("PT48H", "P10D", "P28D").plan(at("2026-11-23T10:00"), at("2026-11-25T09:59"));
    assertThat(plan.plannedFirst()).isEqualTo(at("2026-11-25T10:00"));
  }

  @Test
  void a_reminder_that_would_leave_after_the_close_is_left_out() {
    InvitationPlan plan =
        planner("PT24H", "P5D", "P6D").plan(at("2026-11-22T10:00"), at("2026-11-22T10:05"));
    assertThat(plan.plannedFirst()).isEqualTo(at("2026-11-23T10:00"));
    assertThat(plan.steps()).hasSize(1);
  }

  @Test
  void the_demonstration_has_a_reminder_within_its_twelve_days() {
    InvitationPlan plan =
        planner("PT24H", "P7D", "P12D").plan(at("2026-11-23T11:30"), at("2026-11-23T11:35"));
    assertThat(plan.steps())
        .containsExactly(
            PlannedStep.digital(Step.FIRST, at("2026-11-24T11:30")),
            PlannedStep.digital(Step.reminder(1), at("2026-12-01T11:30")));
  }

  @Test
  void nonsense_is_refused_at_the_start() {
    assertThatThrownBy(() -> planner("PT-1H", "P7D", "P12D"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> planner("PT1H", "P0D", "P12D"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static InvitationPlanner planner(String first, String reminder, String close) {
    return new InvitationPlanner(
        new PlanSettings(Duration.parse(first), Duration.parse(reminder), Duration.parse(close)),
        HOURS);
  }

  private static Instant at(String time) {
    return danish(LocalDateTime.parse(time));
  }

  private static Instant danish(LocalDateTime time) {
    return time.atZone(BusinessClock.DENMARK).toInstant();
  }
}
