package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The real sending code over one step that the model puts in: each transaction of it is one move of
 * the model, and what surrounds it answers as the model says.
 */
final class ModelBench implements NotificationLedger, SendingDesk, CitizenVault, Post, Brakes {
  static final NotificationId ID = new NotificationId(SendingFixture.ODENSE, UUID.randomUUID());
  private static final Duration DAY = Duration.ofDays(1);
  private static final CitizenId CITIZEN = new CitizenId(UUID.randomUUID());
  private static final Instant PLANNED = SendingFixture.danish("2026-11-25T10:00");
  private static final OutgoingMessage MESSAGE = Messages.textMessage(Step.FIRST);

  final SendStep sendStep;
  final MakeCall makeCall;
  final ApplyReceipt applyReceipt;
  final ResendStep resendStep;

  ModelState state;
  boolean digitalPost = true;
  boolean nemSms = true;
  boolean addressKnown = true;
  boolean held;
  boolean callsAreOver;
  boolean letsGoUnasked;

  ModelBench(ModelState state, Optional<Duration> resendUnknown) {
    this.state = state;
    Transactions transactions =
        new Transactions() {
          @Override
          public <T> T inOne(Supplier<T> work) {
            return work.get();
          }
        };
    BusinessClock business =
        new BusinessClock() {
          @Override
          public Instant now() {
            return ModelBench.this.state.late ? PLANNED.plus(DAY.multipliedBy(15)) : PLANNED;
          }

          @Override
          public Instant toReal(Instant time) {
            return time;
          }
        };
    Clock real =
        new Clock() {
          @Override
          public Instant instant() {
            return callsAreOver ? PLANNED.plus(DAY) : PLANNED;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };
    SendingTimes times =
        new SendingTimes(
            UnaryOperator.identity(),
            DAY.multipliedBy(365),
            DAY.multipliedBy(14),
            new Backoff(DAY, DAY));
    LookAgain lookAgain = (id, at) -> this.state.free++;
    CallLimits limits =
        new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), resendUnknown, () -> 0);
    makeCall =
        new MakeCall(
            transactions, this, lookAgain, this, this, this, times, limits, business, real);
    sendStep =
        new SendStep(
            transactions,
            this,
            this,
            this,
            new SendingFixture.Odense(true),
            new ChooseChannel(
                new Subscriptions(this, Duration.ZERO, 0, real), this::write, Letters.NONE),
            this,
            makeCall,
            times,
            business,
            real);
    applyReceipt = new ApplyReceipt(this, lookAgain, times, business, real);
    resendStep = new ResendStep(transactions, this, lookAgain, times, business, real);
  }

  private Written write(Channel channel, Writing writing) {
    return addressKnown
        ? new Written.Ready(MESSAGE)
        : new Written.Refused(new Failure(FailureClass.TRANSIENT, "not now"));
  }

  @Override
  public <T> T change(NotificationId id, Function<Notification, T> change) {
    Notification step = new Notification(state.facts);
    T answer = change.apply(step);
    state.facts = step.facts();
    return answer;
  }

  @Override
  public Permission ask(InvitationId invitation) {
    if (state.withdrawn) {
      return new Permission.Refused("WITHDRAWN");
    }
    return state.answered
        ? new Permission.NotNeeded()
        : new Permission.Granted(CITIZEN, SendingFixture.ODENSE, SendingFixture.LINK);
  }

  @Override
  public boolean letGo(InvitationId invitation, BooleanSupplier start) {
    return (letsGoUnasked || ask(invitation) instanceof Permission.Granted) && start.getAsBoolean();
  }

  @Override
  public boolean keepBack(InvitationId invitation, BooleanSupplier note) {
    return note.getAsBoolean();
  }

  @Override
  public Recipient recipientOf(CitizenId citizen, MunicipalityCode municipality) {
    return SendingFixture.CITIZEN;
  }

  @Override
  public Subscription digitalPost(Cvr authority, Recipient recipient) {
    return digitalPost ? Subscription.UNKNOWN : Subscription.NOT_SUBSCRIBED;
  }

  @Override
  public Subscription nemSms(Cvr authority, Recipient recipient) {
    return nemSms ? Subscription.SUBSCRIBED : Subscription.NOT_SUBSCRIBED;
  }

  @Override
  public Optional<Instant> heldUntil(Notification.Facts step, Instant now) {
    return held ? Optional.of(now.plus(DAY)) : Optional.empty();
  }

  @Override
  public void stop(MunicipalityCode municipality, Channel channel, Failure why) {}

  @Override
  public Optional<Instant> shutUntil() {
    return Optional.empty();
  }

  @Override
  public Prepared prepare(OutgoingMessage message) {
    throw new UnsupportedOperationException("the model makes the call");
  }

  @Override
  public void add(Collection<Notification> notifications) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Notification.Facts> find(InvitationId invitation, Step step) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<NotificationId> ofInvitation(InvitationId invitation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<NotificationId> byMessageUuid(UUID messageUuid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<NotificationId> byTransmissionId(UUID transmissionId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CitizenId idOf(Recipient recipient) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<CitizenId> find(Recipient recipient) {
    throw new UnsupportedOperationException();
  }
}
