package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process that stands still, a service that does not answer, and who sends again. */
class FrozenTest extends SendingFixture {
  private static final Failure REFUSED = new Failure(FailureClass.AGREEMENT, "answered 403");

  @Test
  void a_call_that_comes_up_too_late_after_its_start_is_not_made() {
    post.beforeTheCall = () -> nanos.addAndGet(Duration.ofSeconds(10).toNanos() + 1);
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(10)));
    assertThat(post.sent).isEmpty();
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(desk.open).isFalse();
    post.beforeTheCall = () -> {};
    run();
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void the_fence_falls_by_either_clock() {
    Instant[] real = {REAL};
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return real[0];
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };
    Fence fence = new Fence(Duration.ofSeconds(10), nanos::get, clock);
    real[0] = REAL.plusSeconds(10);
    nanos.set(Duration.ofSeconds(10).toNanos());
    assertThat(fence.getAsBoolean()).isTrue();
    real[0] = REAL.plusSeconds(11);
    assertThat(fence.getAsBoolean()).as("the machine slept").isFalse();
    real[0] = REAL.minusSeconds(600);
    nanos.set(Duration.ofSeconds(11).toNanos());
    assertThat(fence.getAsBoolean()).as("the clock was set back").isFalse();
  }

  @Test
  void a_frozen_run_whose_step_was_given_up_meanwhile_puts_it_back_when_its_call_never_left() {
    post.beforeTheCall =
        () -> {
          realNow = REAL.plusSeconds(120);
          post.beforeTheCall = () -> {};
          assertThat(run()).as("another node").isEqualTo(Next.DONE);
          assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
          nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        };
    assertThat(run()).as("its task belongs to the other").isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(again).containsKey(id);
    assertThat(post.sent).isEmpty();
    run();
    assertThat(post.sent).hasSize(1);
  }

  @Test
  void what_a_frozen_run_finds_out_is_void_when_a_person_has_sent_the_step_again() {
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "answered 429"));
    post.duringTheCall =
        () -> {
          post.duringTheCall = () -> {};
          realNow = REAL.plusSeconds(120);
          run();
          assertThat(resend().resend(id)).isTrue();
          post.outcome = new SendOutcome.Unknown("no answer");
          run();
          post.outcome = new SendOutcome.NotSent(REFUSED);
        };
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
    assertThat(post.sent).hasSize(2);
  }

  @Test
  void that_the_message_was_taken_counts_whoever_finds_it_out() {
    post.duringTheCall =
        () -> {
          post.duringTheCall = () -> {};
          realNow = REAL.plusSeconds(120);
          run();
          assertThat(resend().resend(id)).isTrue();
        };
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(facts().transmissionId()).isEqualTo(PretendPost.TRANSMISSION);
  }

  @Test
  void a_person_sends_an_unknown_step_again_with_the_same_identifiers() {
    post.outcome = new SendOutcome.Unknown("no answer");
    run();
    assertThat(resend().resend(id)).isTrue();
    assertThat(again).containsEntry(id, REAL);
    post.outcome = new SendOutcome.Accepted(null);
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(post.sent.get(1).messageUuid()).isEqualTo(post.sent.get(0).messageUuid());
    assertThat(post.sent.get(1).transactionId()).isEqualTo(post.sent.get(0).transactionId());
    assertThat(resend().resend(id)).as("it is no longer unknown").isFalse();
  }

  @Test
  void a_step_that_is_sent_again_and_stopped_by_a_rule_is_as_unknown_as_before() {
    for (Permission stopped :
        List.of(new Permission.Refused("WITHDRAWN"), new Permission.NotNeeded())) {
      plan(Step.FIRST);
      permission = granted;
      post.outcome = new SendOutcome.Unknown("no answer");
      run();
      resend().resend(id);
      permission = stopped;
      run();
      assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
      assertThat(facts().failure())
          .as("the same words for both")
          .isEqualTo(new Failure(FailureClass.TRANSIENT, "outcome unknown: not sent again"));
      assertThat(facts().state().after(NotificationEvent.RECEIPT_DELIVERED)).isPresent();
    }
  }

  @Test
  void a_repeated_message_that_is_refused_says_nothing_about_the_first() {
    post.outcome = new SendOutcome.Unknown("no answer");
    run();
    resend().resend(id);
    post.outcome = new SendOutcome.Refused(new Failure(FailureClass.OTHER, "duplicate"));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
    assertThat(desk.open).as("the first may have got through").isTrue();
  }

  @Test
  void a_reminder_and_a_step_that_is_too_late_are_not_sent_again() {
    plan(Step.reminder(1));
    ledger.change(id, step -> step.claim(java.util.UUID.randomUUID()));
    assertThat(resend().resend(id)).isFalse();
    plan(Step.FIRST);
    post.outcome = new SendOutcome.Unknown("no answer");
    run();
    business.advance(Duration.ofDays(15));
    assertThat(resend().resend(id)).isFalse();
  }

  @Test
  void the_setting_sends_once_more_after_its_time_and_never_a_third_time() {
    limits = limits(Optional.of(Duration.ofHours(6)));
    post.outcome = new SendOutcome.Unknown("no answer");
    Instant later = REAL.plus(Duration.ofHours(6));
    assertThat(run()).isEqualTo(new Next.Again(later));
    assertThat(run()).as("woken too early").isEqualTo(new Next.Again(later));
    realNow = later;
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.UNKNOWN);
    realNow = later.plus(Duration.ofDays(1));
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(post.sent).hasSize(2);
    assertThat(post.sent.get(1).messageUuid()).isEqualTo(post.sent.get(0).messageUuid());
  }

  @Test
  void a_refused_agreement_puts_the_step_back_and_pauses_the_channel() {
    List<String> stopped = new ArrayList<>();
    brakes =
        new Held() {
          @Override
          public void stop(MunicipalityCode municipality, Channel channel, Failure why) {
            stopped.add(municipality.value() + " " + channel + " " + why.reason());
          }
        };
    post.outcome = new SendOutcome.NotSent(REFUSED);
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(10)));
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(stopped).containsExactly("0461 DIGITAL_POST answered 403");
    post.notReady = new Failure(FailureClass.AGREEMENT, "no access token: refused");
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(20)));
    assertThat(stopped).hasSize(2);
    assertThat(facts().attempts()).isEqualTo(2);
  }

  @Test
  void a_transient_failure_pauses_nothing() {
    brakes =
        new Held() {
          @Override
          public void stop(MunicipalityCode municipality, Channel channel, Failure why) {
            throw new AssertionError("paused");
          }
        };
    post.outcome = new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "answered 429"));
    assertThat(run()).isInstanceOf(Next.Again.class);
  }

  @Test
  void a_step_that_is_held_back_waits_and_is_not_looked_up() {
    Instant tomorrow = danish("2026-11-26T10:00");
    brakes =
        new Held() {
          @Override
          public Optional<Instant> heldUntil(Notification.Facts step, Instant now) {
            return Optional.of(tomorrow);
          }
        };
    post.duringTheLookUp =
        () -> {
          throw new AssertionError("looked up");
        };
    assertThat(run()).isEqualTo(new Next.Again(tomorrow));
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
  }

  @Test
  void a_service_that_is_spared_is_waited_for_and_no_try_is_counted() {
    post.shutUntil = REAL.plusSeconds(60);
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(60)));
    assertThat(facts().attempts()).isZero();
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
  }

  @Test
  void an_answer_that_came_after_the_check_is_seen_by_the_start() {
    post.duringTheLookUp = () -> permission = new Permission.NotNeeded();
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.NOT_NEEDED);
    assertThat(post.sent).isEmpty();
  }

  @Test
  void limits_that_make_no_sense_are_refused() {
    assertThatThrownBy(
            () ->
                new CallLimits(
                    Duration.ZERO, Duration.ofSeconds(1), Optional.empty(), System::nanoTime))
        .hasMessageContaining("gateway.notification.call-within");
    assertThatThrownBy(() -> limits(Optional.of(Duration.ofSeconds(40))))
        .hasMessageContaining("gateway.notification.resend-unknown");
  }

  private ResendStep resend() {
    return new ResendStep(
        transactions, ledger, again::put, times(), business, Clock.fixed(REAL, ZoneOffset.UTC));
  }
}
