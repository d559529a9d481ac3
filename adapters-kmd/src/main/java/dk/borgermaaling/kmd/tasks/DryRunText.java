package dk.borgermaaling.kmd.tasks;

import dk.borgermaaling.gateway.caseevent.FeedControl.DryRun;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.kmd.Counts;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dry run as stored: a line for each count, of what kind first, its name and number after. */
final class DryRunText {
  private static final String EVENT = "event";
  private static final String LETTER = "letter";
  private static final String FAILURE = "failure";

  private DryRunText() {}

  static String of(Counts counts) {
    StringBuilder text = new StringBuilder();
    counts.events().forEach((name, count) -> line(text, EVENT, name, count));
    counts.letters().forEach((name, count) -> line(text, LETTER, name, count));
    return text.toString();
  }

  private static void line(StringBuilder text, String kind, String name, int count) {
    text.append(kind).append('|').append(name).append('|').append(count).append('\n');
  }

  static String ofFailure(String reason) {
    return FAILURE + "|" + reason + "|0\n";
  }

  static DryRun parse(FeedStates.DryRun stored) {
    SortedMap<String, Integer> events = new TreeMap<>();
    SortedMap<String, Integer> letters = new TreeMap<>();
    @Nullable String failure = null;
    for (String line : stored.found().lines().toList()) {
      String[] parts = line.split("\\|", -1);
      switch (parts[0]) {
        case EVENT -> events.put(parts[1], Integer.parseInt(parts[2]));
        case LETTER -> letters.put(parts[1], Integer.parseInt(parts[2]));
        default -> failure = parts[1];
      }
    }
    return new DryRun(stored.at(), events, letters, failure);
  }
}
