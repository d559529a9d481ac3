package dk.borgermaaling.gateway.reporting;

import java.util.Arrays;

/**
 * The hidden cells of a table as a graph: lines (rows and columns) are its vertices, a hidden cell
 * joins its row and its column. Since each line adds up to its total, a hidden cell can be computed
 * exactly when it is a bridge: when no other way through hidden cells joins its two lines (D.
 * Gusfield, A graph theoretic approach to statistical data security, 1988).
 */
final class HiddenCells {
  private static final long NATION = 1;
  private static final long MUNICIPALITY = 1_000_000;
  private static final long TOTAL = 1_000_000_000_000L;
  private static final long NO_WAY = Long.MAX_VALUE;

  private final CountTable table;
  private final boolean[][] hidden;

  HiddenCells(CountTable table, boolean[][] hidden) {
    this.table = table;
    this.hidden = hidden;
  }

  boolean is(int row, int column) {
    return hidden[row][column];
  }

  void add(int row, int column) {
    if (table.has(row, column)) {
      hidden[row][column] = true;
    }
  }

  int count() {
    int count = 0;
    for (boolean[] row : hidden) {
      for (boolean cell : row) {
        count += cell ? 1 : 0;
      }
    }
    return count;
  }

  boolean[][] toArray() {
    return Arrays.stream(hidden).map(boolean[]::clone).toArray(boolean[][]::new);
  }

  /** For each bridge, hides the cheapest cells that make it part of a ring. */
  void closeWhatSeveralLinesGiveAway() {
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        if (hidden[row][column]) {
          hideCheapestWayAround(row, column);
        }
      }
    }
  }

  /**
   * Dijkstra from the row to the column without the cell between them; hidden cells cost nothing,
   * so that a cell which is no bridge changes nothing.
   */
  private void hideCheapestWayAround(int row, int column) {
    int lines = table.rows() + table.columns();
    long[] cost = new long[lines];
    int[] from = new int[lines];
    boolean[] done = new boolean[lines];
    Arrays.fill(cost, NO_WAY);
    cost[row] = 0;
    int goal = table.rows() + column;
    for (int line = row; line >= 0; line = nearest(cost, done)) {
      done[line] = true;
      for (int next = 0; next < lines; next++) {
        boolean isTheCellItself = line == row && next == goal;
        long step = isTheCellItself ? NO_WAY : step(line, next);
        if (step != NO_WAY && cost[line] + step < cost[next]) {
          cost[next] = cost[line] + step;
          from[next] = line;
        }
      }
    }
    if (cost[goal] == NO_WAY) {
      throw new IllegalStateException("a table whose lines have no totals");
    }
    for (int line = goal; line != row; line = from[line]) {
      hideBetween(line, from[line]);
    }
  }

  private static int nearest(long[] cost, boolean[] done) {
    int nearest = -1;
    for (int line = 0; line < cost.length; line++) {
      if (!done[line] && cost[line] != NO_WAY && (nearest < 0 || cost[line] < cost[nearest])) {
        nearest = line;
      }
    }
    return nearest;
  }

  private long step(int one, int other) {
    int row = Math.min(one, other);
    int column = Math.max(one, other) - table.rows();
    if (row >= table.rows() || column < 0 || !table.has(row, column)) {
      return NO_WAY;
    }
    if (hidden[row][column]) {
      return 0;
    }
    boolean isTotal = column == table.allGroups();
    boolean isNation = row == table.nation();
    return table.at(row, column) + (isTotal ? TOTAL : isNation ? NATION : MUNICIPALITY);
  }

  private void hideBetween(int one, int other) {
    hidden[Math.min(one, other)][Math.max(one, other) - table.rows()] = true;
  }
}
