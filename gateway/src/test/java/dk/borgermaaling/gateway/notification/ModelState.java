package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One moment of the model: the stored step, two nodes in the middle of what they do, the rows of
 * the scheduler, and what the world outside knows.
 */
@SuppressWarnings({"EnumOrdinal", "IntLongMath"}) // Small digits of a key that lives within a run.
final class ModelState {
  /** Where a node stands. It may stand there as long as it likes: that is what freezing means. */
  enum Phase {
    IDLE,
    /** Has claimed and written; the start is not committed. */
    OUT,
    /** Has claimed and found that it cannot leave now, or not at all. */
    BACK,
    END,
    /** The start is committed, the call has not begun. */
    STARTED,
    /** The call is over; its outcome is not stored. */
    LEFT
  }

  Notification.Facts facts;
  final Runner[] runners = {new Runner(), new Runner()};

  /** Rows of the scheduler that no node holds. */
  int free = 1;

  int revivals;
  int crashes;
  int resends;
  int resent;

  /** A re-send has been asked for since the last call left. */
  boolean asked;

  boolean withdrawn;
  boolean answered;
  boolean late;

  /** Messages in the citizen's mailbox or on the phone. */
  int mailbox;

  /** By channel: whether the receiver has a message with our UUID. */
  int known;

  /** By channel: a call has left that may have been taken and has not truly failed. */
  int open;

  /** Receipts that may come, any number of times, in any order: a bit for each of Mail. */
  int receipts;

  ModelState(Notification.Facts facts, int revivals, int crashes, int resends) {
    this.facts = facts;
    this.revivals = revivals;
    this.crashes = crashes;
    this.resends = resends;
  }

  ModelState copy() {
    ModelState made = new ModelState(facts, revivals, crashes, resends);
    made.runners[0] = runners[0].copy();
    made.runners[1] = runners[1].copy();
    made.free = free;
    made.resent = resent;
    made.asked = asked;
    made.withdrawn = withdrawn;
    made.answered = answered;
    made.late = late;
    made.mailbox = mailbox;
    made.known = known;
    made.open = open;
    made.receipts = receipts;
    return made;
  }

  int rows() {
    return free + (runners[0].owns ? 1 : 0) + (runners[1].owns ? 1 : 0);
  }

  /** All that can make a difference later; the two nodes are alike. */
  Key key() {
    long first = runners[0].code(claims(0));
    long second = runners[1].code(claims(1));
    long outside =
        (((((((((long) free * 4 + revivals) * 4 + crashes) * 4 + resends) * 4 + resent) * 4
                                    + mailbox)
                                * 4
                            + known)
                        * 16
                    + open)
                * 256
            + receipts);
    outside =
        outside * 16 + (asked ? 8 : 0) + (withdrawn ? 4 : 0) + (answered ? 2 : 0) + (late ? 1 : 0);
    long step =
        ((long) facts.state().ordinal() * 4 + facts.channel().ordinal()) * 4
            + (facts.resent() ? 2 : 0)
            + (facts.identifiers() == null ? 0 : 1);
    return new Key(outside * 256 + step, Math.min(first, second), Math.max(first, second));
  }

  private boolean claims(int runner) {
    UUID run = runners[runner].run;
    return run != null && run.equals(facts.claim());
  }

  /** What a state is known by. */
  record Key(long outside, long one, long other) {}

  /** A node in one run of the task. */
  static final class Runner {
    Phase phase = Phase.IDLE;
    @Nullable UUID run;
    SendStep.@Nullable Onward onward;
    @Nullable SendOutcome outcome;
    int outcomeCode;

    /** False when another node has taken its row for a dead one's. */
    boolean owns;

    /** Its call may not begin any more. */
    boolean fenced;

    Runner copy() {
      Runner copy = new Runner();
      copy.phase = phase;
      copy.run = run;
      copy.onward = onward;
      copy.outcome = outcome;
      copy.outcomeCode = outcomeCode;
      copy.owns = owns;
      copy.fenced = fenced;
      return copy;
    }

    void rest() {
      phase = Phase.IDLE;
      run = null;
      onward = null;
      outcome = null;
      outcomeCode = 0;
      owns = false;
      fenced = false;
    }

    MakeCall.Outgoing outgoing() {
      return ((SendStep.Onward.Out) Objects.requireNonNull(onward)).outgoing();
    }

    private long code(boolean claims) {
      long by = 0;
      boolean resent = false;
      if (onward instanceof SendStep.Onward.Out out) {
        by = 1 + out.outgoing().by().ordinal();
        resent = out.outgoing().step().resent();
      } else if (onward instanceof SendStep.Onward.Back back) {
        by = 1 + back.channel().ordinal();
      }
      return ((((long) phase.ordinal() * 4 + by) * 16 + outcomeCode) * 4
                  + (fenced ? 2 : 0)
                  + (resent ? 1 : 0))
              * 4
          + (owns ? 2 : 0)
          + (claims ? 1 : 0);
    }
  }

  /** The receipts that can come. */
  enum Mail {
    RECEIVED(NotificationEvent.RECEIPT_RECEIVED, null),
    DELIVERED(NotificationEvent.RECEIPT_DELIVERED, null),
    NOT_REACHED(NotificationEvent.RECEIPT_FAILED, FailureClass.RECIPIENT),
    BROKEN(NotificationEvent.RECEIPT_FAILED, FailureClass.CONTENT);

    final NotificationEvent event;
    private final @Nullable FailureClass kind;

    Mail(NotificationEvent event, @Nullable FailureClass kind) {
      this.event = event;
      this.kind = kind;
    }

    @Nullable Failure why() {
      return kind == null ? null : new Failure(kind, "receipt");
    }

    int bit(Channel channel) {
      return 1 << (ordinal() * 2 + Explorer.CHANNELS.indexOf(channel));
    }
  }
}
