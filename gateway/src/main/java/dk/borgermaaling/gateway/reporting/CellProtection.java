package dk.borgermaaling.gateway.reporting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hides cells of one table until no hidden one can be computed from those that are shown.
 *
 * <ul>
 *   <li>A cell of fewer than five people is hidden, always.
 *   <li>A municipality: when a single group is hidden, or the hidden ones are fewer than five
 *       people together, the smallest shown group is hidden too.
 *   <li>A group: when a single municipality is hidden, or the hidden ones are fewer than five
 *       people together, the nation's cell is hidden. This covers a nation that is hardly more than
 *       one municipality.
 *   <li>What several lines together would still give away is found by {@link HiddenCells} and
 *       closed by hiding the cheapest cells: the nation's first, another municipality's last.
 * </ul>
 *
 * Every round hides more, so it ends.
 */
final class CellProtection {
  private final CountTable table;
  private final HiddenCells hidden;

  private CellProtection(CountTable table, boolean[][] first) {
    this.table = table;
    this.hidden = new HiddenCells(table, first);
  }

  /** Which cells are hidden, beginning with those that must be. */
  static boolean[][] protect(CountTable table, boolean[][] mustBeHidden) {
    boolean[][] first = new boolean[table.rows()][table.columns()];
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        first[row][column] =
            table.has(row, column)
                && (mustBeHidden[row][column] || table.at(row, column) < Suppression.FEWEST);
      }
    }
    CellProtection protection = new CellProtection(table, first);
    protection.run();
    return protection.hidden.toArray();
  }

  /**
   * Which cells are hidden when one mark hides the numbers of several tables of the same shape: in
   * each table, no hidden number can be computed from those that are shown.
   */
  static boolean[][] protectTogether(List<CountTable> tables) {
    CountTable shape = tables.get(0);
    boolean[][] hidden = new boolean[shape.rows()][shape.columns()];
    boolean[][] before;
    do {
      before = hidden;
      for (CountTable table : tables) {
        hidden = protect(table, hidden);
      }
    } while (!Arrays.deepEquals(before, hidden));
    return hidden;
  }

  private void run() {
    int before;
    do {
      before = hidden.count();
      for (int row = 0; row < table.rows(); row++) {
        protectRow(row);
      }
      for (int column = 0; column < table.columns(); column++) {
        protectColumn(column);
      }
      hidden.closeWhatSeveralLinesGiveAway();
    } while (hidden.count() > before);
  }

  private void protectRow(int row) {
    int total = table.allGroups();
    while (!hidden.is(row, total) && isGivenAway(row, IntStream.range(0, total).toArray())) {
      Optional<Integer> next =
          IntStream.range(0, total)
              .filter(column -> table.has(row, column) && !hidden.is(row, column))
              .boxed()
              .min(cheapestIn(row));
      hidden.add(row, next.orElse(total));
    }
  }

  /** The smallest; in the nation's row first one whose column hides a municipality anyway. */
  private Comparator<Integer> cheapestIn(int row) {
    Comparator<Integer> smallest = Comparator.comparingInt(column -> table.at(row, column));
    if (row != table.nation()) {
      return smallest;
    }
    Comparator<Integer> hidesAnyway =
        Comparator.comparing(
            column -> IntStream.range(0, row).noneMatch(other -> hidden.is(other, column)));
    return hidesAnyway.thenComparing(smallest);
  }

  private boolean isGivenAway(int row, int[] columns) {
    int[] own = IntStream.of(columns).filter(column -> hidden.is(row, column)).toArray();
    int people = IntStream.of(own).map(column -> table.at(row, column)).sum();
    return own.length == 1 || (own.length > 1 && people < Suppression.FEWEST);
  }

  private void protectColumn(int column) {
    int nation = table.nation();
    int[] own = IntStream.range(0, nation).filter(row -> hidden.is(row, column)).toArray();
    int people = IntStream.of(own).map(row -> table.at(row, column)).sum();
    if (own.length == 1 || (own.length > 1 && people < Suppression.FEWEST)) {
      hidden.add(nation, column);
    }
  }
}
