package dk.borgermaaling.gateway.murder;

import dk.borgermaaling.gateway.murder.Evidence.ReceiptRow;
import dk.borgermaaling.gateway.murder.Evidence.StepRow;
import dk.borgermaaling.gateway.murder.SimulatedPost.Call;
import dk.borgermaaling.gateway.murder.SimulatedPost.Letter;
import dk.borgermaaling.gateway.murder.SimulatedPost.Pushed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must be true after a run, whatever happened in it.
 *
 * <ol>
 *   <li>Every step is delivered, ended with a reason, or waits: for its receipt, or for a task that
 *       stands in the scheduler.
 *   <li>One UUID stands for one (invitation, step), the gateway's and the post's are the same, and
 *       no UUID stands for two.
 *   <li>At most one call about a step was taken.
 *   <li>No message is in a mailbox twice.
 *   <li>Every acknowledged receipt is stored; one of a message of ours is matched, or waits for a
 *       task; one that says delivered has made its step so.
 *   <li>Who had answered before their reminder started got none.
 * </ol>
 */
final class Inquest {
  private static final Set<String> ENDED_WITH_A_REASON = Set.of("FAILED", "EXPIRED", "WITHDRAWN");
  private static final Set<String> ENDED = Set.of("DELIVERED", "NOT_NEEDED");
  private static final Set<String> WAITS_FOR_A_RECEIPT = Set.of("UNKNOWN", "ACCEPTED");

  private final List<Asked> asked;
  private final Set<Asked> answeredInTime;
  private final Evidence evidence;
  private final Map<String, StepRow> steps = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  private Inquest(List<Asked> asked, Set<Asked> answeredInTime, Evidence evidence) {
    this.asked = asked;
    this.answeredInTime = answeredInTime;
    this.evidence = evidence;
    Set<String> ours = new HashSet<>();
    for (Asked one : asked) {
      ours.add(one.messageId("first"));
      ours.add(one.messageId("reminder-1"));
    }
    for (StepRow step : evidence.steps()) {
      if (ours.contains(step.messageId()) && steps.put(step.messageId(), step) != null) {
        violations.add(step.messageId() + " has two rows");
      }
    }
  }

  /**
   * What is not true.
   *
   * @param answeredInTime those who had answered before their reminder started
   */
  static List<String> violations(List<Asked> asked, Set<Asked> answeredInTime, Evidence evidence) {
    Inquest inquest = new Inquest(asked, answeredInTime, evidence);
    inquest.steps();
    inquest.calls();
    inquest.letters();
    inquest.receipts();
    inquest.answers();
    return List.copyOf(inquest.violations);
  }

  /** How many steps are in which state. */
  static Map<String, Integer> states(List<Asked> asked, Evidence evidence) {
    Map<String, Integer> states = new TreeMap<>();
    new Inquest(asked, Set.of(), evidence)
        .steps
        .values()
        .forEach(step -> states.merge(step.state(), 1, Integer::sum));
    return states;
  }

  private void steps() {
    for (Asked one : asked) {
      for (String name : List.of("first", "reminder-1")) {
        StepRow step = steps.get(one.messageId(name));
        if (step == null) {
          violations.add(one.messageId(name) + " is gone");
        } else if (!isAccountedFor(step)) {
          violations.add(
              "%s is %s for the reason %s, task %s"
                  .formatted(
                      step.messageId(),
                      step.state(),
                      step.reason(),
                      evidence.sendTasks().contains(step.task()) ? "stands" : "gone"));
        }
      }
    }
  }

  private boolean isAccountedFor(StepRow step) {
    return ENDED.contains(step.state())
        || WAITS_FOR_A_RECEIPT.contains(step.state())
        || (ENDED_WITH_A_REASON.contains(step.state()) && step.reason() != null)
        || (step.state().equals("PLANNED") && evidence.sendTasks().contains(step.task()));
  }

  private void calls() {
    Map<String, Call> byMessage = new HashMap<>();
    Map<String, String> messageOf = new HashMap<>();
    for (Call call : evidence.calls()) {
      StepRow step = steps.get(call.messageId());
      if (step == null) {
        continue;
      }
      Call earlier = byMessage.put(call.messageId(), call);
      if (earlier != null) {
        violations.add("two calls about one step were taken: " + earlier + ", " + call);
        if (!earlier.messageUuid().equals(call.messageUuid())) {
          violations.add("two UUIDs stand for " + call.messageId());
        }
      }
      if (step.messageUuid() == null
          || !step.messageUuid().toString().equalsIgnoreCase(call.messageUuid())) {
        violations.add(
            "%s was sent as %s and is known as %s"
                .formatted(call.messageId(), call.messageUuid(), step.messageUuid()));
      }
      String other = messageOf.put(call.messageUuid(), call.messageId());
      if (other != null && !other.equals(call.messageId())) {
        violations.add("one UUID stands for " + other + " and " + call.messageId());
      }
    }
  }

  private void letters() {
    Set<String> seen = new HashSet<>();
    for (Letter letter : evidence.letters()) {
      if (steps.containsKey(letter.messageId())) {
        if (!seen.add(letter.messageId())) {
          violations.add("twice in a mailbox: " + letter);
        }
        if (letter.attempts() > 1) {
          violations.add("sent to a mailbox more than once: " + letter);
        }
      }
    }
  }

  private void receipts() {
    Map<String, ReceiptRow> stored = new HashMap<>();
    for (ReceiptRow row : evidence.receipts()) {
      stored.put(row.beskedId(), row);
    }
    for (Pushed receipt : evidence.pushed()) {
      if (receipt.acknowledged() > 0) {
        ReceiptRow row = stored.get(receipt.beskedId());
        if (row == null) {
          violations.add("acknowledged and not stored: " + receipt);
        } else {
          stored(receipt, row);
        }
      }
    }
  }

  private void stored(Pushed receipt, ReceiptRow row) {
    if (row.status().equals("WAITING") && !evidence.matchTasks().contains(row.id())) {
      violations.add("waits without a task: " + receipt);
    }
    StepRow step = steps.get(receipt.messageId());
    if (step == null) {
      return;
    }
    if (!row.status().equals("MATCHED")) {
      violations.add("a receipt of ours is " + row.status() + ": " + receipt);
    }
    if (receipt.status().equals("DELIVERED") && !step.state().equals("DELIVERED")) {
      violations.add("delivered, and the step is " + step.state() + ": " + receipt);
    }
  }

  private void answers() {
    Set<String> sent = new HashSet<>();
    evidence.calls().forEach(call -> sent.add(call.messageId()));
    for (Asked one : answeredInTime) {
      if (sent.contains(one.messageId("reminder-1"))) {
        violations.add("a reminder left after the answer: " + one.messageId("reminder-1"));
      }
    }
  }
}
