package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.Post.Subscription;
import java.util.List;
import java.util.Optional;

/**
 * Chooses on the day which channel a step goes by, the first that reaches the citizen, and writes
 * the message for it. No transaction is open. A look-up that fails never closes a channel.
 */
public final class ChooseChannel {
  private final Subscriptions subscriptions;
  private final MessageText text;
  private final Letters letters;

  public ChooseChannel(Subscriptions subscriptions, MessageText text, Letters letters) {
    this.subscriptions = subscriptions;
    this.text = text;
    this.letters = letters;
  }

  /**
   * From the channel that is tried now onward; of a step that was sent before, that one alone,
   * because it may have got through.
   */
  Choice of(Notification.Facts step, CitizenId citizen, Writing writing) {
    int now = step.channels().indexOf(step.channel());
    int end = step.resent() ? now + 1 : step.channels().size();
    List<Channel> left = step.channels().subList(now, end);
    Choice last = Choice.Stops.of(FailureClass.CONFIGURATION, "the step has no channel");
    for (Channel channel : left) {
      last = by(channel, citizen, writing);
      if (!(last instanceof Choice.Stops stops) || !stops.goesOn()) {
        return last;
      }
    }
    return last;
  }

  private Choice by(Channel channel, CitizenId citizen, Writing writing) {
    Optional<String> closed = closed(channel, citizen, writing);
    if (closed.isPresent()) {
      return Choice.Stops.of(FailureClass.STOPPED, closed.get());
    }
    Written written =
        channel == Channel.LETTER ? letters.write(writing) : text.write(channel, writing);
    if (written instanceof Written.Refused refused) {
      return refused(channel, refused.why());
    }
    OutgoingMessage message = ((Written.Ready) written).message();
    return message
        .defect()
        .<Choice>map(defect -> Choice.Stops.of(FailureClass.CONTENT, defect))
        .orElseGet(() -> new Choice.Goes(channel, message));
  }

  private Optional<String> closed(Channel channel, CitizenId citizen, Writing writing) {
    return switch (channel) {
      case DIGITAL_POST -> closed(channel, citizen, writing, Failure.EXEMPT_FROM_DIGITAL_POST);
      case NEMSMS -> closed(channel, citizen, writing, Failure.NOT_SUBSCRIBED_TO_NEMSMS);
      case LETTER -> Optional.empty();
    };
  }

  private Optional<String> closed(
      Channel channel, CitizenId citizen, Writing writing, String reason) {
    Subscription subscription =
        subscriptions.ask(channel, writing.authority().cvr(), citizen, writing.recipient());
    return subscription == Subscription.NOT_SUBSCRIBED ? Optional.of(reason) : Optional.empty();
  }

  private static Choice refused(Channel channel, Failure why) {
    return why.kind().mayBeMended() ? new Choice.Waits(channel, why) : new Choice.Stops(why);
  }

  /** What the step does today. */
  sealed interface Choice {
    /** It goes by this channel, with this message. */
    record Goes(Channel channel, OutgoingMessage message) implements Choice {}

    /** This channel is the one, and cannot be used now. */
    record Waits(Channel channel, Failure why) implements Choice {}

    /** It does not go. */
    record Stops(Failure why) implements Choice {
      static Stops of(FailureClass kind, String reason) {
        return new Stops(new Failure(kind, reason));
      }

      /**
       * Whether another channel may do better: not when the message itself is wrong, and not when
       * the citizen is dead or has moved away.
       */
      boolean goesOn() {
        return why.kind() != FailureClass.CONTENT && !why.endsEveryChannel();
      }
    }
  }
}
