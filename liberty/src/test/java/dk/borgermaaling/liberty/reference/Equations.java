package dk.borgermaaling.liberty.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a reader with a pencil can work out: in a table with totals, the groups of a municipality
 * add up to its total and the municipalities of a group to the nation. Gauss's elimination, and no
 * look at the rules by which cells are hidden.
 */
public final class Equations {
  private static final double NOTHING = 1e-9;

  private Equations() {}

  /** Those hidden numbers that follow from the ones that are shown. */
  public static List<Place> determined(Collection<Place> all, Collection<Place> hidden) {
    List<Place> unknown = List.copyOf(hidden);
    List<double[]> rows = new ArrayList<>();
    all.stream()
        .map(Place::town)
        .distinct()
        .forEach(town -> rows.add(row(unknown, p -> p.town().equals(town), Place::isAllGroups)));
    all.stream()
        .map(Place::group)
        .distinct()
        .forEach(group -> rows.add(row(unknown, p -> p.group().equals(group), Place::isNation)));
    List<Place> determined = new ArrayList<>();
    for (double[] row : reduced(rows, unknown.size())) {
      List<Place> left = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        if (Math.abs(row[i]) > NOTHING) {
          left.add(unknown.get(i));
        }
      }
      if (left.size() == 1) {
        determined.addAll(left);
      }
    }
    return determined;
  }

  /** The line's numbers minus its total are nothing. */
  private static double[] row(
      List<Place> unknown, Predicate<Place> onLine, Predicate<Place> isTotal) {
    return unknown.stream()
        .mapToDouble(p -> onLine.test(p) ? isTotal.test(p) ? -1 : 1 : 0)
        .toArray();
  }

  /** Reduced row echelon form: an unknown that is determined stands alone in its row. */
  private static List<double[]> reduced(List<double[]> rows, int columns) {
    int done = 0;
    for (int column = 0; column < columns; column++) {
      int pivot = done;
      while (pivot < rows.size() && Math.abs(rows.get(pivot)[column]) < NOTHING) {
        pivot++;
      }
      if (pivot < rows.size()) {
        rows.add(done, rows.remove(pivot));
        clear(rows, done, column);
        done++;
      }
    }
    return rows;
  }

  /** Takes the column's unknown out of every row but the chosen one. */
  private static void clear(List<double[]> rows, int chosen, int column) {
    double[] pivot = rows.get(chosen);
    for (int r = 0; r < rows.size(); r++) {
      double[] row = rows.get(r);
      double factor = r == chosen ? 0 : row[column] / pivot[column];
      for (int i = 0; i < row.length; i++) {
        row[i] -= factor * pivot[i];
      }
    }
  }
}
