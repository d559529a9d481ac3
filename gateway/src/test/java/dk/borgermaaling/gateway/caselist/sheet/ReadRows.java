package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.Cell;
import dk.borgermaaling.gateway.caselist.ListLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of a file as they are shown, by number. */
final class ReadRows {
  static final ListLimits LIMITS = new ListLimits(8 << 20, 64L << 20, 1_000, 50, 5);

  private ReadRows() {}

  static Map<Integer, List<Cell>> cells(byte[] file) {
    Map<Integer, List<Cell>> rows = new TreeMap<>();
    new FileReader(LIMITS)
        .read(
            file,
            (number, cells) -> {
              rows.put(number, cells);
              return true;
            });
    return rows;
  }

  static List<Cell> first(byte[] file) {
    return cells(file).values().iterator().next();
  }

  static List<String> shown(byte[] file) {
    List<String> rows = new ArrayList<>();
    cells(file)
        .forEach(
            (number, cells) ->
                rows.add(
                    number + ": " + String.join(" | ", cells.stream().map(Cell::shown).toList())));
    return rows;
  }
}
