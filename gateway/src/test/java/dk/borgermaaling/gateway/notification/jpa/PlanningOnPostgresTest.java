package dk.borgermaaling.gateway.notification.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationOverview.FirstMessage;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PlanningOnPostgresTest extends NotificationsOnPostgres {
  @Test
  void planning_enqueues_one_task_for_each_step_at_its_time() {
    assertThat(tasks("send-step")).hasSize(2);
    assertThat(one("SELECT min(execution_time) FROM ops.scheduled_tasks", Instant.class))
        .isEqualTo(PLANNED);
  }

  @Test
  void waking_brings_what_waits_forward_and_leaves_what_runs_to_its_node() {
    database
        .owner()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE ops.scheduled_tasks SET picked = true, picked_by = 'a node',"
                        + " last_heartbeat = now() WHERE execution_time = ?",
                    PLANNED));
    queue().wakeAll();
    assertThat(one("SELECT min(execution_time) FROM ops.scheduled_tasks", Instant.class))
        .isEqualTo(REAL);
    assertThat(one("SELECT execution_time FROM ops.scheduled_tasks WHERE picked", Instant.class))
        .as("whoever runs it sets its next time against this version")
        .isEqualTo(PLANNED);
    assertThat(one("SELECT max(version) FROM ops.scheduled_tasks WHERE picked", Long.class))
        .isEqualTo(1L);
    assertThat(one("SELECT max(version) FROM ops.scheduled_tasks WHERE NOT picked", Long.class))
        .as("a node that has read it before cannot pick it with what it read")
        .isEqualTo(2L);
  }

  @Test
  void planning_that_is_rolled_back_leaves_neither_row_nor_task() {
    InvitationId other = new InvitationId(UUID.randomUUID());
    assertThatThrownBy(
            () ->
                transactions.runInOne(
                    () -> {
                      plan().plan(other, ODENSE, List.of(PlannedStep.digital(Step.FIRST, PLANNED)));
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(tasks("send-step")).hasSize(2);
    assertThat(transactions.<Integer>inOne(() -> ledger.ofInvitation(other).size())).isZero();
  }

  @Test
  void the_same_step_is_never_planned_twice() {
    assertThatThrownBy(
            () ->
                transactions.runInOne(
                    () ->
                        plan()
                            .plan(
                                invitation,
                                ODENSE,
                                List.of(PlannedStep.digital(Step.FIRST, PLANNED)))))
        .isInstanceOf(RuntimeException.class);
    assertThat(tasks("send-step")).hasSize(2);
  }

  @Test
  void everything_about_a_notification_survives_the_database() {
    sent(new SendOutcome.Refused(new Failure(FailureClass.AGREEMENT, "the service answered 401")));
    Notification.Facts facts = first();
    assertThat(facts.state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts.failure())
        .isEqualTo(new Failure(FailureClass.AGREEMENT, "the service answered 401"));
    assertThat(facts.plannedFor()).isEqualTo(PLANNED);
    assertThat(facts.sentAt()).isEqualTo(REAL);
    assertThat(facts.attempts()).isEqualTo(1);
    assertThat(facts.identifiers())
        .isNotNull()
        .extracting(Notification.Identifiers::messageUuid)
        .isEqualTo(message);
  }

  @Test
  void a_withdrawn_invitation_takes_back_what_has_not_left() {
    sent(new SendOutcome.Accepted(null));
    transactions.runInOne(() -> plan().withdraw(invitation));
    assertThat(first().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(reminder().state()).isEqualTo(NotificationState.WITHDRAWN);
  }

  @Test
  void the_overview_shows_first_messages_of_persons_and_only_counts_of_reminders() {
    sent(new SendOutcome.Refused(new Failure(FailureClass.STOPPED, "EXEMPT_FROM_DIGITAL_POST")));
    transactions.runInOne(
        () ->
            ledger.change(
                id(Step.reminder(1)),
                step -> {
                  UUID run = UUID.randomUUID();
                  step.claim(run);
                  return step.notNeeded();
                }));
    assertThat(overview.firstMessages(ODENSE, 10, 0))
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.state()).isEqualTo(NotificationState.FAILED);
              assertThat(shown.failure())
                  .contains(new Failure(FailureClass.STOPPED, "EXEMPT_FROM_DIGITAL_POST"));
              assertThat(shown.sentAt()).contains(REAL);
            });
    assertThat(overview.troubled(ODENSE, 10, 0))
        .extracting(FirstMessage::invitation)
        .containsExactly(invitation);
    assertThat(overview.firstMessages(new MunicipalityCode("0185"), 10, 0)).isEmpty();
    assertThat(overview.firstMessageCounts())
        .isEqualTo(Map.of(ODENSE, Map.of(NotificationState.FAILED, 1L)));
  }

  @Test
  void the_overview_counts_reminders_by_their_planned_time_whatever_came_of_them() {
    Instant planned = PLANNED.plus(Duration.ofDays(7));
    assertThat(overview.remindersPlanned(planned.minusSeconds(1))).isEmpty();
    assertThat(overview.remindersPlanned(planned)).isEqualTo(Map.of(ODENSE, 1L));
    end(Step.reminder(1), Notification::notNeeded);
    assertThat(overview.remindersPlanned(planned)).isEqualTo(Map.of(ODENSE, 1L));
  }

  @Test
  void a_first_message_that_was_not_needed_is_shown_as_one_whose_invitation_was_withdrawn() {
    end(Step.FIRST, Notification::notNeeded);
    List<FirstMessage> notNeeded = overview.firstMessages(ODENSE, 10, 0);
    Map<?, ?> counts = overview.firstMessageCounts();
    database
        .owner()
        .useHandle(
            h -> h.execute("UPDATE contact.notification SET state = 'PLANNED', claim = NULL"));
    transactions.runInOne(() -> plan().withdraw(invitation));
    assertThat(overview.firstMessages(ODENSE, 10, 0)).isEqualTo(notNeeded);
    assertThat(overview.firstMessageCounts()).isEqualTo(counts);
  }

  @Test
  void when_a_step_left_by_the_business_clock_survives_the_database() {
    sent(new SendOutcome.Accepted(null));
    assertThat(transactions.inOne(() -> ledger.find(invitation, Step.FIRST)))
        .get()
        .satisfies(facts -> assertThat(facts.leftAt()).isEqualTo(PLANNED))
        .isEqualTo(first());
  }

  private void end(Step step, Predicate<Notification> end) {
    transactions.runInOne(
        () ->
            ledger.<Boolean>change(
                id(step), current -> current.claim(UUID.randomUUID()) && end.test(current)));
  }
}
