package dk.borgermaaling.gateway.enquiry;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.enquiry.jpa.SqlFirstMessages;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyStatusesTest extends SentInvitations {
  private static final EventSource SOURCE = EventSource.MOMENTUM;
  private static final LocalDate CLOSES = LocalDate.of(2026, 12, 21);

  private final SurveyStatuses statuses =
      new SurveyStatuses(new SqlFirstMessages(core.database.gateway()), core.clock);

  @ParameterizedTest
  @CsvSource({
    "PLANNED, PLANNED",
    "CLAIMED, PLANNED",
    "SENDING, PLANNED",
    "UNKNOWN, SENT",
    "ACCEPTED, SENT",
    "DELIVERED, DELIVERED",
    "FAILED, FAILED",
    "EXPIRED, FAILED"
  })
  void the_first_message_decides_until_the_close_and_then_it_is_closed(
      NotificationState first, SurveyState told) {
    CaseEvent event = invited("c-1");
    stands(event, "first", first);
    assertThat(of(event)).isEqualTo(new SurveyStatus(told, CLOSES));
    core.clock.set(closesAt(event).minusSeconds(1));
    assertThat(of(event)).isEqualTo(new SurveyStatus(told, CLOSES));
    core.clock.set(closesAt(event));
    assertThat(of(event)).isEqualTo(new SurveyStatus(SurveyState.CLOSED, CLOSES));
  }

  @Test
  void what_was_taken_back_before_it_left_is_withdrawn_for_good() {
    CaseEvent event = invited("c-1");
    core.optOuts.optOut(ODENSE, CITIZEN, OptOutReason.ASKED_BY_CITIZEN);
    assertThat(of(event)).isEqualTo(new SurveyStatus(SurveyState.WITHDRAWN, null));
    core.clock.advance(Duration.ofDays(40));
    assertThat(of(event)).isEqualTo(new SurveyStatus(SurveyState.WITHDRAWN, null));
  }

  @ParameterizedTest
  @EnumSource
  void no_answer_no_stop_and_no_reminder_shows(NotificationState first) {
    CaseEvent event = invited("c-1");
    stands(event, "first", first);
    List<SurveyStatus> untouched = overTime(event);
    for (NotificationState reminder : NotificationState.values()) {
      for (boolean answered : new boolean[] {false, true}) {
        for (boolean stopped : new boolean[] {false, true}) {
          stands(event, "reminder-1", reminder);
          mark(event, answered, stopped);
          assertThat(overTime(event)).isEqualTo(untouched);
        }
      }
    }
  }

  @Test
  void a_first_message_that_an_answer_made_unnecessary_looks_like_a_withdrawn_one() {
    CaseEvent answered = invited("c-1");
    stands(answered, "first", NotificationState.NOT_NEEDED);
    mark(answered, true, false);
    List<SurveyStatus> told = overTime(answered);
    stands(answered, "first", NotificationState.WITHDRAWN);
    mark(answered, false, true);
    assertThat(overTime(answered)).isEqualTo(told);
  }

  @Test
  void a_citizen_who_answers_changes_nothing_that_is_told() {
    CaseEvent event = invited("c-1");
    startFirstOf(invitationOf(event));
    stands(event, "first", NotificationState.DELIVERED);
    SurveyStatus before = of(event);
    assertThat(core.invitationDesk.markAnswered(invitationOf(event))).isTrue();
    assertThat(of(event)).isEqualTo(before);
  }

  @Test
  void a_stranger_a_stopped_case_and_an_unknown_one_get_the_same_answer() {
    CaseEvent invited = invited("c-1");
    CaseEvent stopped =
        Events.of(ODENSE, "6702809994").entity("c-2", 1).group("6.9", LONG_AGO).held(7, FRIDAY);
    CaseEvent waiting =
        Events.of(ODENSE, "6703809993").entity("c-3", 1).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(stopped);
    register(waiting);
    assertThat(of(invited).state()).isEqualTo(SurveyState.PLANNED);
    List<Problem> refusals = new ArrayList<>();
    refusals.add(refusal(() -> statuses.of(AARHUS, SOURCE, "c-1")));
    refusals.add(refusal(() -> statuses.of(ODENSE, EventSource.FASIT, "c-1")));
    refusals.add(refusal(() -> statuses.of(ODENSE, EventSource.OTHER, "c-1")));
    refusals.add(refusal(() -> statuses.of(ODENSE, SOURCE, "c-2")));
    refusals.add(refusal(() -> statuses.of(ODENSE, SOURCE, "c-3")));
    refusals.add(refusal(() -> statuses.of(ODENSE, SOURCE, "c-4")));
    refusals.add(refusal(() -> statuses.of(ODENSE, SOURCE, "c-%")));
    refusals.add(refusal(() -> statuses.of(new MunicipalityCode("0999"), SOURCE, "c-1")));
    assertThat(refusals)
        .containsOnly(
            new Problem.Plain(
                ProblemType.NOT_FOUND, "The municipality has no survey about such a case"));
  }

  @Test
  void a_corrected_case_tells_of_the_invitation_that_stands() {
    CaseEvent first = invited("c-1");
    accept(Events.of(ODENSE, CPR).entity("c-1", 2).takenBack().held(7, FRIDAY));
    assertThat(of(first).state()).isEqualTo(SurveyState.WITHDRAWN);
    CaseEvent again =
        Events.of(ODENSE, CPR).entity("c-1", 3).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(again);
    assertThat(outcomeOf(again)).isEqualTo("INVITED");
    stands(again, "first", NotificationState.DELIVERED);
    assertThat(of(first).state()).isEqualTo(SurveyState.DELIVERED);
  }

  private CaseEvent invited(String entity) {
    CaseEvent event =
        Events.of(ODENSE, CPR).entity(entity, 1).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(event);
    return event;
  }

  private SurveyStatus of(CaseEvent event) {
    return statuses.of(event.municipality(), event.source(), event.entityId());
  }

  /** Now, and after the close. */
  private List<SurveyStatus> overTime(CaseEvent event) {
    Instant now = core.clock.now();
    SurveyStatus early = of(event);
    core.clock.set(closesAt(event));
    SurveyStatus late = of(event);
    core.clock.set(now);
    return List.of(early, late);
  }

  private Instant closesAt(CaseEvent event) {
    return core.database
        .transactions()
        .inOne(() -> core.invitations.find(invitationOf(event)).orElseThrow().closesAt());
  }

  private void stands(CaseEvent event, String step, NotificationState state) {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.notification SET state = ?, message_uuid = id,"
                        + " transaction_id = id WHERE step = ? AND invitation_id = ?",
                    state.name(),
                    step,
                    invitationOf(event).value()));
  }

  private void mark(CaseEvent event, boolean answered, boolean stopped) {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.invitation SET answered = ?, stopped = ? WHERE id = ?",
                    answered,
                    stopped,
                    invitationOf(event).value()));
  }

  private static Problem refusal(ThrowingCallable call) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ProblemException.class, refused -> problems.add(refused.problem()));
    return problems.get(0);
  }
}
