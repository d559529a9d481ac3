package dk.borgermaaling.gateway.caseevent;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.selection.jpa.SqlEventOutcomes;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseEventStatusTest {
  private static final String CPR = "6701809995";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture core = new CoreFixture(plan);
  private final CaseEventStatus status =
      new CaseEventStatus(
          core.database.transactions(), core.events, new SqlEventOutcomes(core.database.gateway()));

  @Test
  void an_event_is_received_until_it_is_decided_on() {
    CaseEvent event = told(conversation(1).held(7, FRIDAY));
    assertThat(stateOf(event)).isEqualTo(EventState.RECEIVED);
    core.processAll();
    assertThat(stateOf(event)).isEqualTo(EventState.INVITED);
  }

  @Test
  void whatever_stops_an_event_looks_alike() {
    CaseEvent dead = told(Events.of(ODENSE, "6702809994").event(new Happening.CitizenDied(FRIDAY)));
    CaseEvent ofTheDead = told(inGroup("6702809994", FRIDAY.minusDays(60)).held(7, FRIDAY));
    CaseEvent tooShort = told(inGroup("6703809993", FRIDAY.minusDays(2)).held(7, FRIDAY));
    CaseEvent invited = told(inGroup(CPR, FRIDAY.minusDays(60)).held(7, FRIDAY.minusDays(1)));
    CaseEvent inQuarantine = told(inGroup(CPR, FRIDAY.minusDays(60)).held(7, FRIDAY));
    core.processAll();
    assertThat(stateOf(invited)).isEqualTo(EventState.INVITED);
    assertThat(List.of(dead, ofTheDead, tooShort, inQuarantine))
        .extracting(this::stateOf)
        .containsOnly(EventState.NOT_DRAWN);
  }

  @Test
  void an_event_stays_invited_whatever_happens_to_the_invitation() {
    CaseEvent event = told(conversation(1).held(7, FRIDAY));
    core.processAll();
    core.invitationDesk.markAnswered(plan.planned().keySet().iterator().next());
    assertThat(stateOf(event)).isEqualTo(EventState.INVITED);
    told(Events.of(ODENSE, CPR).event(new Happening.CitizenExempted(FRIDAY)));
    core.processAll();
    core.clock.advance(Duration.ofDays(60));
    assertThat(stateOf(event)).isEqualTo(EventState.INVITED);
  }

  @Test
  void every_version_of_a_withdrawn_entity_is_withdrawn_also_before_it_is_processed() {
    CaseEvent first = told(conversation(1).held(7, FRIDAY));
    core.processAll();
    CaseEvent withdrawal = told(conversation(2).takenBack().held(7, FRIDAY));
    assertThat(stateOf(first)).isEqualTo(EventState.WITHDRAWN);
    core.processAll();
    assertThat(stateOf(first)).isEqualTo(EventState.WITHDRAWN);
    assertThat(stateOf(withdrawal)).isEqualTo(EventState.WITHDRAWN);
  }

  @Test
  void a_later_version_supersedes_and_keeps_the_invitation_when_it_confirms_it() {
    CaseEvent first = told(conversation(1).held(7, FRIDAY));
    core.processAll();
    CaseEvent confirming = told(conversation(2).held(7, FRIDAY.minusDays(1)));
    core.processAll();
    assertThat(stateOf(first)).isEqualTo(EventState.SUPERSEDED);
    assertThat(stateOf(confirming)).isEqualTo(EventState.INVITED);
  }

  @Test
  void a_correction_that_takes_the_invitation_back_is_not_drawn() {
    told(conversation(1).held(7, FRIDAY));
    core.processAll();
    CaseEvent otherType = told(conversation(2).held(15, FRIDAY));
    core.processAll();
    assertThat(stateOf(otherType)).isEqualTo(EventState.NOT_DRAWN);
  }

  @Test
  void told_again_after_a_withdrawal_it_counts_again() {
    told(conversation(1).held(7, FRIDAY));
    CaseEvent withdrawal = told(conversation(2).takenBack().held(7, FRIDAY));
    CaseEvent again = told(conversation(3).held(7, FRIDAY));
    core.processAll();
    assertThat(stateOf(withdrawal)).isEqualTo(EventState.SUPERSEDED);
    assertThat(stateOf(again)).isEqualTo(EventState.INVITED);
  }

  @Test
  void an_unknown_event_and_one_of_another_municipality_or_source_are_the_same_nothing() {
    CaseEvent event = told(conversation(1).held(7, FRIDAY));
    ProblemException unknown = refusal(ODENSE, event.source(), UUID.randomUUID());
    ProblemException theirs = refusal(AARHUS, event.source(), event.eventId());
    ProblemException otherSource = refusal(ODENSE, EventSource.FASIT, event.eventId());
    assertThat(unknown.problem().type()).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(List.of(theirs, otherSource))
        .allSatisfy(other -> assertThat(other.problem()).isEqualTo(unknown.problem()));
  }

  @Test
  void the_same_id_in_two_municipalities_is_two_events_with_a_state_each() {
    CaseEvent ours = told(conversation(1).held(7, FRIDAY));
    CaseEvent theirs = told(Events.of(AARHUS, "6702809994").withId(ours.eventId()).held(7, FRIDAY));
    core.processAll();
    assertThat(stateOf(ours)).isEqualTo(EventState.INVITED);
    assertThat(stateOf(theirs)).isEqualTo(EventState.NOT_DRAWN);
  }

  private static Events conversation(int version) {
    return inGroup(CPR, FRIDAY.minusDays(60)).entity("conversation-1", version);
  }

  private static Events inGroup(String cpr, LocalDate since) {
    return Events.of(ODENSE, cpr).group("6.1", since);
  }

  private CaseEvent told(CaseEvent event) {
    assertThat(core.intake.register(List.of(event)))
        .allMatch(EventReceipt.Stored.class::isInstance);
    return event;
  }

  private EventState stateOf(CaseEvent event) {
    return status.stateOf(event.municipality(), event.source(), event.eventId());
  }

  private ProblemException refusal(MunicipalityCode caller, EventSource source, UUID id) {
    return catchThrowableOfType(ProblemException.class, () -> status.stateOf(caller, source, id));
  }
}
