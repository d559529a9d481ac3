package dk.borgermaaling.gateway.caseevent;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgermaaling.gateway.caseevent.tasks.ProcessCaseEvents;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {
  private static final String CPR = "6701809995";
  private static final String ENTITY = "conversation-1";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture core = new CoreFixture(plan);
  private final Withdrawals withdrawals =
      new Withdrawals(
          core.database.transactions(),
          core.events,
          core.parked,
          new ProcessCaseEvents(core.scheduler, Clock.systemUTC()),
          core.clock);

  @Test
  void a_withdrawal_takes_back_the_planned_invitation() {
    tell(1);
    core.processAll();
    assertThat(invitationStates()).containsExactly("PLANNED");
    withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    core.processAll();
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
    assertThat(plan.withdrawn()).hasSize(1);
  }

  @Test
  void a_withdrawal_before_the_event_is_processed_lets_nothing_out() {
    tell(1);
    withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    core.processAll();
    assertThat(invitationStates()).isEmpty();
    assertThat(core.database.texts("SELECT reason FROM intake.decision"))
        .containsExactly("WITHDRAWN", "WITHDRAWN");
  }

  @Test
  void it_is_stored_as_the_next_version_with_all_that_was_told() {
    tell(1);
    Withdrawal withdrawal = withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    List<StoredCaseEvent> versions = core.events.versionsOf(ODENSE, EventSource.OTHER, ENTITY);
    StoredCaseEvent told = versions.get(0);
    StoredCaseEvent taken = versions.get(1);
    assertThat(taken.eventId()).isEqualTo(withdrawal.eventId());
    assertThat(taken.version()).isEqualTo(withdrawal.version()).isEqualTo(2);
    assertThat(taken.withdrawn()).isTrue();
    assertThat(taken.occurredAt()).isEqualTo(core.clock.now());
    assertThat(taken.citizen()).isEqualTo(told.citizen());
    assertThat(taken.targetGroup()).isNotNull().isEqualTo(told.targetGroup());
    assertThat(taken.course()).isEqualTo(told.course());
    assertThat(taken.happening()).isEqualTo(told.happening());
    assertThat(withdrawal.eventId().version()).isEqualTo(5);
  }

  @Test
  void a_repeat_answers_as_the_first_did_and_changes_nothing() {
    tell(1);
    Withdrawal first = withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    core.clock.advance(Duration.ofDays(3));
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1)).isEqualTo(first);
    assertThat(core.database.count("intake.case_event")).isEqualTo(2);
    assertThat(core.database.count("ops.scheduled_tasks")).isEqualTo(2);
  }

  @Test
  void a_late_repeat_does_not_take_back_what_was_told_anew() {
    tell(1);
    Withdrawal first = withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    tell(3);
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1)).isEqualTo(first);
    core.processAll();
    assertThat(invitationStates()).containsExactly("PLANNED");
  }

  @Test
  void by_event_id_is_the_same_as_by_entity_and_version() {
    CaseEvent event = tell(1);
    Withdrawal byId = withdrawals.withdraw(ODENSE, EventSource.OTHER, event.eventId());
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1)).isEqualTo(byId);
  }

  @Test
  void withdrawing_a_withdrawal_is_answered_with_itself() {
    tell(1);
    Withdrawal first = withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 2)).isEqualTo(first);
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, first.eventId())).isEqualTo(first);
    CaseEvent own = Events.of(ODENSE, CPR).entity("other", 4).takenBack().held(7, FRIDAY);
    core.intake.register(List.of(Events.from(EventSource.OTHER, own)));
    assertThat(withdrawals.withdraw(ODENSE, EventSource.OTHER, "other", 4))
        .isEqualTo(new Withdrawal(own.eventId(), 4));
    assertThat(core.database.count("intake.case_event")).isEqualTo(3);
  }

  @Test
  void an_older_version_than_the_last_is_a_conflict() {
    CaseEvent first = tell(1);
    tell(2);
    assertThat(problemOf(() -> withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1)))
        .isEqualTo(ProblemType.CONFLICT);
    assertThat(problemOf(() -> withdrawals.withdraw(ODENSE, EventSource.OTHER, first.eventId())))
        .isEqualTo(ProblemType.CONFLICT);
    assertThat(core.database.count("intake.case_event")).isEqualTo(2);
  }

  @Test
  void what_the_municipality_never_told_is_not_found_whoever_has_told_it() {
    CaseEvent event = tell(1);
    assertThat(
            List.<ThrowingCallable>of(
                () -> withdrawals.withdraw(ODENSE, EventSource.OTHER, "unknown", 1),
                () -> withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 2),
                () -> withdrawals.withdraw(ODENSE, EventSource.OTHER, UUID.randomUUID()),
                () -> withdrawals.withdraw(AARHUS, EventSource.OTHER, ENTITY, 1),
                () -> withdrawals.withdraw(AARHUS, EventSource.OTHER, event.eventId())))
        .allSatisfy(call -> assertThat(problemOf(call)).isEqualTo(ProblemType.NOT_FOUND));
  }

  @Test
  void what_the_gateway_hears_itself_is_not_a_senders_to_withdraw() {
    core.intake.register(List.of(Events.of(ODENSE, CPR).entity(ENTITY, 1).held(7, FRIDAY)));
    assertThat(problemOf(() -> withdrawals.withdraw(ODENSE, EventSource.MOMENTUM, ENTITY, 1)))
        .isEqualTo(ProblemType.NOT_ALLOWED);
  }

  @Test
  void the_version_of_the_withdrawal_is_taken_for_what_is_told_afterwards() {
    tell(1);
    withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    assertThat(core.intake.register(List.of(conversation(2))).get(0))
        .isInstanceOfSatisfying(
            EventReceipt.Rejected.class,
            rejected -> assertThat(rejected.problem().type()).isEqualTo(ProblemType.CONFLICT));
  }

  @Test
  void of_four_at_once_one_is_stored_and_all_are_answered_alike()
      throws InterruptedException, ExecutionException {
    tell(1);
    Callable<Withdrawal> call = () -> withdrawals.withdraw(ODENSE, EventSource.OTHER, ENTITY, 1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Set<Withdrawal> answers = new HashSet<>();
      for (Future<Withdrawal> answer : threads.invokeAll(Collections.nCopies(4, call))) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(core.database.count("intake.case_event")).isEqualTo(2);
  }

  private CaseEvent tell(int version) {
    CaseEvent event = conversation(version);
    assertThat(core.intake.register(List.of(event)))
        .allMatch(EventReceipt.Stored.class::isInstance);
    return event;
  }

  private static CaseEvent conversation(int version) {
    return Events.from(
        EventSource.OTHER,
        Events.of(ODENSE, CPR)
            .group("6.1", FRIDAY.minusDays(60))
            .entity(ENTITY, version)
            .held(7, FRIDAY));
  }

  private List<String> invitationStates() {
    return core.database.texts("SELECT state FROM contact.invitation");
  }

  private static ProblemType problemOf(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problem().type();
  }
}
