package dk.borgermaaling.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Backoff;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A due first message to a made-up citizen, and everything around it that a test may change. */
class SendingFixture {
  static final Instant REAL = Instant.parse("2026-11-22T21:00:00Z");
  static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  static final InvitationId INVITATION = new InvitationId(UUID.randomUUID());
  static final Recipient CITIZEN = new Recipient.Person(new CprNumber("6101801234"));
  static final URI LINK = URI.create("https://localhost/s/token");

  final MapLedger ledger = new MapLedger();
  Instant realNow = REAL;
  final SettableClock business = SettableClock.at("2026-11-25T10:00");
  final OneTransaction transactions = new OneTransaction();
  final PretendPost post = new PretendPost();
  final NotificationId id = new NotificationId(ODENSE, UUID.randomUUID());
  final Desk desk = new Desk();
  final Map<NotificationId, Instant> again = new LinkedHashMap<>();
  final AtomicLong nanos = new AtomicLong();
  CallLimits limits = limits(Optional.empty());
  Letters letters = Letters.NONE;
  Brakes brakes = Brakes.NONE;
  boolean participates = true;
  final Permission granted = new Permission.Granted(new CitizenId(UUID.randomUUID()), ODENSE, LINK);
  Permission permission = granted;

  @BeforeEach
  void a_step_is_due() {
    plan(Step.FIRST);
  }

  void plan(Step step) {
    ledger.add(
        List.of(
            Notification.planned(
                id, INVITATION, PlannedStep.digital(step, danish("2026-11-25T10:00")))));
  }

  Next run() {
    return run(id);
  }

  Next run(NotificationId step) {
    CitizenVault vault =
        new CitizenVault() {
          @Override
          public CitizenId idOf(Recipient recipient) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Optional<CitizenId> find(Recipient recipient) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Recipient recipientOf(CitizenId citizen, MunicipalityCode municipality) {
            // To every other municipality the number may have become another.
            assertThat(municipality).isEqualTo(ODENSE);
            return CITIZEN;
          }
        };
    Clock real = Clock.fixed(realNow, ZoneOffset.UTC);
    SendingTimes times = times();
    return new SendStep(
            transactions,
            ledger,
            desk,
            vault,
            new Odense(participates),
            new ChooseChannel(
                new Subscriptions(post, Duration.ZERO, 0, real),
                new InvitationText("Ring til kommunen."),
                letters),
            brakes,
            new MakeCall(
                transactions,
                ledger,
                again::put,
                desk,
                post,
                brakes,
                times,
                limits,
                business,
                real),
            times,
            business,
            real)
        .run(step);
  }

  static SendingTimes times() {
    return new SendingTimes(
        SendStepTest::weekdaysNineToThree,
        Duration.ofMinutes(1),
        Duration.ofDays(14),
        new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30)));
  }

  Notification.Facts facts() {
    return ledger.change(id, Notification::facts);
  }

  CallLimits limits(Optional<Duration> resendUnknown) {
    return new CallLimits(
        Duration.ofSeconds(10), Duration.ofSeconds(30), resendUnknown, nanos::get);
  }

  static Instant danish(String time) {
    return LocalDateTime.parse(time).atZone(BusinessClock.DENMARK).toInstant();
  }

  static Instant weekdaysNineToThree(Instant from) {
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
  static final class OneTransaction implements Transactions {
    boolean open;

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

  /** Remembers whether the invitation is open. */
  final class Desk implements SendingDesk {
    boolean open;

    @Override
    public Permission ask(InvitationId invitation) {
      return permission;
    }

    @Override
    public boolean letGo(InvitationId invitation, BooleanSupplier start) {
      boolean started = permission instanceof Permission.Granted && start.getAsBoolean();
      open |= started;
      return started;
    }

    @Override
    public boolean keepBack(InvitationId invitation, BooleanSupplier note) {
      boolean noted = note.getAsBoolean();
      open &= !noted;
      return noted;
    }
  }

  static final class PretendPost implements Post {
    static final UUID TRANSMISSION = UUID.randomUUID();
    final List<OutgoingMessage> sent = new ArrayList<>();
    Subscription subscription = Subscription.SUBSCRIBED;
    Subscription nemSms = Subscription.SUBSCRIBED;
    SendOutcome outcome = new SendOutcome.Accepted(TRANSMISSION);
    @Nullable Failure notReady;
    @Nullable Instant shutUntil;
    Runnable duringTheLookUp = () -> {};
    Runnable beforeTheCall = () -> {};
    Runnable duringTheCall = () -> {};

    @Override
    public Subscription digitalPost(Cvr authority, Recipient recipient) {
      duringTheLookUp.run();
      return subscription;
    }

    @Override
    public Subscription nemSms(Cvr authority, Recipient recipient) {
      return nemSms;
    }

    @Override
    public Optional<Instant> shutUntil() {
      return Optional.ofNullable(shutUntil);
    }

    @Override
    public Prepared prepare(OutgoingMessage message) {
      return notReady == null
          ? new Prepared.Ready(mayBegin -> make(message, mayBegin))
          : new Prepared.NotReady(notReady);
    }

    private SendOutcome make(OutgoingMessage message, BooleanSupplier mayBegin) {
      beforeTheCall.run();
      if (!mayBegin.getAsBoolean()) {
        return new SendOutcome.NotSent(new Failure(FailureClass.TRANSIENT, "not connected: late"));
      }
      sent.add(message);
      duringTheCall.run();
      return outcome;
    }
  }

  /** Holds nothing back, as far as a test says nothing else. */
  static class Held implements Brakes {
    @Override
    public Optional<Instant> heldUntil(Notification.Facts step, Instant now) {
      return Optional.empty();
    }

    @Override
    public void stop(MunicipalityCode municipality, Channel channel, Failure why) {}
  }

  static final class Odense implements Municipalities {
    final Municipality odense;

    Odense(boolean participates) {
      odense =
          new Municipality(
              ODENSE, "Odense", "Odense Kommune", new Cvr("35209115"), participates, false);
    }

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
