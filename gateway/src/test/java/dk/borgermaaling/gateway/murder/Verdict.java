package dk.borgermaaling.gateway.murder;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param states how many steps ended in which state
 * @param calls taken by the post
 * @param receipts acknowledged by the nodes
 * @param inTime those who had answered before their reminder started
 * @param quiet whether everything had come to rest when it was looked at
 * @param events what happened, in order
 */
public record Verdict(
    long seed,
    int invitations,
    Duration took,
    Map<String, Integer> states,
    int calls,
    int receipts,
    int inTime,
    boolean quiet,
    List<String> violations,
    List<String> events) {

  public boolean isClean() {
    return violations.isEmpty();
  }

  /** One line, for a file of results. */
  public String line() {
    String counts =
        states.entrySet().stream()
            .map(entry -> entry.getKey().toLowerCase(Locale.ROOT) + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return "seed=%d invitations=%d seconds=%d calls=%d receipts=%d answered-in-time=%d quiet=%s violations=%d %s"
        .formatted(
            seed,
            invitations,
            took.toSeconds(),
            calls,
            receipts,
            inTime,
            quiet,
            violations.size(),
            counts);
  }

  /** Enough to play it again. */
  public String report() {
    return line()
        + "\nviolations:\n  "
        + String.join("\n  ", violations)
        + "\nevents:\n  "
        + String.join("\n  ", events);
  }
}
