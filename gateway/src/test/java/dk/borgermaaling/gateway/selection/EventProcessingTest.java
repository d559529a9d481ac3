package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.testing.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventProcessingTest extends ProcessedEvents {
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
  void who_becomes_protected_is_asked_no_more_where_the_terms_say_so() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(Events.of(AARHUS, CPR).event(new Happening.CitizenProtected(THURSDAY)));
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenProtected(THURSDAY)));
    assertThat(invitationStates()).as("Odense asks them").containsExactly("PLANNED");
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.selection_terms (municipality_code, valid_from, asks_protected)"
                        + " VALUES ('0461', '2026-11-20', false)"));
    core.terms.refresh();
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenProtected(THURSDAY)));
    assertThat(invitationStates()).as("on that day it still did").containsExactly("PLANNED");
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenProtected(FRIDAY)));
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
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
  void what_an_earlier_event_told_of_the_course_holds_until_another_tells_otherwise() {
    accept(inGroup("6.1").heldBy(ResponsibleActor.OTHER_ACTOR).held(10, WEDNESDAY));
    CaseEvent silent = inGroup("6.1").held(7, THURSDAY);
    CaseEvent taken = inGroup("6.1").heldBy(ResponsibleActor.MUNICIPALITY).held(7, FRIDAY);
    accept(silent, taken);
    assertThat(outcomeOf(silent)).isEqualTo("NOT_HELD_BY_MUNICIPALITY");
    assertThat(outcomeOf(taken)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void who_held_an_earlier_course_says_nothing_of_the_next() {
    accept(
        inGroup("6.1")
            .course(LONG_AGO.minusYears(1), ResponsibleActor.UNEMPLOYMENT_FUND)
            .held(10, WEDNESDAY));
    CaseEvent next = inGroup("6.1").course(LONG_AGO, null).held(7, THURSDAY);
    accept(next);
    assertThat(outcomeOf(next)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_death_withdraws_in_all_municipalities_and_stops_what_comes_later() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(Events.of(AARHUS, CPR).event(new Happening.CitizenDied(THURSDAY)));
    CaseEvent late = Events.of(ODENSE, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY.minusDays(2));
    accept(late);
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
    assertThat(core.database.texts("SELECT taken_back_because FROM contact.invitation"))
        .containsExactly("DIED");
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
            core.processing.handle(List.of(core.vault.idOf(event.recipient())));
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
}
