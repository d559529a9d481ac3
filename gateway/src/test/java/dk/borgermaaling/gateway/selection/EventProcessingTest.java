package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.SILKEBORG;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventProcessingTest {
  private static final String CPR = "6701809995";
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 6, 1);
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
  private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
  private static final LocalDate FRIDAY = WEDNESDAY.plusDays(2);

  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture core = new CoreFixture(plan);

  @Test
  void a_held_conversation_leads_to_an_invitation_with_its_plan() {
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
  void the_group_is_known_from_an_earlier_event_of_the_course() {
    accept(inGroup("6.6").event(new Happening.TargetGroupStarted(LONG_AGO)));
    CaseEvent event = Events.of(ODENSE, CPR).held(4, WEDNESDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("INVITED sygedagpenge");
  }

  @Test
  void events_that_wait_together_are_processed_in_the_order_they_happened() {
    CaseEvent started = inGroup("6.1").event(new Happening.TargetGroupStarted(LONG_AGO));
    CaseEvent conversation = Events.of(ODENSE, CPR).held(7, WEDNESDAY);
    CaseEvent ended = Events.of(ODENSE, CPR).event(new Happening.CourseEnded(FRIDAY));
    accept(ended, conversation, started);
    assertThat(outcomeOf(started)).isEqualTo("NOT_A_TRIGGER");
    assertThat(outcomeOf(conversation)).isEqualTo("INVITED dagpenge");
    assertThat(outcomeOf(ended)).isEqualTo("OPEN_INVITATION");
  }

  @Test
  void the_end_of_a_course_is_asked_about_after_its_group_has_ended() {
    accept(inGroup("6.7").event(new Happening.TargetGroupStarted(LONG_AGO)));
    accept(Events.of(ODENSE, CPR).event(new Happening.TargetGroupEnded(WEDNESDAY)));
    CaseEvent ended = Events.of(ODENSE, CPR).event(new Happening.CourseEnded(FRIDAY));
    CaseEvent conversation = Events.of(ODENSE, CPR).held(7, THURSDAY);
    accept(ended, conversation);
    assertThat(outcomeOf(conversation)).isEqualTo("GROUP_UNKNOWN");
    assertThat(outcomeOf(ended)).isEqualTo("INVITED jobafklaring");
  }

  @Test
  void a_conversation_that_does_not_trigger_in_the_group_is_not_asked_about() {
    CaseEvent sick = inGroup("6.6").held(7, WEDNESDAY);
    CaseEvent joint = Events.of(ODENSE, "6702809994").group("6.1", LONG_AGO).held(19, WEDNESDAY);
    accept(sick, joint);
    assertThat(outcomeOf(sick)).isEqualTo("NOT_A_TRIGGER");
    assertThat(outcomeOf(joint)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void what_tells_no_group_or_one_that_is_not_surveyed_is_set_aside() {
    CaseEvent unknown = Events.of(ODENSE, CPR).held(7, WEDNESDAY);
    CaseEvent flexible = Events.of(ODENSE, "6702809994").group("6.9", LONG_AGO).held(7, WEDNESDAY);
    accept(unknown, flexible);
    assertThat(outcomeOf(unknown)).isEqualTo("GROUP_UNKNOWN");
    assertThat(outcomeOf(flexible)).isEqualTo("GROUP_NOT_SURVEYED");
  }

  @Test
  void a_course_of_the_unemployment_fund_is_not_asked_about() {
    CaseEvent event = inGroup("6.1").heldBy(ResponsibleActor.UNEMPLOYMENT_FUND).held(7, WEDNESDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("NOT_HELD_BY_MUNICIPALITY");
  }

  @Test
  void a_higher_version_that_came_first_withdraws_the_lower_one() {
    Events conversation = inGroup("6.1");
    CaseEvent first = conversation.entity("c-1", 1).held(7, WEDNESDAY);
    CaseEvent second = conversation.withId(UUID.randomUUID()).entity("c-1", 2).held(7, THURSDAY);
    accept(second, first);
    assertThat(outcomeOf(first)).isEqualTo("WITHDRAWN");
    assertThat(outcomeOf(second)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_conversation_that_is_taken_back_withdraws_its_unsent_invitation() {
    Events conversation = inGroup("6.1").entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    CaseEvent back =
        conversation.withId(UUID.randomUUID()).entity("c-1", 2).takenBack().held(7, WEDNESDAY);
    accept(back);
    assertThat(outcomeOf(back)).isEqualTo("WITHDRAWN");
    assertThat(plan.withdrawn()).containsExactlyElementsOf(plan.planned().keySet());
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
  }

  @Test
  void a_cancelled_conversation_withdraws_its_invitation_and_the_next_one_is_asked_about() {
    Events conversation = inGroup("6.1").entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    accept(conversation.withId(UUID.randomUUID()).entity("c-1", 2).cancelled(7, WEDNESDAY));
    CaseEvent next = inGroup("6.1").entity("c-2", 1).held(7, FRIDAY);
    accept(next);
    assertThat(outcomeOf(next)).isEqualTo("INVITED dagpenge");
    assertThat(invitationStates()).containsExactly("WITHDRAWN", "PLANNED");
  }

  @Test
  void a_correction_keeps_the_invitation_that_is_there() {
    Events conversation = inGroup("6.1").entity("c-1", 1);
    accept(conversation.held(7, WEDNESDAY));
    CaseEvent corrected = conversation.withId(UUID.randomUUID()).entity("c-1", 2).held(7, THURSDAY);
    accept(corrected);
    assertThat(outcomeOf(corrected)).isEqualTo("OPEN_INVITATION");
    assertThat(invitationStates()).containsExactly("PLANNED");
  }

  @Test
  void a_death_withdraws_in_all_municipalities_and_stops_what_comes_later() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(Events.of(AARHUS, CPR).event(new Happening.CitizenDied(THURSDAY)));
    CaseEvent late = Events.of(ODENSE, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY.minusDays(2));
    accept(late);
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
    assertThat(outcomeOf(late)).isEqualTo("CITIZEN_DEAD");
  }

  @Test
  void who_moves_away_is_asked_again_only_by_the_new_municipality() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenMoved(THURSDAY, AARHUS)));
    CaseEvent old = inGroup("6.1").held(7, FRIDAY);
    CaseEvent other = Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(old, other);
    assertThat(outcomeOf(old)).isEqualTo("CITIZEN_MOVED");
    assertThat(outcomeOf(other)).isEqualTo("INVITED dagpenge");
    assertThat(invitationStates()).containsExactly("WITHDRAWN", "PLANNED");
  }

  @Test
  void an_exemption_that_is_taken_back_counts_no_more() {
    Events exemption = Events.of(ODENSE, CPR).entity("citizen-1", 1);
    accept(exemption.event(new Happening.CitizenExempted(WEDNESDAY)));
    CaseEvent stopped = inGroup("6.1").held(7, THURSDAY);
    accept(stopped);
    assertThat(outcomeOf(stopped)).isEqualTo("CITIZEN_EXEMPT");
    accept(
        exemption
            .withId(UUID.randomUUID())
            .entity("citizen-1", 2)
            .takenBack()
            .event(new Happening.CitizenExempted(WEDNESDAY)));
    CaseEvent asked = inGroup("6.1").held(7, FRIDAY);
    accept(asked);
    assertThat(outcomeOf(asked)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void quarantine_follows_the_agreement_of_the_municipality_that_asks() {
    core.clock.set(danish("2026-07-20T12:00"));
    accept(Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, LocalDate.of(2026, 7, 16)));
    core.clock.set(danish("2026-11-23T08:55"));
    CaseEvent silkeborg = Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY);
    CaseEvent odense = Events.of(ODENSE, CPR).group("6.1", LONG_AGO).held(7, THURSDAY);
    accept(silkeborg, odense);
    assertThat(outcomeOf(silkeborg)).isEqualTo("QUARANTINE");
    assertThat(outcomeOf(odense)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void processing_an_event_again_changes_nothing() {
    CaseEvent event = inGroup("6.1").held(7, WEDNESDAY);
    accept(event);
    core.processAll();
    core.processAll();
    assertThat(plan.planned()).hasSize(1);
    assertThat(decisions()).isEqualTo(1);
  }

  @Test
  void events_of_one_citizen_processed_by_four_threads_lead_to_one_invitation()
      throws InterruptedException, ExecutionException {
    List<CaseEvent> events = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      events.add(inGroup("6.1").held(7, WEDNESDAY.minusDays(i)));
    }
    core.intake.register(events);
    List<Callable<Void>> callers = new ArrayList<>();
    for (CaseEvent event : events) {
      callers.add(
          () -> {
            core.processing.handle(EventId.of(event));
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> future : threads.invokeAll(callers)) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(decisions()).isEqualTo(8);
    assertThat(invitationStates()).containsExactly("PLANNED");
    assertThat(outcomeOf(events.get(7))).isEqualTo("INVITED dagpenge");
  }

  @Test
  void the_course_is_kept_as_projected() {
    accept(inGroup("6.1").event(new Happening.TargetGroupStarted(LONG_AGO)));
    accept(
        Events.of(ODENSE, CPR)
            .group("6.6", WEDNESDAY)
            .event(new Happening.TargetGroupChanged(WEDNESDAY)));
    assertThat(
            core.database.texts(
                "SELECT group_code || ' ' || group_start FROM contact.citizen_course"))
        .containsExactly("6.6 2026-11-18");
  }

  private static Events inGroup(String code) {
    return Events.of(ODENSE, CPR).group(code, LONG_AGO);
  }

  private void accept(CaseEvent... events) {
    assertThat(core.intake.register(List.of(events)))
        .allMatch(EventReceipt.Stored.class::isInstance);
    core.processAll();
  }

  private String outcomeOf(CaseEvent event) {
    return core.database
        .texts(
            "SELECT coalesce(reason, outcome || ' ' || survey_group) FROM intake.decision"
                + " WHERE event_id = '"
                + event.eventId()
                + "'")
        .get(0);
  }

  private List<String> invitationStates() {
    return core.database.texts("SELECT state FROM contact.invitation ORDER BY planned_first");
  }

  private int decisions() {
    return core.database.count("intake.decision");
  }

  private static Instant danish(String time) {
    return LocalDateTime.parse(time).atZone(BusinessClock.DENMARK).toInstant();
  }
}
