package dk.borgermaaling.gateway.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what comes out otherwise; what comes out the same is no line. */
public final class PreviewLines {
  private final Map<List<String>, Long> counts =
      new TreeMap<>(Comparator.comparing(cells -> String.join("\n", cells)));

  /**
   * Counts so many more.
   *
   * @param municipality code; empty when it does not belong to one
   * @param from Danish: what it was
   * @param to Danish: what it would have been
   */
  public void add(String municipality, String from, String to, long count) {
    if (!from.equals(to)) {
      counts.merge(List.of(municipality, from, to), count, Long::sum);
    }
  }

  /** Each kind once, in the order of municipalities and texts. */
  public Preview preview() {
    return new Preview(
        counts.entrySet().stream()
            .map(
                entry ->
                    new Preview.Line(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
            .toList());
  }
}
