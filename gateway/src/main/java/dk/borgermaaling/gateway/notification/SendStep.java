package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.notification.ChooseChannel.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends one step: is it time, may it leave, by which channel, is everything ready, then identifiers
 * are committed, then the call, then its outcome ({@link MakeCall}). Three short transactions; none
 * is open during a call of any kind. Run again after a crash it never makes a call whose
 * predecessor may have got through. The model check drives the same parts.
 */
public final class SendStep {
  private final Transactions transactions;
  private final NotificationLedger ledger;
  private final SendingDesk desk;
  private final CitizenVault vault;
  private final Municipalities municipalities;
  private final ChooseChannel channels;
  private final Brakes brakes;
  private final MakeCall call;
  private final SendingTimes times;
  private final BusinessClock business;
  private final Clock real;

  public SendStep(
      Transactions transactions,
      NotificationLedger ledger,
      SendingDesk desk,
      CitizenVault vault,
      Municipalities municipalities,
      ChooseChannel channels,
      Brakes brakes,
      MakeCall call,
      SendingTimes times,
      BusinessClock business,
      Clock real) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.vault = vault;
    this.municipalities = municipalities;
    this.channels = channels;
    this.brakes = brakes;
    this.call = call;
    this.times = times;
    this.business = business;
    this.real = real;
  }

  /** One run of the task. */
  public Next run(NotificationId id) {
    Optional<Instant> shut = call.shutUntil();
    if (shut.isPresent()) {
      return new Next.Again(shut.get());
    }
    UUID run = UUID.randomUUID();
    Taken taken = take(id, run);
    return taken.addressed() == null
        ? taken.next()
        : onward(taken.addressed(), run).apply(call, taken.addressed().step(), run);
  }

  /** The first transaction: claims the step for this run, when it may be sent now. */
  Taken take(NotificationId id, UUID run) {
    return transactions.inOne(() -> ledger.change(id, step -> take(step, run)));
  }

  private Taken take(Notification step, UUID run) {
    Optional<Next> elsewhere = call.followUp(step);
    if (elsewhere.isPresent()) {
      return new Taken(elsewhere.get(), null);
    }
    Notification.Facts facts = step.facts();
    SendingTimes times = this.times.of(facts);
    Instant now = business.now();
    if (times.isTooLate(facts.plannedFor(), now)) {
      step.expire();
      return Taken.ENDED;
    }
    Turn turn = turn(facts);
    if (turn instanceof Turn.Never never) {
      step.withdraw(never.reason());
      return Taken.ENDED;
    }
    Optional<Instant> later =
        turn instanceof Turn.From from
            ? times.later(from.at(), now, late(from.at()))
            : Optional.of(times.lookAgain(facts.plannedFor(), now));
    return later.map(this::again).orElseGet(() -> addressed(step, run, now));
  }

  /**
   * Asks before it claims what may hold the step; the brakes last, because asking takes a place.
   */
  private Taken addressed(Notification step, UUID run, Instant now) {
    Permission permission = desk.ask(step.facts().invitation());
    if (!(permission instanceof Permission.Granted granted)) {
      step.claim(run);
      call.end(step, permission);
      return Taken.ENDED;
    }
    Recipient recipient = vault.recipientOf(granted.citizen(), granted.municipality());
    Optional<Instant> held = brakes.heldUntil(step.facts(), now);
    if (held.isPresent()) {
      return again(held.get());
    }
    return step.claim(run)
        ? new Taken(Next.DONE, new Addressed(step.facts(), granted, recipient))
        : Taken.ENDED;
  }

  private Taken again(Instant at) {
    return new Taken(new Next.Again(business.toReal(at)), null);
  }

  private Turn turn(Notification.Facts step) {
    return step.step().isReminder()
        ? Turn.ofReminder(step, ledger.find(step.invitation(), Step.FIRST))
        : Turn.ofFirst(step);
  }

  private Duration late(Instant plannedFor) {
    return Duration.between(business.toReal(plannedFor), real.instant());
  }

  /** Without a transaction: by which channel and with what message a claimed step goes on. */
  Onward onward(Addressed addressed, UUID run) {
    Notification.Facts step = addressed.step();
    Permission.Granted granted = addressed.granted();
    Municipality authority =
        municipalities.byCode(granted.municipality(), business.today()).orElse(null);
    if (authority == null) {
      return new Onward.Back(
          step.channel(),
          new Failure(FailureClass.CONFIGURATION, "the municipality is not known today"));
    }
    if (!authority.participates()) {
      return new Onward.End(new Failure(FailureClass.AGREEMENT, Failure.NO_SERVICE_AGREEMENT));
    }
    Writing writing =
        new Writing(
            step.invitation(),
            step.step(),
            step.identifiers() == null
                ? new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID())
                : step.identifiers(),
            authority,
            addressed.recipient(),
            granted.link(),
            real.instant());
    Choice choice = channels.of(step, granted.citizen(), writing);
    if (choice instanceof Choice.Waits waits) {
      return new Onward.Back(waits.channel(), waits.why());
    }
    if (choice instanceof Choice.Stops stops) {
      return new Onward.End(stops.why());
    }
    Choice.Goes goes = (Choice.Goes) choice;
    return new Onward.Out(
        new MakeCall.Outgoing(step, run, goes.channel(), writing.identifiers(), leaves(step)),
        goes.message());
  }

  private Instant leaves(Notification.Facts step) {
    return times.leaves(step.plannedFor(), business.now(), late(step.plannedFor()));
  }

  /** What the first transaction came to: a claimed step, or what the task does next. */
  record Taken(Next next, @Nullable Addressed addressed) {
    static final Taken ENDED = new Taken(Next.DONE, null);
  }

  /** A step that is claimed, and may leave as far as is known. */
  record Addressed(Notification.Facts step, Permission.Granted granted, Recipient recipient) {}

  /** How a claimed step goes on. */
  sealed interface Onward {
    Next apply(MakeCall call, Notification.Facts step, UUID run);

    /** Ready to leave. */
    record Out(MakeCall.Outgoing outgoing, OutgoingMessage message) implements Onward {
      @Override
      public Next apply(MakeCall call, Notification.Facts step, UUID run) {
        return call.make(outgoing, message);
      }
    }

    /** Cannot leave now. */
    record Back(Channel channel, Failure why) implements Onward {
      @Override
      public Next apply(MakeCall call, Notification.Facts step, UUID run) {
        return call.putBack(step, run, channel, why);
      }
    }

    /** Does not leave. */
    record End(Failure why) implements Onward {
      @Override
      public Next apply(MakeCall call, Notification.Facts step, UUID run) {
        return call.refuse(step, run, why);
      }
    }
  }
}
