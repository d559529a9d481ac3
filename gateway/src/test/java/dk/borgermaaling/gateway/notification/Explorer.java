package dk.borgermaaling.gateway.notification;

import static dk.borgermaaling.gateway.notification.ModelState.Phase;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.PlannedStep;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.notification.ModelState.Mail;
import dk.borgermaaling.gateway.notification.ModelState.Runner;
import dk.borgermaaling.gateway.notification.SendStep.Onward;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries every order in which two nodes, the post, its receipts, time, the citizen and a person can
 * move, from a planned step on, and checks every state and every move. The moves of a node are the
 * real transactions of {@link SendStep} and {@link MakeCall}. A node may stand still for ever
 * between any two moves, and another may take it for dead at once. What the two clocks of {@link
 * Fence} promise is believed when {@link Setting#fence} says so: that a call does not begin after
 * somebody has found it over.
 */
final class Explorer {
  static final List<Channel> CHANNELS = List.of(Channel.DIGITAL_POST, Channel.NEMSMS);

  private static final Set<NotificationState> ENDS =
      Set.of(
          NotificationState.DELIVERED,
          NotificationState.FAILED,
          NotificationState.WITHDRAWN,
          NotificationState.EXPIRED,
          NotificationState.NOT_NEEDED);
  private static final Set<NotificationState> WAITS =
      Set.of(NotificationState.PLANNED, NotificationState.CLAIMED, NotificationState.SENDING);

  /** Errors that can be planted; each must be found. */
  enum Planted {
    NONE,
    UNKNOWN_IS_SENT_AGAIN,
    A_CLAIM_IS_NOT_ASKED_AT_THE_END,
    A_WOKEN_NODE_MAKES_ITS_CALL,
    A_RECEIPT_COUNTS_FOR_ANY_CHANNEL,
    THE_INVITATION_IS_NOT_ASKED_AT_THE_START,
    A_STEP_PUT_BACK_BY_A_WOKEN_NODE_HAS_NO_TASK
  }

  /**
   * What may happen.
   *
   * @param refusesRepeated the receiver knows a UUID again
   * @param revivals how often a node is taken for dead that is not
   * @param resends by a person
   */
  record Setting(
      List<Channel> channels,
      int revivals,
      int crashes,
      int resends,
      boolean refusesRepeated,
      boolean resendsByItself,
      Planted planted) {
    /** Without anybody who sends again, not even the clocks are needed. */
    boolean fence() {
      return (resends > 0 || resendsByItself) && planted != Planted.A_WOKEN_NODE_MAKES_ITS_CALL;
    }
  }

  private final Setting setting;
  private final ModelBench bench;
  private final Map<ModelState.Key, Came> seen = new HashMap<>();
  private final Deque<ModelState> waiting = new ArrayDeque<>();
  private @Nullable ModelState from;
  private String current = "";
  private long moves;
  private @Nullable String violation;

  Explorer(Setting setting) {
    this.setting = setting;
    Notification planned =
        Notification.planned(
            ModelBench.ID,
            SendingFixture.INVITATION,
            new PlannedStep(
                Step.FIRST,
                SendingFixture.danish("2026-11-25T10:00"),
                SendWindow.STANDARD,
                setting.channels()));
    ModelState start =
        new ModelState(planned.facts(), setting.revivals(), setting.crashes(), setting.resends());
    bench =
        new ModelBench(
            start, setting.resendsByItself() ? Optional.of(Duration.ofHours(5)) : Optional.empty());
    bench.letsGoUnasked = setting.planted() == Planted.THE_INVITATION_IS_NOT_ASKED_AT_THE_START;
    seen.put(start.key(), new Came(null, "planned"));
    waiting.add(start);
  }

  /** Goes on until everything was seen, or something is wrong. */
  Explorer run() {
    while (violation == null && !waiting.isEmpty()) {
      ModelState state = waiting.poll();
      from = state;
      for (int node = 0; node < 2 && violation == null; node++) {
        ofNode(state, node);
      }
      ofOthers(state);
    }
    return this;
  }

  int states() {
    return seen.size();
  }

  long moves() {
    return moves;
  }

  Optional<String> violation() {
    return Optional.ofNullable(violation);
  }

  private void ofNode(ModelState state, int node) {
    Runner runner = state.runners[node];
    if (runner.phase != Phase.IDLE) {
      if (runner.owns && state.revivals > 0) {
        move("node is taken for dead", node, next -> revive(next, node));
      }
      if (state.crashes > 0) {
        move("node dies", node, next -> crash(next, node));
      }
    }
    switch (runner.phase) {
      case IDLE -> {
        if (state.free > 0) {
          begin(node);
        }
      }
      case OUT -> {
        move("starts", node, next -> start(next, node, false));
        move("is held back", node, next -> start(next, node, true));
      }
      case BACK, END ->
          move(
              "does not send",
              node,
              next -> {
                Runner one = next.runners[node];
                over(
                    next,
                    node,
                    Objects.requireNonNull(one.onward)
                        .apply(bench.makeCall, next.facts, Objects.requireNonNull(one.run)));
              });
      case STARTED -> call(state, node);
      case LEFT -> move("stores the outcome", node, next -> store(next, node));
    }
  }

  private void begin(int node) {
    for (int answers : new int[] {0, 1, 2, 3, 4}) {
      move(
          "claims",
          node,
          next -> {
            Runner one = next.runners[node];
            next.free--;
            one.owns = true;
            UUID run = UUID.randomUUID();
            bench.callsAreOver = true;
            if (setting.planted() == Planted.UNKNOWN_IS_SENT_AGAIN
                && next.facts.state() == NotificationState.UNKNOWN) {
              bench.<Boolean>change(ModelBench.ID, Notification::resend);
            }
            boolean underWay = next.facts.state() == NotificationState.SENDING;
            SendStep.Taken taken = bench.sendStep.take(ModelBench.ID, run);
            if (underWay && setting.fence()) {
              next.runners[0].fenced |= next.runners[0].phase == Phase.STARTED;
              next.runners[1].fenced |= next.runners[1].phase == Phase.STARTED;
            }
            if (taken.addressed() == null) {
              over(next, node, taken.next());
              return;
            }
            bench.digitalPost = (answers & 1) == 0;
            bench.nemSms = (answers & 2) == 0;
            bench.addressKnown = (answers & 4) == 0;
            one.run = run;
            one.onward = bench.sendStep.onward(taken.addressed(), run);
            one.phase =
                one.onward instanceof Onward.Out
                    ? Phase.OUT
                    : one.onward instanceof Onward.Back ? Phase.BACK : Phase.END;
          });
    }
  }

  private void start(ModelState next, int node, boolean held) {
    Runner one = next.runners[node];
    bench.held = held;
    bench.callsAreOver = false;
    Next instead = bench.makeCall.start(one.outgoing(), Postage.FREE);
    bench.held = false;
    if (instead != null) {
      over(next, node, instead);
      return;
    }
    wrongIf(next.withdrawn, "started after it was withdrawn");
    wrongIf(next.answered, "started after it was answered");
    one.phase = Phase.STARTED;
  }

  /** All that can become of one call. */
  private void call(ModelState state, int node) {
    Channel by = state.runners[node].outgoing().by();
    boolean repeated = (state.known & bit(by)) != 0 && setting.refusesRepeated();
    left("comes too late", node, 1, new SendOutcome.NotSent(failure(FailureClass.TRANSIENT)));
    if (state.runners[node].fenced) {
      return;
    }
    left("is turned away", node, 2, new SendOutcome.NotSent(failure(FailureClass.AGREEMENT)));
    left("is refused", node, 3, new SendOutcome.Refused(failure(FailureClass.CONTENT)));
    left("reaches nobody", node, 4, new SendOutcome.Refused(failure(FailureClass.RECIPIENT)));
    leaves("is lost", node, 5, new SendOutcome.Unknown("lost"), next -> next.open |= bit(by));
    for (boolean answer : new boolean[] {true, false}) {
      SendOutcome outcome =
          answer ? new SendOutcome.Accepted(null) : new SendOutcome.Unknown("no answer");
      int code = answer ? 6 : 5;
      if (repeated) {
        leaves("is known already", node, code, outcome, next -> receipts(next, by, Mail.BROKEN));
        continue;
      }
      leaves(
          "is taken and delivered",
          node,
          code,
          outcome,
          next -> {
            next.known |= bit(by);
            next.open |= bit(by);
            next.mailbox++;
            receipts(next, by, Mail.RECEIVED, Mail.DELIVERED);
          });
      leaves(
          "is taken and does not reach the citizen",
          node,
          code,
          outcome,
          next -> {
            next.known |= bit(by);
            receipts(next, by, Mail.RECEIVED, Mail.NOT_REACHED);
          });
      leaves(
          "is taken and broken",
          node,
          code,
          outcome,
          next -> {
            next.known |= bit(by);
            receipts(next, by, Mail.RECEIVED, Mail.BROKEN);
          });
    }
  }

  private void left(String what, int node, int code, SendOutcome outcome) {
    move(
        what,
        node,
        next -> {
          Runner one = next.runners[node];
          one.phase = Phase.LEFT;
          one.outcome = outcome;
          one.outcomeCode = code;
        });
  }

  /**
   * A call that the receiver may have taken: it must be the only one that is not known to have
   * failed.
   */
  private void leaves(
      String what, int node, int code, SendOutcome outcome, Consumer<ModelState> there) {
    move(
        what,
        node,
        next -> {
          Runner one = next.runners[node];
          one.phase = Phase.LEFT;
          one.outcome = outcome;
          one.outcomeCode = code;
          wrongIf(
              next.open != 0 && !next.asked, "a call left beside one that may have got through");
          next.asked = false;
          there.accept(next);
        });
  }

  private void store(ModelState next, int node) {
    Runner one = next.runners[node];
    MakeCall.Outgoing outgoing = one.outgoing();
    if (setting.planted() == Planted.A_CLAIM_IS_NOT_ASKED_AT_THE_END
        && next.facts.claim() != null) {
      outgoing =
          new MakeCall.Outgoing(
              outgoing.step(),
              next.facts.claim(),
              outgoing.by(),
              outgoing.identifiers(),
              outgoing.leaves());
    }
    int before = next.free;
    Next then = bench.makeCall.record(outgoing, Postage.FREE, Objects.requireNonNull(one.outcome));
    if (setting.planted() == Planted.A_STEP_PUT_BACK_BY_A_WOKEN_NODE_HAS_NO_TASK) {
      next.free = before;
    }
    over(next, node, then);
  }

  private void ofOthers(ModelState state) {
    for (Mail mail : Mail.values()) {
      for (Channel channel : setting.channels()) {
        if ((state.receipts & mail.bit(channel)) != 0) {
          receipt(mail, channel, Optional.of(channel));
          if (mail.why() != null) {
            receipt(mail, channel, Optional.empty());
          }
        }
      }
    }
    if (state.resends > 0) {
      move(
          "a person sends it again",
          -1,
          next -> {
            next.resends--;
            if (bench.resendStep.resend(ModelBench.ID)) {
              next.resent++;
              next.asked = true;
            }
          });
    }
    if (!state.withdrawn) {
      move(
          "is withdrawn",
          -1,
          next -> {
            next.withdrawn = true;
            bench.<Boolean>change(
                ModelBench.ID, step -> step.withdraw(Failure.INVITATION_WITHDRAWN));
          });
    }
    if (!state.answered) {
      move("is answered", -1, next -> next.answered = true);
    }
    if (!state.late) {
      move("becomes too late", -1, next -> next.late = true);
    }
  }

  private void receipt(Mail mail, Channel about, Optional<Channel> named) {
    move(
        "a receipt: " + mail + " by " + about + (named.isEmpty() ? ", unnamed" : ""),
        -1,
        next -> {
          Optional<Channel> by =
              setting.planted() == Planted.A_RECEIPT_COUNTS_FOR_ANY_CHANNEL
                  ? Optional.of(next.facts.channel())
                  : named;
          bench.applyReceipt.apply(ModelBench.ID, mail.event, by, SendingFixture.REAL, mail.why());
          wrongIf(
              mail == Mail.DELIVERED && next.facts.state() != NotificationState.DELIVERED,
              "a delivered receipt was lost");
        });
  }

  private static void receipts(ModelState next, Channel by, Mail... mails) {
    for (Mail mail : mails) {
      next.receipts |= mail.bit(by);
    }
  }

  private static void revive(ModelState next, int node) {
    next.revivals--;
    next.runners[node].owns = false;
    next.free++;
  }

  private static void crash(ModelState next, int node) {
    next.crashes--;
    next.free += next.runners[node].owns ? 1 : 0;
    next.runners[node].rest();
  }

  /** The end of a run: the scheduler keeps or removes the row, if it is still this node's. */
  private static void over(ModelState next, int node, Next then) {
    next.free += next.runners[node].owns && then instanceof Next.Again ? 1 : 0;
    next.runners[node].rest();
  }

  private void move(String what, int node, Consumer<ModelState> change) {
    if (violation != null) {
      return;
    }
    ModelState state = Objects.requireNonNull(from);
    ModelState next = state.copy();
    bench.state = next;
    current = what + (node < 0 ? "" : " (node " + node + ")");
    moves++;
    change.accept(next);
    if (violation != null) {
      return;
    }
    // The setting sends again inside of a claim.
    if (setting.resendsByItself() && next.facts.resent() && !state.facts.resent()) {
      next.resent = 1;
      next.asked = true;
    }
    check(state, next);
    if (violation == null && !seen.containsKey(next.key())) {
      seen.put(next.key(), new Came(state.key(), current));
      waiting.add(next);
    }
  }

  private void check(ModelState before, ModelState now) {
    NotificationState was = before.facts.state();
    NotificationState is = now.facts.state();
    wrongIf(
        ENDS.contains(was) && is != was && is != NotificationState.DELIVERED,
        "an end was left: " + was + " became " + is);
    wrongIf(
        ENDS.contains(is)
            && is != NotificationState.DELIVERED
            && is != NotificationState.NOT_NEEDED
            && now.facts.failure() == null,
        "ended without a reason");
    wrongIf(WAITS.contains(is) && now.rows() == 0, "waits, and no task will look at it: " + is);
    wrongIf(
        before.facts.identifiers() != null
            && !before.facts.identifiers().equals(now.facts.identifiers()),
        "two UUIDs for one step");
    wrongIf(
        is == NotificationState.ACCEPTED && (now.known & bit(now.facts.channel())) == 0,
        "accepted, and nobody has it");
    int allowed = setting.refusesRepeated() ? 1 : 1 + now.resent;
    wrongIf(now.mailbox > allowed, "twice in the mailbox");
  }

  private void wrongIf(boolean wrong, String what) {
    if (wrong && violation == null) {
      List<String> path = new ArrayList<>(List.of(current, what));
      for (ModelState.Key key = Objects.requireNonNull(from).key(); key != null; ) {
        Came came = Objects.requireNonNull(seen.get(key));
        path.add(0, came.by());
        key = came.from();
      }
      violation = String.join(" -> ", path);
    }
  }

  private int bit(Channel channel) {
    return 1 << CHANNELS.indexOf(channel);
  }

  private static Failure failure(FailureClass kind) {
    return new Failure(kind, "call");
  }

  private record Came(ModelState.@Nullable Key from, String by) {}
}
