package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of one invitation on its way to the citizen. Every change goes through the table of
 * {@link NotificationState}; a change that the table does not have leaves the notification as it is
 * and answers false.
 */
public final class Notification {
  private final NotificationId id;
  private final InvitationId invitation;
  private final Step step;
  private final Instant plannedFor;
  private final SendWindow window;
  private final List<Channel> channels;
  private Channel channel;
  private NotificationState state;
  private @Nullable UUID claim;
  private @Nullable Identifiers identifiers;
  private @Nullable UUID transmissionId;
  private int attempts;
  private boolean resent;
  private @Nullable Instant sentAt;
  private @Nullable Instant leftAt;
  private @Nullable Instant deliveredAt;
  private @Nullable Failure failure;

  public Notification(Facts facts) {
    id = facts.id();
    invitation = facts.invitation();
    step = facts.step();
    plannedFor = facts.plannedFor();
    window = facts.window();
    channels = facts.channels();
    channel = facts.channel();
    state = facts.state();
    claim = facts.claim();
    identifiers = facts.identifiers();
    transmissionId = facts.transmissionId();
    attempts = facts.attempts();
    resent = facts.resent();
    sentAt = facts.sentAt();
    leftAt = facts.leftAt();
    deliveredAt = facts.deliveredAt();
    failure = facts.failure();
  }

  /** A step that waits for its time, to go by its first channel. */
  public static Notification planned(NotificationId id, InvitationId invitation, PlannedStep step) {
    NotificationState planned = NotificationState.PLANNED;
    return new Notification(
        new Facts(
            id,
            invitation,
            step.step(),
            step.plannedFor(),
            step.window(),
            step.channels(),
            step.channels().get(0),
            planned,
            null,
            null,
            null,
            0,
            false,
            null,
            null,
            null,
            null));
  }

  /** Everything that is known now. */
  public Facts facts() {
    return new Facts(
        id,
        invitation,
        step,
        plannedFor,
        window,
        channels,
        channel,
        state,
        claim,
        identifiers,
        transmissionId,
        attempts,
        resent,
        sentAt,
        leftAt,
        deliveredAt,
        failure);
  }

  /**
   * Takes the step for one run of the task. A step found {@code SENDING} was on its way when its
   * process died: it becomes unknown, and this run may not send it. The claim stays with the run
   * that started the call, because that one alone can know that nothing left.
   */
  public boolean claim(UUID run) {
    if (state == NotificationState.SENDING) {
      loseSight("the process that sent it ended before the answer was stored");
      return false;
    }
    if (!move(NotificationEvent.CLAIMED)) {
      return false;
    }
    claim = run;
    return true;
  }

  /** Whether this run has taken the step, and nobody has since. */
  public boolean isClaimedBy(UUID run) {
    return state == NotificationState.CLAIMED && run.equals(claim);
  }

  /** Goes on by another channel of the plan, before anything has left. */
  public boolean goBy(UUID run, Channel other) {
    if (!isClaimedBy(run) || resent || !channels.contains(other)) {
      return false;
    }
    channel = other;
    return true;
  }

  /**
   * Puts back a step that cannot leave now, before its call.
   *
   * @param why absent when it is held back by a rule, and no try
   */
  public boolean putBack(UUID run, @Nullable Failure why) {
    if (!isClaimedBy(run) || !move(NotificationEvent.PUT_BACK)) {
      return false;
    }
    if (why != null) {
      failure = why;
      attempts++;
    }
    return true;
  }

  /**
   * Stores the identifiers of the message; the call may be made when this is committed. A second
   * try of a step that never left keeps the identifiers of the first.
   *
   * @param at real time
   * @param leaves business time that the distance to a reminder counts from
   * @return false when another run has taken the step, or something ended it
   */
  public boolean start(UUID run, Identifiers fresh, Instant at, Instant leaves) {
    if (!isClaimedBy(run) || !move(NotificationEvent.STARTED)) {
      return false;
    }
    identifiers = identifiers == null ? fresh : identifiers;
    sentAt = at;
    leftAt = leaves;
    attempts++;
    return true;
  }

  /**
   * Stores how the call ended. When somebody else has taken the step since, one thing still counts:
   * that the message was taken by the channel that is tried now.
   *
   * @param run the one that made the call
   * @param by the channel that it went by
   * @return false when it changes nothing, for example because a receipt came first
   */
  public boolean record(UUID run, Channel by, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted accepted) {
      return by == channel && accepted(accepted);
    }
    if (!run.equals(claim)) {
      return false;
    }
    if (outcome instanceof SendOutcome.NotSent notSent) {
      return end(NotificationEvent.PUT_BACK, notSent.failure());
    }
    if (outcome instanceof SendOutcome.Refused refused) {
      return mayTryTheNext(refused.failure())
          ? tryTheNext(refused.failure())
          : refuse(refused.failure());
    }
    return loseSight(((SendOutcome.Unknown) outcome).reason());
  }

  private boolean accepted(SendOutcome.Accepted accepted) {
    transmissionId = accepted.transmissionId() == null ? transmissionId : accepted.transmissionId();
    return end(NotificationEvent.ACCEPTED, null);
  }

  /** Ends the step with a failure, before or by the call. */
  public boolean refuse(Failure why) {
    return endByRule(NotificationEvent.REFUSED, why);
  }

  /** Ends a step that has not left, because the invitation or the right to send was taken back. */
  public boolean withdraw(String reason) {
    return resent
        ? giveUp()
        : end(NotificationEvent.WITHDRAWN, new Failure(FailureClass.STOPPED, reason));
  }

  /** Ends a step that could not leave in time; why it could not stays readable. */
  public boolean expire() {
    Failure why = failure == null ? new Failure(FailureClass.STOPPED, Failure.TOO_LATE) : failure;
    return endByRule(NotificationEvent.EXPIRED, why);
  }

  /** Ends the step of a citizen who has answered. */
  public boolean notNeeded() {
    return resent ? giveUp() : end(NotificationEvent.NOT_NEEDED, null);
  }

  /**
   * Applies a receipt. One that says delivered counts whatever it names; any other counts when it
   * names the channel that is tried now, or names none while the first channel is tried: otherwise
   * it may be about one that was left behind.
   *
   * @param by the channel that the receipt names, if any
   * @param at the receipt's own time
   * @param why the reason of a failed one
   * @param inTime whether the next channel could still leave in time
   */
  public boolean receipt(
      NotificationEvent event,
      Optional<Channel> by,
      Instant at,
      @Nullable Failure why,
      boolean inTime) {
    boolean failed = event == NotificationEvent.RECEIPT_FAILED;
    if (event != NotificationEvent.RECEIPT_DELIVERED && by.orElse(channels.get(0)) != channel) {
      return false;
    }
    if (failed && inTime && why != null && mayTryTheNext(why)) {
      return tryTheNext(why);
    }
    if (!end(event, failed ? why : null)) {
      return false;
    }
    deliveredAt = event == NotificationEvent.RECEIPT_DELIVERED ? at : null;
    return true;
  }

  /**
   * Lets a step of unknown outcome be sent again, with the same identifiers: by a person, or by the
   * setting. The run that sent it first holds no claim any more.
   */
  public boolean resend() {
    if (resent || !move(NotificationEvent.RESENT)) {
      return false;
    }
    claim = UUID.randomUUID();
    resent = true;
    return true;
  }

  /** Not after a call of unknown outcome: it may have got through all the same. */
  private boolean mayTryTheNext(Failure why) {
    return !resent
        && why.kind() == FailureClass.RECIPIENT
        && channels.indexOf(channel) + 1 < channels.size();
  }

  /** With a claim that nobody holds: what an earlier run finds out is about the channel before. */
  private boolean tryTheNext(Failure why) {
    if (!end(NotificationEvent.NEXT_CHANNEL, why)) {
      return false;
    }
    channel = channels.get(channels.indexOf(channel) + 1);
    claim = UUID.randomUUID();
    return true;
  }

  private boolean loseSight(String reason) {
    return end(
        NotificationEvent.OUTCOME_LOST,
        new Failure(FailureClass.TRANSIENT, "outcome unknown: " + reason));
  }

  /** What a rule of ours ends has not left; of a step that was sent before nobody can say that. */
  private boolean endByRule(NotificationEvent event, @Nullable Failure why) {
    return end(resent ? NotificationEvent.GIVEN_UP : event, why);
  }

  /** In the same words whether it was taken back or answered. */
  private boolean giveUp() {
    return end(
        NotificationEvent.GIVEN_UP,
        new Failure(FailureClass.TRANSIENT, "outcome unknown: not sent again"));
  }

  private boolean end(NotificationEvent event, @Nullable Failure why) {
    if (!move(event)) {
      return false;
    }
    failure = why;
    return true;
  }

  private boolean move(NotificationEvent event) {
    NotificationState next = state.after(event).orElse(null);
    if (next == null) {
      return false;
    }
    state = next;
    return true;
  }

  /** The two identifiers that are ours, both UUID version 4. */
  public record Identifiers(UUID messageUuid, UUID transactionId) {}

  /**
   * What is known of a notification.
   *
   * @param plannedFor business time
   * @param window what the step keeps to when it could not leave as planned
   * @param channels those of the plan, in the order in which they are tried
   * @param channel the one that is tried now, or was tried last
   * @param claim the run of the task that took it last
   * @param attempts calls that were made or tried
   * @param resent a call of unknown outcome came before this one: what ends the step by a rule of
   *     ours leaves it as unknown as it was, and no other channel may be tried
   * @param sentAt real time of the last call
   * @param leftAt business time that the distance to a reminder counts from: when the last call was
   *     made, or the planned time when that was in time
   * @param deliveredAt the receipt's own time
   */
  public record Facts(
      NotificationId id,
      InvitationId invitation,
      Step step,
      Instant plannedFor,
      SendWindow window,
      List<Channel> channels,
      Channel channel,
      NotificationState state,
      @Nullable UUID claim,
      @Nullable Identifiers identifiers,
      @Nullable UUID transmissionId,
      int attempts,
      boolean resent,
      @Nullable Instant sentAt,
      @Nullable Instant leftAt,
      @Nullable Instant deliveredAt,
      @Nullable Failure failure) {}
}
