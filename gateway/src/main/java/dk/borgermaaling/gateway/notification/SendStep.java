package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.notification.Post.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends one step: is it time, may it leave, does the citizen take Digital Post, then identifiers
 * are committed, then the call, then its outcome. No transaction is open during a call. Run again
 * after a crash it never makes a call whose predecessor may have got through.
 */
public final class SendStep {
  private final Transactions transactions;
  private final NotificationLedger ledger;
  private final SendingDesk desk;
  private final CitizenVault vault;
  private final Municipalities municipalities;
  private final Post post;
  private final SendingTimes times;
  private final InvitationText text;
  private final BusinessClock business;
  private final Clock real;

  public SendStep(
      Transactions transactions,
      NotificationLedger ledger,
      SendingDesk desk,
      CitizenVault vault,
      Municipalities municipalities,
      Post post,
      SendingTimes times,
      InvitationText text,
      BusinessClock business,
      Clock real) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.vault = vault;
    this.municipalities = municipalities;
    this.post = post;
    this.times = times;
    this.text = text;
    this.business = business;
    this.real = real;
  }

  /** One run of the task. */
  public Next run(NotificationId id) {
    UUID run = UUID.randomUUID();
    Taken taken = transactions.inOne(() -> ledger.change(id, step -> take(step, run)));
    return taken.facts() == null ? taken.next() : send(taken.facts(), run);
  }

  private Taken take(Notification step, UUID run) {
    Notification.Facts facts = step.facts();
    if (facts.state() == NotificationState.PLANNED || facts.state() == NotificationState.CLAIMED) {
      Instant now = business.now();
      if (times.isTooLate(facts.plannedFor(), now)) {
        step.expire();
        return new Taken(Next.DONE, null);
      }
      Turn turn = turn(facts);
      if (turn instanceof Turn.Never never) {
        step.withdraw(never.reason());
        return new Taken(Next.DONE, null);
      }
      Optional<Instant> later =
          turn instanceof Turn.From from
              ? times.later(from.at(), now, late(from.at()))
              : Optional.of(times.lookAgain(facts.plannedFor(), now));
      if (later.isPresent()) {
        return new Taken(new Next.Again(business.toReal(later.get())), null);
      }
    }
    return new Taken(Next.DONE, step.claim(run) ? step.facts() : null);
  }

  private Turn turn(Notification.Facts step) {
    return step.step().isReminder()
        ? Turn.ofReminder(step, ledger.find(step.invitation(), Step.FIRST))
        : Turn.ofFirst(step);
  }

  private Duration late(Instant plannedFor) {
    return Duration.between(business.toReal(plannedFor), real.instant());
  }

  private Next send(Notification.Facts step, UUID run) {
    Permission permission = transactions.inOne(() -> desk.ask(step.invitation()));
    if (permission instanceof Permission.Granted granted) {
      return send(step, run, granted);
    }
    if (permission instanceof Permission.Refused refused) {
      return change(step, current -> current.withdraw(refused.reason()));
    }
    return change(step, Notification::notNeeded);
  }

  private Next send(Notification.Facts step, UUID run, Permission.Granted granted) {
    Municipality authority =
        municipalities.byCode(granted.municipality(), business.today()).orElse(null);
    if (authority == null) {
      return refuse(step, FailureClass.CONFIGURATION, "the municipality is not known today");
    }
    if (!authority.participates()) {
      return refuse(step, FailureClass.AGREEMENT, Failure.NO_SERVICE_AGREEMENT);
    }
    Recipient recipient =
        transactions.inOne(() -> vault.recipientOf(granted.citizen(), granted.municipality()));
    if (post.digitalPost(authority.cvr(), recipient) == Subscription.NOT_SUBSCRIBED) {
      return refuse(step, FailureClass.STOPPED, Failure.EXEMPT_FROM_DIGITAL_POST);
    }
    Instant now = real.instant();
    Notification.Identifiers identifiers =
        step.identifiers() == null
            ? new Notification.Identifiers(UUID.randomUUID(), UUID.randomUUID())
            : step.identifiers();
    DigitalPostMessage message =
        text.write(
            step.invitation(), step.step(), identifiers, authority, recipient, granted.link(), now);
    Optional<String> defect = message.defect();
    if (defect.isPresent()) {
      return refuse(step, FailureClass.CONTENT, defect.get());
    }
    return start(step, run, identifiers, now) ? record(step, call(message)) : Next.DONE;
  }

  private boolean start(
      Notification.Facts step, UUID run, Notification.Identifiers identifiers, Instant now) {
    Instant leaves = times.leaves(step.plannedFor(), business.now(), late(step.plannedFor()));
    return transactions.inOne(
        () ->
            desk.letGo(
                step.invitation(),
                () ->
                    ledger.<Boolean>change(
                        step.id(), current -> current.start(run, identifiers, now, leaves))));
  }

  /** A bug on the way out must not look like a call that was never made. */
  private SendOutcome call(DigitalPostMessage message) {
    try {
      return post.send(message);
    } catch (RuntimeException e) {
      return new SendOutcome.Unknown("the sending code failed: " + e.getClass().getSimpleName());
    }
  }

  private Next record(Notification.Facts step, SendOutcome outcome) {
    BooleanSupplier note =
        () -> ledger.<Boolean>change(step.id(), current -> current.record(outcome));
    boolean nothingLeft = outcome.nothingTaken() && !step.step().isReminder();
    boolean noted =
        transactions.inOne(
            () -> nothingLeft ? desk.keepBack(step.invitation(), note) : note.getAsBoolean());
    return noted && outcome instanceof SendOutcome.NotSent
        ? new Next.Again(times.retry(step.attempts() + 1, real.instant()))
        : Next.DONE;
  }

  private Next refuse(Notification.Facts step, FailureClass kind, String reason) {
    return change(step, current -> current.refuse(new Failure(kind, reason)));
  }

  private Next change(Notification.Facts step, Predicate<Notification> change) {
    transactions.runInOne(() -> ledger.change(step.id(), change::test));
    return Next.DONE;
  }

  private record Taken(Next next, Notification.@Nullable Facts facts) {}
}
