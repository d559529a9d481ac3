package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reminder planned nine days after its first message, which was planned for 10 o'clock. */
class ReminderTest extends SendingFixture {
  private static final Instant PLANNED = danish("2026-12-04T10:00");
  private static final Failure DOWN = new Failure(FailureClass.TRANSIENT, "not connected: X");

  private final NotificationId reminder = new NotificationId(ODENSE, UUID.randomUUID());

  @BeforeEach
  void a_reminder_is_planned() {
    ledger.add(
        List.of(
            Notification.planned(
                reminder, INVITATION, PlannedStep.digital(Step.reminder(1), PLANNED))));
  }

  @Test
  void a_reminder_leaves_at_its_planned_time_after_a_first_message_in_time() {
    business.advance(Duration.ofSeconds(30));
    run();
    business.set(PLANNED);
    assertThat(remind()).isEqualTo(Next.DONE);
    assertThat(post.sent).hasSize(2);
  }

  @Test
  void a_reminder_waits_while_its_first_message_could_not_leave() {
    post.outcome = new SendOutcome.NotSent(DOWN);
    run();
    business.set(PLANNED);
    assertThat(remind()).isEqualTo(new Next.Again(danish("2026-12-04T11:00")));
    assertThat(reminder().state()).isEqualTo(NotificationState.PLANNED);
    business.set(danish("2026-12-04T14:30"));
    assertThat(remind()).isEqualTo(new Next.Again(danish("2026-12-07T09:00")));
    assertThat(post.sent).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLAIMED", "SENDING"})
  void a_reminder_waits_while_its_first_message_is_on_its_way_out(NotificationState state) {
    UUID run = UUID.randomUUID();
    ledger.change(id, step -> step.claim(run));
    if (state == NotificationState.SENDING) {
      ledger.change(id, step -> step.start(run, identifiers(), REAL, PLANNED));
    }
    business.set(PLANNED);
    assertThat(remind()).isEqualTo(new Next.Again(danish("2026-12-04T11:00")));
  }

  @Test
  void a_reminder_woken_early_beside_a_waiting_first_message_waits_for_its_own_time() {
    assertThat(remind()).isEqualTo(new Next.Again(PLANNED));
  }

  @Test
  void a_first_message_that_left_late_puts_its_reminder_off_by_as_much() {
    post.outcome = new SendOutcome.NotSent(DOWN);
    run();
    post.outcome = new SendOutcome.Accepted(null);
    leaveAt("2026-12-02T11:00");
    business.set(PLANNED);
    realNow = PLANNED;
    assertThat(remind()).isEqualTo(new Next.Again(danish("2026-12-11T11:00")));
    business.set(danish("2026-12-11T11:00"));
    realNow = business.now();
    assertThat(remind()).isEqualTo(Next.DONE);
    assertThat(post.sent).hasSize(3);
  }

  @Test
  void a_reminder_that_was_put_off_into_a_weekend_waits_for_monday() {
    leaveAt("2026-11-26T10:30");
    business.set(PLANNED);
    assertThat(remind()).isEqualTo(new Next.Again(danish("2026-12-07T09:00")));
  }

  @Test
  void an_unknown_first_message_is_followed_by_its_reminder() {
    post.outcome = new SendOutcome.Unknown("no answer in time");
    run();
    post.outcome = new SendOutcome.Accepted(null);
    business.set(PLANNED);
    remind();
    assertThat(reminder().state()).isEqualTo(NotificationState.ACCEPTED);
  }

  @Test
  void a_failed_first_message_is_not_followed_by_a_reminder() {
    post.subscription = Post.Subscription.NOT_SUBSCRIBED;
    run();
    business.set(PLANNED);
    assertThat(remind()).isEqualTo(Next.DONE);
    assertEnded("FIRST_MESSAGE_FAILED");
  }

  @Test
  void an_expired_first_message_is_not_followed_by_a_reminder() {
    ledger.<Boolean>change(id, Notification::expire);
    business.set(PLANNED);
    remind();
    assertEnded("FIRST_MESSAGE_NEVER_LEFT");
  }

  @Test
  void a_withdrawn_first_message_is_not_followed_by_a_reminder() {
    ledger.<Boolean>change(id, step -> step.withdraw("INVITATION_WITHDRAWN"));
    business.set(PLANNED);
    remind();
    assertEnded("FIRST_MESSAGE_NEVER_LEFT");
  }

  @Test
  void a_reminder_that_waited_for_two_weeks_expires() {
    business.set(PLANNED.plus(Duration.ofDays(14)).plusSeconds(1));
    remind();
    assertThat(reminder().state()).isEqualTo(NotificationState.EXPIRED);
  }

  @Test
  void a_reminder_that_is_put_back_leaves_the_invitation_open() {
    run();
    business.set(PLANNED);
    post.outcome = new SendOutcome.NotSent(DOWN);
    assertThat(remind()).isInstanceOf(Next.Again.class);
    assertThat(desk.open).isTrue();
  }

  @Test
  void a_reminder_to_somebody_who_has_answered_is_not_needed() {
    run();
    permission = new Permission.NotNeeded();
    business.set(PLANNED);
    remind();
    assertThat(reminder().state()).isEqualTo(NotificationState.NOT_NEEDED);
  }

  private void leaveAt(String danish) {
    business.set(danish(danish));
    realNow = business.now();
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
  }

  private void assertEnded(String reason) {
    assertThat(reminder().state()).isEqualTo(NotificationState.WITHDRAWN);
    assertThat(reminder().failure()).isEqualTo(new Failure(FailureClass.STOPPED, reason));
    assertThat(post.sent).isEmpty();
  }

  private Next remind() {
    return run(reminder);
  }

  private Notification.Facts reminder() {
    return ledger.change(reminder, Notification::facts);
  }

  private static Notification.Identifiers identifiers() {
    return new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID());
  }
}
