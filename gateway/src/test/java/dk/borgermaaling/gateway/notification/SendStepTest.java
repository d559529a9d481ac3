package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendStepTest {
  private static final Instant REAL = Instant.parse("2026-11-22T21:00:00Z");
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final InvitationId INVITATION = new InvitationId(UUID.randomUUID());
  private static final Recipient CITIZEN = new Recipient.Person(new CprNumber("6101801234"));
  private static final URI LINK = URI.create("https://localhost/s/token");

  private final MapLedger ledger = new MapLedger();
  private final SettableClock business = SettableClock.at("2026-11-25T10:00");
  private final OneTransaction transactions = new OneTransaction();
  private final Post post = new Post();
  private final NotificationId id = new NotificationId(ODENSE, UUID.randomUUID());
  private Permission permission =
      new Permission.Granted(new CitizenId(UUID.randomUUID()), ODENSE, LINK);

  @BeforeEach
  void a_step_is_due() {
    plan(Step.FIRST);
  }

  @Test
  void a_due_step_is_sent_and_accepted() {
    assertThat(run()).isEqualTo(Next.DONE);
    assertThat(facts().state()).isEqualTo(NotificationState.ACCEPTED);
    assertThat(facts().transmissionId()).isEqualTo(Post.TRANSMISSION);
    assertThat(facts().sentAt()).isEqualTo(REAL);
    assertThat(post.sent)
        .singleElement()
        .satisfies(
            message -> {
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
          Notification.Identifiers stored = facts().identifiers();
          assertThat(stored).isNotNull();
          assertThat(stored.messageUuid()).isEqualTo(post.sent.get(0).messageUuid());
          assertThat(stored.transactionId()).isEqualTo(post.sent.get(0).transactionId());
          assertThat(stored.messageUuid().version()).isEqualTo(4);
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
    assertThat(run()).isEqualTo(new Next.Again(danish("2026-11-30T09:00")));
    assertThat(post.sent).isEmpty();
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
    post.subscription = DigitalPost.Subscription.NOT_SUBSCRIBED;
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.FAILED);
    assertThat(facts().failure())
        .isEqualTo(new Failure(FailureClass.STOPPED, "EXEMPT_FROM_DIGITAL_POST"));
    assertThat(post.sent).isEmpty();
  }

  @Test
  void a_failed_look_up_does_not_keep_the_step_from_being_sent() {
    post.subscription = DigitalPost.Subscription.UNKNOWN;
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
        .extracting(DigitalPostMessage::messageUuid)
        .containsOnly(post.sent.get(0).messageUuid());
    assertThat(post.sent)
        .extracting(DigitalPostMessage::transactionId)
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
            ledger.change(id, s -> s.receipt(NotificationEvent.RECEIPT_DELIVERED, delivered, null));
    run();
    assertThat(facts().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(facts().deliveredAt()).isEqualTo(delivered);
    assertThat(facts().transmissionId()).isEqualTo(Post.TRANSMISSION);
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
    assertThat(facts().failure()).isNotNull();
    assertThat(facts().failure().kind()).isEqualTo(FailureClass.CONTENT);
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

  private void plan(Step step) {
    ledger.add(Notification.planned(id, INVITATION, step, danish("2026-11-25T10:00")));
  }

  private Next run() {
    CitizenVault vault =
        new CitizenVault() {
          @Override
          public CitizenId idOf(Recipient recipient) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Recipient recipientOf(CitizenId citizen) {
            return CITIZEN;
          }
        };
    return new SendStep(
            transactions,
            ledger,
            (invitation, step) -> permission,
            vault,
            new Odense(),
            post,
            new SendingTimes(
                SendStepTest::weekdaysNineToThree,
                Duration.ofDays(14),
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30))),
            new InvitationText("Ring til kommunen."),
            business,
            Clock.fixed(REAL, ZoneOffset.UTC))
        .run(id);
  }

  private Notification.Facts facts() {
    return ledger.rows.get(id).facts();
  }

  private static Instant danish(String time) {
    return LocalDateTime.parse(time).atZone(BusinessClock.DENMARK).toInstant();
  }

  private static Instant weekdaysNineToThree(Instant from) {
    ZonedDateTime time = from.atZone(BusinessClock.DENMARK);
    while (time.getDayOfWeek() == DayOfWeek.SATURDAY
        || time.getDayOfWeek() == DayOfWeek.SUNDAY
        || time.getHour() < 9
        || time.getHour() >= 15) {
      time =
          time.getHour() < 9
                  && time.getDayOfWeek() != DayOfWeek.SATURDAY
                  && time.getDayOfWeek() != DayOfWeek.SUNDAY
              ? time.toLocalDate().atTime(9, 0).atZone(BusinessClock.DENMARK)
              : time.toLocalDate().plusDays(1).atStartOfDay(BusinessClock.DENMARK);
    }
    return time.toInstant();
  }

  /** Remembers whether a transaction is open. */
  private static final class OneTransaction implements Transactions {
    private boolean open;

    @Override
    public <T> T inOne(Supplier<T> work) {
      open = true;
      try {
        return work.get();
      } finally {
        open = false;
      }
    }
  }

  private static final class Post implements DigitalPost {
    private static final UUID TRANSMISSION = UUID.randomUUID();
    private final List<DigitalPostMessage> sent = new ArrayList<>();
    private Subscription subscription = Subscription.SUBSCRIBED;
    private SendOutcome outcome = new SendOutcome.Accepted(TRANSMISSION);
    private Runnable duringTheLookUp = () -> {};
    private Runnable duringTheCall = () -> {};

    @Override
    public Subscription subscription(Cvr authority, Recipient recipient) {
      duringTheLookUp.run();
      return subscription;
    }

    @Override
    public SendOutcome send(DigitalPostMessage message) {
      sent.add(message);
      duringTheCall.run();
      return outcome;
    }
  }

  private static final class Odense implements Municipalities {
    private final Municipality odense =
        new Municipality(ODENSE, "Odense", "Odense Kommune", new Cvr("35209115"), true, false);

    @Override
    public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
      return code.equals(ODENSE) ? Optional.of(odense) : Optional.empty();
    }

    @Override
    public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
      return Optional.empty();
    }

    @Override
    public List<Municipality> all(LocalDate on) {
      return List.of(odense);
    }
  }
}
