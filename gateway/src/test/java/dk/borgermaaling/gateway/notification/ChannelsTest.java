package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.Post.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A step that may go by several channels. */
class ChannelsTest extends SendingFixture {
  private static final Failure NOT_REACHED =
      new Failure(FailureClass.RECIPIENT, "recipient.unknown");

  private void planBy(Channel... channels) {
    ledger.add(
        List.of(
            Notification.planned(
                id,
                INVITATION,
                new PlannedStep(
                    Step.FIRST,
                    danish("2026-11-25T10:00"),
                    SendWindow.STANDARD,
                    List.of(channels)))));
  }

  @Test
  void the_first_channel_that_reaches_the_citizen_is_taken() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    post.subscription = Subscription.NOT_SUBSCRIBED;
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(facts().channel()).isEqualTo(Channel.NEMSMS);
    assertThat(post.sent)
        .singleElement()
        .isInstanceOfSatisfying(
            NemSmsMessage.class,
            message -> {
              assertThat(message.messageUuid()).isEqualTo(messageUuid());
              assertThat(message.notification()).startsWith("Du har post i Digital Post");
              assertThat(message.defect()).isEmpty();
            });
  }

  @Test
  void a_failed_look_up_never_means_that_a_channel_is_closed() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    post.subscription = Subscription.UNKNOWN;
    run();
    assertThat(facts().channel()).isEqualTo(Channel.DIGITAL_POST);
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
  }

  @Test
  void a_step_whose_channels_are_all_closed_ends_with_the_reason_of_the_last() {
    planBy(Channel.DIGITAL_POST, Channel.LETTER, Channel.NEMSMS);
    post.subscription = Subscription.NOT_SUBSCRIBED;
    post.nemSms = Subscription.NOT_SUBSCRIBED;
    run();
    assertThat(facts().failure())
        .isEqualTo(new Failure(FailureClass.STOPPED, Failure.NOT_SUBSCRIBED_TO_NEMSMS));
    planBy(Channel.DIGITAL_POST, Channel.LETTER);
    run();
    assertThat(facts().failure())
        .isEqualTo(new Failure(FailureClass.STOPPED, Failure.LETTERS_NOT_AGREED));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_letter_that_cannot_be_written_now_waits_and_is_tried_again() {
    planBy(Channel.LETTER, Channel.NEMSMS);
    letters = writing -> new Written.Refused(new Failure(FailureClass.TRANSIENT, "no answer"));
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(10)));
    assertThat(run()).isEqualTo(new Next.Again(REAL.plusSeconds(20)));
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(facts().channel()).isEqualTo(Channel.LETTER);
    assertThat(facts().attempts()).isEqualTo(2);
    assertThat(facts().identifiers()).as("nothing was started").isNull();
  }

  @Test
  void a_message_that_is_wrong_ends_the_step_and_no_other_channel_is_tried() {
    planBy(Channel.LETTER, Channel.NEMSMS);
    letters = writing -> new Written.Refused(new Failure(FailureClass.CONTENT, "too long"));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts().failure()).isEqualTo(new Failure(FailureClass.CONTENT, "too long"));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void an_answer_that_refuses_for_the_recipient_leads_to_the_next_channel_at_once() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    post.outcome = new SendOutcome.Refused(NOT_REACHED);
    assertThat(run()).isEqualTo(new Next.Again(REAL));
    assertThat(desk.open).isFalse();
    post.outcome = new SendOutcome.Accepted(null);
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(facts().channel()).isEqualTo(Channel.NEMSMS);
    assertThat(post.sent)
        .extracting(OutgoingMessage::messageUuid)
        .hasSize(2)
        .containsOnly(messageUuid());
  }

  @Test
  void a_receipt_that_failed_for_the_recipient_leads_to_the_next_channel_with_the_same_uuids() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    run();
    assertThat(failed(Optional.of(Channel.DIGITAL_POST))).isTrue();
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(again).containsExactly(java.util.Map.entry(id, REAL));
    run();
    assertThat(facts().channel()).isEqualTo(Channel.NEMSMS);
    assertThat(post.sent)
        .extracting(OutgoingMessage::messageUuid)
        .hasSize(2)
        .containsOnly(messageUuid());
  }

  @Test
  void a_receipt_of_a_channel_that_was_left_behind_changes_nothing_unless_it_says_delivered() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    run();
    failed(Optional.of(Channel.DIGITAL_POST));
    run();
    assertThat(failed(Optional.of(Channel.DIGITAL_POST))).isFalse();
    assertThat(failed(Optional.empty())).as("it may be about the first").isFalse();
    assertThat(receipt(NotificationEvent.RECEIPT_RECEIVED, Optional.of(Channel.DIGITAL_POST)))
        .isFalse();
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(receipt(NotificationEvent.RECEIPT_DELIVERED, Optional.of(Channel.DIGITAL_POST)))
        .isTrue();
    assertThat(facts().state()).isEqualTo(NotificationState.DELIVERED);
  }

  @Test
  void a_step_without_another_channel_or_without_time_fails_by_its_receipt() {
    run();
    assertThat(failed(Optional.empty())).isTrue();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    run();
    business.advance(Duration.ofDays(15));
    assertThat(failed(Optional.of(Channel.DIGITAL_POST))).isTrue();
    assertThat(facts().failure()).isEqualTo(NOT_REACHED);
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(again).isEmpty();
  }

  @Test
  void a_failed_receipt_that_comes_before_the_answer_leads_on_and_the_answer_changes_nothing() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    post.duringTheCall = () -> failed(Optional.of(Channel.DIGITAL_POST));
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(facts().channel()).isEqualTo(Channel.NEMSMS);
    assertThat(again).containsKey(id);
  }

  @Test
  void the_channel_that_a_step_comes_to_may_be_held_back() {
    planBy(Channel.DIGITAL_POST, Channel.NEMSMS);
    post.subscription = Subscription.NOT_SUBSCRIBED;
    Instant tomorrow = danish("2026-11-26T10:00");
    brakes =
        new Held() {
          @Override
          public Optional<Instant> heldUntil(Notification.Facts step, Instant now) {
            return step.channel() == Channel.NEMSMS ? Optional.of(tomorrow) : Optional.empty();
          }
        };
    assertThat(run()).isEqualTo(new Next.Again(tomorrow));
    assertThat(facts().state()).isEqualTo(NotificationState.PLANNED);
    assertThat(facts().channel()).isEqualTo(Channel.NEMSMS);
    assertThat(facts().attempts()).isZero();
    assertThat(desk.open).isFalse();
    assertThat(post.sent).isEmpty();
  }

  @Test
  void an_answer_of_the_look_up_is_kept_for_its_time_and_a_failed_one_never() {
    int[] asked = {0};
    post.duringTheLookUp = () -> asked[0]++;
    Instant[] now = {REAL};
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now[0];
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
    var kept = new Subscriptions(post, Duration.ofHours(12), 1, clock);
    var someone = new dk.borgermaaling.gateway.citizen.CitizenId(UUID.randomUUID());
    var cvr = new dk.borgermaaling.gateway.kernel.Cvr("35209115");
    post.subscription = Subscription.UNKNOWN;
    kept.ask(Channel.DIGITAL_POST, cvr, someone, CITIZEN);
    post.subscription = Subscription.NOT_SUBSCRIBED;
    kept.ask(Channel.DIGITAL_POST, cvr, someone, CITIZEN);
    assertThat(asked[0]).isEqualTo(2);
    post.subscription = Subscription.SUBSCRIBED;
    assertThat(kept.ask(Channel.DIGITAL_POST, cvr, someone, CITIZEN))
        .isEqualTo(Subscription.NOT_SUBSCRIBED);
    now[0] = REAL.plus(Duration.ofHours(12));
    assertThat(kept.ask(Channel.DIGITAL_POST, cvr, someone, CITIZEN))
        .isEqualTo(Subscription.SUBSCRIBED);
    assertThat(asked[0]).isEqualTo(3);
    kept.ask(Channel.NEMSMS, cvr, someone, CITIZEN);
    kept.ask(Channel.DIGITAL_POST, cvr, someone, CITIZEN);
    assertThat(asked[0]).as("the oldest had to go").isEqualTo(4);
  }

  private boolean failed(Optional<Channel> by) {
    return receipt(NotificationEvent.RECEIPT_FAILED, by);
  }

  private boolean receipt(NotificationEvent event, Optional<Channel> by) {
    return new ApplyReceipt(
            ledger, again::put, times(), business, Clock.fixed(realNow, ZoneOffset.UTC))
        .apply(id, event, by, REAL, event == NotificationEvent.RECEIPT_FAILED ? NOT_REACHED : null);
  }

  private UUID messageUuid() {
    return Objects.requireNonNull(facts().identifiers()).messageUuid();
  }
}
