package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.SILKEBORG;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.Events;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which day is asked what holds: the day it happened, or the day it came. */
class DaysThatCountTest extends ProcessedEvents {
  @Test
  void a_held_conversation_leads_to_an_invitation_with_its_plan() {
    core.clock.set(danish("2026-11-18T10:05"));
    CaseEvent event = inGroup("6.1").held(7, WEDNESDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("INVITED dagpenge");
    assertThat(plan.planned().values())
        .singleElement()
        .satisfies(
            steps -> {
              assertThat(steps.get(0).step()).isEqualTo(Step.FIRST);
              assertThat(steps.get(0).plannedFor()).isEqualTo(danish("2026-11-20T10:00"));
              assertThat(steps.get(1).step()).isEqualTo(Step.reminder(1));
              assertThat(steps.get(1).plannedFor()).isEqualTo(danish("2026-11-30T10:00"));
            });
  }

  @Test
  void a_conversation_told_weeks_late_has_its_plan_from_the_day_it_came() {
    accept(inGroup("6.1").held(7, WEDNESDAY.minusDays(21)));
    assertThat(plan.planned().values())
        .singleElement()
        .satisfies(
            steps -> {
              assertThat(steps.get(0).plannedFor()).isEqualTo(danish("2026-11-23T09:00"));
              assertThat(steps.get(1).plannedFor()).isEqualTo(danish("2026-12-03T09:00"));
            });
  }

  @Test
  void the_end_of_a_course_is_asked_about_after_the_act_has_changed_its_groups() {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute("UPDATE ops.target_group_mapping SET valid_to = '2027-01-01'"));
    core.surveyGroups.refresh();
    core.clock.set(danish("2027-01-04T12:00"));
    LocalDate monday = LocalDate.of(2027, 1, 4);
    CaseEvent talk = inGroup("6.1").held(10, LocalDate.of(2026, 12, 18));
    CaseEvent ended = inGroup("6.1").event(new Happening.CourseEnded(monday));
    accept(talk, ended);
    assertThat(outcomeOf(ended)).isEqualTo("INVITED dagpenge");
    assertThat(core.intake.register(List.of(inGroup("6.1").held(7, monday))))
        .as("a conversation is held in a group of its own day")
        .allMatch(EventReceipt.Rejected.class::isInstance);
  }

  @Test
  void quarantine_counts_in_another_municipality_when_both_agreements_say_so() {
    agreeAcross(AARHUS);
    core.clock.set(danish("2026-07-20T12:00"));
    accept(Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, LocalDate.of(2026, 7, 16)));
    core.clock.set(danish("2026-11-23T08:55"));
    CaseEvent silkeborg = Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY);
    CaseEvent odense = Events.of(ODENSE, CPR).group("6.1", LONG_AGO).held(7, THURSDAY);
    accept(silkeborg, odense);
    assertThat(outcomeOf(silkeborg)).isEqualTo("QUARANTINE");
    assertThat(outcomeOf(odense)).as("Odense has not agreed").isEqualTo("INVITED dagpenge");
  }

  @Test
  void quarantine_does_not_count_when_the_one_that_asked_has_not_agreed() {
    core.clock.set(danish("2026-07-20T12:00"));
    accept(Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, LocalDate.of(2026, 7, 16)));
    core.clock.set(danish("2026-11-23T08:55"));
    CaseEvent silkeborg = Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY);
    accept(silkeborg);
    assertThat(outcomeOf(silkeborg)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void an_open_invitation_counts_in_another_municipality_when_both_agreements_say_so() {
    accept(Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY));
    CaseEvent odense = inGroup("6.1").held(7, THURSDAY);
    accept(odense);
    assertThat(outcomeOf(odense)).as("Odense has not agreed").isEqualTo("INVITED dagpenge");
    agreeAcross(AARHUS);
    CaseEvent aarhus = Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(aarhus);
    assertThat(outcomeOf(aarhus)).isEqualTo("OPEN_INVITATION");
  }

  @Test
  void an_open_invitation_does_not_count_when_the_one_that_asked_has_not_agreed() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    CaseEvent silkeborg = Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(silkeborg);
    assertThat(outcomeOf(silkeborg)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void across_municipalities_only_the_numbers_that_one_knows_itself_are_compared() {
    agreeAcross(AARHUS);
    accept(Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY));
    accept(ChangedNumberTest.changed(SILKEBORG, CPR, "6702809994", WEDNESDAY));
    CaseEvent other = Events.of(AARHUS, "6702809994").group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(other);
    assertThat(outcomeOf(other)).as("Aarhus knows of no change").isEqualTo("INVITED dagpenge");
    accept(ChangedNumberTest.changed(AARHUS, CPR, "6703809993", THURSDAY));
    CaseEvent same = Events.of(AARHUS, "6703809993").group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(same);
    assertThat(outcomeOf(same)).isEqualTo("OPEN_INVITATION");
  }

  private void agreeAcross(MunicipalityCode municipality) {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE ops.service_agreement SET quarantine_across = true"
                        + " WHERE municipality_code = ?",
                    municipality.value()));
    core.municipalities.refresh();
  }

  @Test
  void the_agreement_must_hold_on_the_day_it_happened_and_instructs_from_the_day_it_came() {
    agreeAcross(AARHUS);
    core.clock.set(danish("2026-07-20T12:00"));
    accept(Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, LocalDate.of(2026, 7, 16)));
    core.clock.set(danish("2026-11-23T08:55"));
    core.database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE ops.service_agreement SET valid_to = '2026-11-19' WHERE municipality_code = '0461'");
              handle.execute(
                  "INSERT INTO ops.service_agreement VALUES ('0461', '2026-11-20', NULL, true)");
              handle.execute(
                  "UPDATE ops.service_agreement SET valid_from = '2026-11-20' WHERE municipality_code = '0740'");
            });
    core.municipalities.refresh();
    CaseEvent before = Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY);
    CaseEvent between = inGroup("6.1").held(7, THURSDAY);
    CaseEvent renewed = inGroup("6.1").held(7, WEDNESDAY);
    accept(before, between, renewed);
    assertThat(outcomeOf(before)).isEqualTo("NO_AGREEMENT");
    assertThat(outcomeOf(between)).isEqualTo("NO_AGREEMENT");
    assertThat(outcomeOf(renewed))
        .as("the instruction of today, not of Wednesday")
        .isEqualTo("QUARANTINE");
  }
}
