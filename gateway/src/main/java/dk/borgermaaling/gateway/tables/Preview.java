package dk.borgermaaling.gateway.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a change would have changed in the last 30 days; no line when nothing. */
public record Preview(List<Line> lines) {
  public static final Preview NOTHING = new Preview(List.of());

  /**
   * So many came out otherwise.
   *
   * @param municipality code; empty when it does not belong to one
   * @param from Danish: what it was, for example {@code ukendt kode}
   * @param to Danish: what it would have been
   * @param count how many; of a {@linkplain #since difference} possibly negative
   */
  public record Line(String municipality, String from, String to, long count) {}

  public Preview {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public long total() {
    return lines.stream().mapToLong(Line::count).sum();
  }

  /** What has come and gone since an earlier preview of the same change. */
  public Preview since(Preview earlier) {
    Map<Line, Long> counts = new LinkedHashMap<>();
    lines.forEach(line -> counts.merge(kind(line), line.count(), Long::sum));
    earlier.lines.forEach(line -> counts.merge(kind(line), -line.count(), Long::sum));
    List<Line> differing = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          if (count != 0) {
            differing.add(new Line(kind.municipality(), kind.from(), kind.to(), count));
          }
        });
    return new Preview(differing);
  }

  private static Line kind(Line line) {
    return new Line(line.municipality(), line.from(), line.to(), 0);
  }
}
