package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Days between two rows of a key on which neither holds: what is told of them is unknown.
 *
 * @param from first day without a row
 * @param to first day with one again
 */
public record Gap(List<String> key, LocalDate from, LocalDate to) {
  public Gap {
    key = List.copyOf(key);
  }

  /** All gaps of a table, in its order. */
  public static List<Gap> of(List<Row> rows, List<Column> columns) {
    List<Gap> gaps = new ArrayList<>();
    Keyed.of(rows, columns)
        .forEach(
            (key, periods) -> {
              for (int i = 1; i < periods.size(); i++) {
                LocalDate end = periods.get(i - 1).to();
                LocalDate next = periods.get(i).from();
                if (end != null && end.isBefore(next)) {
                  gaps.add(new Gap(key, Objects.requireNonNull(end), next));
                }
              }
            });
    return List.copyOf(gaps);
  }
}
