package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.SendingDesk;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The call of a step that is claimed: start it, make it, store what it led to. What it led to
 * decides what the task does next.
 */
public final class MakeCall {
  private final Transactions transactions;
  private final NotificationLedger ledger;
  private final LookAgain lookAgain;
  private final SendingDesk desk;
  private final Post post;
  private final Brakes brakes;
  private final SendingTimes times;
  private final CallLimits limits;
  private final BusinessClock business;
  private final Clock real;

  public MakeCall(
      Transactions transactions,
      NotificationLedger ledger,
      LookAgain lookAgain,
      SendingDesk desk,
      Post post,
      Brakes brakes,
      SendingTimes times,
      CallLimits limits,
      BusinessClock business,
      Clock real) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.lookAgain = lookAgain;
    this.desk = desk;
    this.post = post;
    this.brakes = brakes;
    this.times = times;
    this.limits = limits;
    this.business = business;
    this.real = real;
  }

  /** See {@link Post#shutUntil}. */
  Optional<Instant> shutUntil() {
    return post.shutUntil();
  }

  /**
   * What a run does with a step that has been called already, or has ended; empty when it is to be
   * sent. A call that may still last is left alone: only afterwards is its outcome unknown.
   */
  Optional<Next> followUp(Notification step) {
    Instant now = real.instant();
    Notification.Facts facts = step.facts();
    if (facts.state() == NotificationState.SENDING) {
      Optional<Instant> until =
          Optional.ofNullable(facts.sentAt()).flatMap(at -> limits.mayLastUntil(at, now));
      if (until.isPresent()) {
        return Optional.of(new Next.Again(until.get()));
      }
      step.claim(UUID.randomUUID());
    }
    Optional<Instant> second = secondTry(step.facts());
    if (second.isPresent() && !now.isBefore(second.get())) {
      step.resend();
    }
    return switch (step.facts().state()) {
      case PLANNED, CLAIMED -> Optional.empty();
      default -> Optional.of(second.<Next>map(Next.Again::new).orElse(Next.DONE));
    };
  }

  /**
   * When the setting sends an unknown step once more; empty when it does not. Digital Post alone
   * may be known to refuse a repeated message: a letter would be printed twice.
   */
  private Optional<Instant> secondTry(Notification.Facts step) {
    return step.state() == NotificationState.UNKNOWN
            && !step.resent()
            && step.channel() == Channel.DIGITAL_POST
        ? limits
            .resendUnknown()
            .flatMap(after -> Optional.ofNullable(step.sentAt()).map(at -> at.plus(after)))
        : Optional.empty();
  }

  /** Ends a claimed step that has no permission. */
  void end(Notification step, Permission permission) {
    if (permission instanceof Permission.Refused refused) {
      step.withdraw(refused.reason());
    } else if (permission instanceof Permission.NotNeeded) {
      step.notNeeded();
    }
  }

  /** Puts back a claimed step that this failure keeps from leaving now. */
  Next putBack(Notification.Facts step, UUID run, Channel by, Failure why) {
    boolean done =
        transactions.inOne(
            () ->
                ledger.<Boolean>change(
                    step.id(),
                    now -> {
                      now.goBy(run, by);
                      return now.putBack(run, why) && stopFor(step, by, why);
                    }));
    return done ? retry(step) : Next.DONE;
  }

  /** Makes the call for a claimed step. */
  Next make(Outgoing outgoing, OutgoingMessage message) {
    Notification.Facts step = outgoing.step();
    Post.Prepared prepared = post.prepare(message);
    if (prepared instanceof Post.Prepared.NotReady notReady) {
      return putBack(step, outgoing.run(), outgoing.by(), notReady.why());
    }
    if (prepared instanceof Post.Prepared.Shut shut) {
      transactions.runInOne(
          () -> ledger.<Boolean>change(step.id(), now -> now.putBack(outgoing.run(), null)));
      return new Next.Again(shut.until());
    }
    Fence fence = limits.fence(real);
    Next instead = start(outgoing, message.postage());
    return instead == null
        ? record(outgoing, message.postage(), leave(((Post.Prepared.Ready) prepared).call(), fence))
        : instead;
  }

  /** Ends a claimed step that is not sent. */
  Next refuse(Notification.Facts step, UUID run, Failure why) {
    transactions.runInOne(
        () -> ledger.<Boolean>change(step.id(), now -> now.isClaimedBy(run) && now.refuse(why)));
    return Next.DONE;
  }

  /**
   * The second transaction. Null when the call may be made, now that it is committed; otherwise
   * what the task does instead.
   */
  @Nullable Next start(Outgoing outgoing, Postage postage) {
    return transactions.inOne(() -> begin(outgoing, postage));
  }

  private @Nullable Next begin(Outgoing outgoing, Postage postage) {
    Notification.Facts step = outgoing.step();
    Start start = new Start(outgoing, postage);
    if (desk.letGo(step.invitation(), () -> ledger.<Boolean>change(step.id(), start::of))) {
      return null;
    }
    if (start.heldUntil != null) {
      return new Next.Again(business.toReal(start.heldUntil));
    }
    ledger.<Boolean>change(
        step.id(),
        now -> {
          if (now.isClaimedBy(outgoing.run())) {
            end(now, desk.ask(step.invitation()));
          }
          return true;
        });
    return Next.DONE;
  }

  /** A bug on the way out must not look like a call that was never made. */
  private static SendOutcome leave(Post.Call call, BooleanSupplier mayBegin) {
    try {
      return call.make(mayBegin);
    } catch (RuntimeException e) {
      return new SendOutcome.Unknown("the sending code failed: " + e.getClass().getSimpleName());
    }
  }

  /** The third transaction: stores what the call led to. */
  Next record(Outgoing outgoing, Postage postage, SendOutcome outcome) {
    Notification.Facts step = outgoing.step();
    Recorded recorded = new Recorded(outgoing, outcome);
    BooleanSupplier note = () -> ledger.<Boolean>change(step.id(), recorded::on);
    boolean nothingLeft = outcome.nothingTaken() && !step.step().isReminder() && !step.resent();
    return transactions.inOne(
        () -> {
          boolean noted =
              nothingLeft ? desk.keepBack(step.invitation(), note) : note.getAsBoolean();
          if (noted && outcome instanceof SendOutcome.Refused && !step.resent()) {
            postage.giveBack();
          }
          return noted ? afterwards(outgoing, outcome, recorded) : Next.DONE;
        });
  }

  private Next afterwards(Outgoing outgoing, SendOutcome outcome, Recorded recorded) {
    Notification.Facts now = recorded.now();
    if (now.state() == NotificationState.UNKNOWN) {
      return secondTry(now).<Next>map(Next.Again::new).orElse(Next.DONE);
    }
    if (now.state() != NotificationState.PLANNED) {
      return Next.DONE;
    }
    if (outcome instanceof SendOutcome.NotSent notSent) {
      stopFor(now, outgoing.by(), notSent.failure());
    }
    Instant at = now.channel() == outgoing.by() ? retryAt(outgoing.step()) : real.instant();
    if (recorded.before() == NotificationState.SENDING) {
      return new Next.Again(at);
    }
    // Somebody else has had the task meanwhile, and may have ended it.
    lookAgain.at(now.id(), at);
    return Next.DONE;
  }

  private boolean stopFor(Notification.Facts step, Channel by, Failure why) {
    if (why.kind().stopsTheMunicipality()) {
      brakes.stop(step.id().municipality(), by, why);
    }
    return true;
  }

  private Next retry(Notification.Facts step) {
    return new Next.Again(retryAt(step));
  }

  private Instant retryAt(Notification.Facts step) {
    return times.retry(step.attempts() + 1, real.instant());
  }

  /**
   * A claimed step on its way out.
   *
   * @param leaves business time that the distance to a reminder counts from
   */
  record Outgoing(
      Notification.Facts step,
      UUID run,
      Channel by,
      Notification.Identifiers identifiers,
      Instant leaves) {}

  /** Starts the step, unless the channel it has come to is held back or costs what is spent. */
  private final class Start {
    private final Outgoing outgoing;
    private final Postage postage;
    private @Nullable Instant heldUntil;

    Start(Outgoing outgoing, Postage postage) {
      this.outgoing = outgoing;
      this.postage = postage;
    }

    boolean of(Notification step) {
      UUID run = outgoing.run();
      if (step.facts().channel() != outgoing.by()) {
        if (!step.goBy(run, outgoing.by())) {
          return false;
        }
        heldUntil = brakes.heldUntil(step.facts(), business.now()).orElse(null);
        if (heldUntil != null) {
          step.putBack(run, null);
          return false;
        }
      }
      if (step.isClaimedBy(run) && !postage.pay()) {
        // Spent since it was chosen: chosen anew at once, it goes by another channel or stops.
        heldUntil = business.now();
        step.putBack(run, null);
        return false;
      }
      return step.start(run, outgoing.identifiers(), real.instant(), outgoing.leaves());
    }
  }

  /** Stores the outcome, and sees what it has made of the step. */
  private static final class Recorded {
    private final Outgoing outgoing;
    private final SendOutcome outcome;
    private NotificationState before = NotificationState.SENDING;
    private Notification.Facts now;

    Recorded(Outgoing outgoing, SendOutcome outcome) {
      this.outgoing = outgoing;
      this.outcome = outcome;
      this.now = outgoing.step();
    }

    boolean on(Notification step) {
      before = step.facts().state();
      boolean noted = step.record(outgoing.run(), outgoing.by(), outcome);
      now = step.facts();
      return noted;
    }

    NotificationState before() {
      return before;
    }

    Notification.Facts now() {
      return now;
    }
  }
}
