package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendStepTest extends SendingFixture {
  @Test
  void a_due_step_is_sent_and_accepted() {
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(facts().transmissionId()).isEqualTo(PretendPost.TRANSMISSION);
    assertThat(facts().sentAt()).isEqualTo(REAL);
    assertThat(post.sent)
        .singleElement()
        .satisfies(
            sent -> {
              DigitalPostMessage message = (DigitalPostMessage) sent;
              assertThat(message.messageId()).isEqualTo(INVITATION + "/first");
              assertThat(message.link()).isEqualTo(LINK);
              assertThat(message.senderName()).isEqualTo("Odense Kommune");
              assertThat(message.recipient()).isEqualTo(CITIZEN);
            });
  }

  @Test
  void identifiers_and_sending_are_committed_before_the_call() {
    post.duringTheCall =
        () -> {
          assertThat(transactions.open).isFalse();
          assertThat(facts().state()).isEqualTo(NotificationState.SENDING);
          DigitalPostMessage sent = (DigitalPostMessage) post.sent.get(0);
          assertThat(sent.messageUuid().version()).isEqualTo(4);
          assertThat(facts().identifiers())
              .isEqualTo(new Notification.Identifiers(sent.messageUuid(), sent.transactionId()));
        };
    run();
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void a_step_woken_too_early_waits_for_its_time() {
    business.advance(Duration.ofMinutes(-1));
    assertThat(run()).isEqualTo(new Next.Again(danish("2026-11-25T10:00")));
    assertThat(post.sent).isEmpty();
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
  }

  @Test
  void a_step_that_wakes_on_a_saturday_waits_for_monday_morning() {
    business.set(danish("2026-11-28T11:00"));
    realNow = danish("2026-11-28T11:00");
    assertThat(run()).isEqualTo(new Next.Again(danish("2026-11-30T09:00")));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_step_that_comes_up_a_moment_late_leaves_though_its_hours_have_just_ended() {
    business.set(danish("2026-11-25T15:10"));
    realNow = danish("2026-11-25T10:00").plusSeconds(60);
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void a_step_that_is_two_weeks_late_expires() {
    business.advance(Duration.ofDays(14).plusSeconds(1));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.EXPIRED);
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_step_that_the_invitation_refuses_is_withdrawn_with_the_reason() {
    permission = new Permission.Refused("CITIZEN_DEAD");
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.WITHDRAWN);
    assertThat(facts().failure()).isEqualTo(new Failure(FailureClass.STOPPED, "CITIZEN_DEAD"));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_reminder_to_somebody_who_has_answered_is_not_needed() {
    permission = new Permission.NotNeeded();
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.NOT_NEEDED);
    assertThat(facts().failure()).isNull();
  }

  @Test
  void a_citizen_exempt_from_digital_post_ends_the_step() {
    post.subscription = Post.Subscription.NOT_SUBSCRIBED;
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts().failure())
        .isEqualTo(new Failure(FailureClass.STOPPED, "EXEMPT_FROM_DIGITAL_POST"));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void nothing_leaves_for_a_municipality_that_takes_part_no_longer() {
    participates = false;
    post.duringTheLookUp =
        () -> {
          throw new AssertionError("looked up without an agreement");
        };
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts().failure())
        .isEqualTo(new Failure(FailureClass.AGREEMENT, "NO_SERVICE_AGREEMENT"));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void the_invitation_opens_when_the_call_starts_and_not_before() {
    post.duringTheLookUp = () -> assertThat(desk.open).isFalse();
    post.duringTheCall = () -> assertThat(desk.open).isTrue();
    run();
    assertThat(desk.open).isTrue();
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void the_invitation_is_as_before_when_the_call_left_nothing() {
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.AGREEMENT, "answered 403"));
    run();
    assertThat(desk.open).isFalse();
    post.outcome = new SendOutcome.Refused(new Failure(FailureClass.CONTENT, "answered 400"));
    run();
    assertThat(desk.open).isFalse();
  }

  @Test
  void the_invitation_stays_open_when_nobody_knows_or_a_receipt_knows_better() {
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "answered 429"));
    post.duringTheCall =
        () ->
            ledger.change(
                id,
                s ->
                    s.receipt(
                        NotificationEvent.RECEIPT_RECEIVED, Optional.empty(), REAL, null, true));
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(desk.open).isTrue();
  }

  @Test
  void a_failed_look_up_does_not_keep_the_step_from_being_sent() {
    post.subscription = Post.Subscription.UNKNOWN;
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
  }

  @Test
  void a_call_that_never_left_is_tried_again_with_the_same_identifiers() {
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "not connected: X"));
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(10)));
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(20)));
    post.outcome = new SendOutcome.Accepted(null);
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().failure()).isNull();
    assertThat(post.sent).hasSize(3);
    assertThat(post.sent)
        .extracting(OutgoingMessage::messageUuid)
        .containsOnly(post.sent.get(0).messageUuid());
    assertThat(post.sent)
        .extracting(OutgoingMessage::transactionId)
        .containsOnly(post.sent.get(0).transactionId());
  }

  @Test
  void an_unknown_outcome_is_never_sent_again() {
    post.outcome = new SendOutcome.Unknown("no answer in time");
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void a_step_found_sending_after_a_crash_is_unknown_and_not_sent_again() {
    post.duringTheCall =
        () -> {
          throw new AssertionError("the process dies here");
        };
    org.assertj.core.api.Assertions.assertThatThrownBy(this::run)
        .isInstanceOf(AssertionError.class);
    assertThat(facts().state()).isEqualTo(NotificationState.SENDING);
    post.duringTheCall = () -> {};
    assertThat(run()).as("the call may still last").isEqualTo(new Next.Again(REAL.plusSeconds(40)));
    assertThat(facts().state()).isEqualTo(NotificationState.SENDING);
    realNow = REAL.plusSeconds(40);
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void a_step_found_claimed_after_a_crash_is_sent() {
    ledger.change(id, step -> step.claim(UUID.randomUUID()));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
  }

  @Test
  void a_step_that_another_run_has_taken_meanwhile_is_left_to_that_run() {
    post.duringTheLookUp = () -> ledger.change(id, step -> step.claim(UUID.randomUUID()));
    run();
    assertThat(post.sent).isEmpty();
    assertThat(facts().state()).isEqualTo(NotificationState.CLAIMED);
  }

  @Test
  void a_step_withdrawn_while_it_was_checked_does_not_leave() {
    post.duringTheLookUp = () -> ledger.change(id, step -> step.withdraw("INVITATION_WITHDRAWN"));
    run();
    assertThat(post.sent).isEmpty();
    assertThat(facts().state()).isEqualTo(NotificationState.WITHDRAWN);
  }

  @Test
  void a_receipt_that_comes_before_the_answer_is_not_undone_by_it() {
    Instant delivered = REAL.plusSeconds(3);
    post.duringTheCall =
        () ->
            ledger.change(
                id,
                s ->
                    s.receipt(
                        NotificationEvent.RECEIPT_DELIVERED,
                        Optional.empty(),
                        delivered,
                        null,
                        true));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(facts().deliveredAt()).isEqualTo(delivered);
    assertThat(facts().transmissionId()).isEqualTo(PretendPost.TRANSMISSION);
  }

  @Test
  void a_refused_message_fails_with_its_class() {
    post.outcome = new SendOutcome.Refused(new Failure(FailureClass.AGREEMENT, "answered 401"));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts().failure()).isEqualTo(new Failure(FailureClass.AGREEMENT, "answered 401"));
  }

  @Test
  void a_link_that_digital_post_would_refuse_never_leaves() {
    permission =
        new Permission.Granted(
            new CitizenId(UUID.randomUUID()), ODENSE, URI.create("http://localhost/s/t"));
    run();
    assertThat(facts().failure())
        .isNotNull()
        .extracting(Failure::kind)
        .isEqualTo(FailureClass.CONTENT);
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_bug_in_the_sending_code_leaves_the_outcome_unknown() {
    post.duringTheCall =
        () -> {
          throw new IllegalStateException("bug");
        };
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
  }
}
