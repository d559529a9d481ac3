package dk.borgermaaling.gateway.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The periods of each key, the earliest first. */
final class Keyed {
  private Keyed() {}

  static Map<List<String>, List<Period>> of(List<Row> rows, List<Column> columns) {
    Map<List<String>, List<Period>> keyed = new LinkedHashMap<>();
    for (Row row : rows) {
      keyed.computeIfAbsent(row.key(columns), key -> new ArrayList<>()).add(row.period());
    }
    keyed.values().forEach(periods -> periods.sort(Comparator.comparing(Period::from)));
    return keyed;
  }
}
