package dk.borgermaaling.gateway.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.testing.CoreFixture;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer and the start of a reminder in the same moment, on two connections. */
class AnswerAndReminderTest extends SentInvitations {
  private final UUID run = UUID.randomUUID();
  private InvitationId invitation;
  private NotificationId reminder;

  @BeforeEach
  void a_reminder_is_claimed() {
    CaseEvent event = conversation(CoreFixture.ODENSE, CPR, FRIDAY);
    accept(event);
    invitation = invitationOf(event);
    assertThat(startFirstOf(invitation)).isTrue();
    reminder =
        core.database
            .transactions()
            .inOne(() -> ledger.find(invitation, Step.reminder(1)).orElseThrow().id());
    core.database
        .transactions()
        .runInOne(() -> ledger.<Boolean>change(reminder, step -> step.claim(run)));
  }

  @Test
  void an_answer_that_comes_first_keeps_the_reminder_here() throws Exception {
    CompletableFuture<Boolean> started =
        core.database
            .transactions()
            .inOne(
                () -> {
                  assertThat(core.invitationDesk.markAnswered(invitation)).isTrue();
                  CompletableFuture<Boolean> start = CompletableFuture.supplyAsync(this::start);
                  awaitALockWaitedFor();
                  return start;
                });
    assertThat(started.get(30, TimeUnit.SECONDS)).isFalse();
    assertThat(state()).isEqualTo(NotificationState.CLAIMED);
    assertThat(core.sendingDesk.ask(invitation)).isEqualTo(new Permission.NotNeeded());
  }

  @Test
  void a_reminder_that_starts_first_leaves_and_the_answer_is_taken_all_the_same() throws Exception {
    CompletableFuture<Boolean> answered =
        core.database
            .transactions()
            .inOne(
                () -> {
                  assertThat(start()).isTrue();
                  CompletableFuture<Boolean> answer =
                      CompletableFuture.supplyAsync(
                          () -> core.invitationDesk.markAnswered(invitation));
                  awaitALockWaitedFor();
                  return answer;
                });
    assertThat(answered.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(state()).isEqualTo(NotificationState.SENDING);
  }

  private boolean start() {
    Notification.Identifiers identifiers =
        new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID());
    return core.sendingDesk.letGo(
        invitation,
        () ->
            ledger.<Boolean>change(
                reminder,
                step -> step.start(run, identifiers, core.clock.now(), core.clock.now())));
  }

  private NotificationState state() {
    return core.database
        .transactions()
        .inOne(() -> ledger.change(reminder, step -> step.facts().state()));
  }

  private void awaitALockWaitedFor() {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (core.database.texts("SELECT pid::text FROM pg_locks WHERE NOT granted").isEmpty()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
