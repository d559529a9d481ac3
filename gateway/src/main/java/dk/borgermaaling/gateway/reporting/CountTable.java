package dk.borgermaaling.gateway.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * People counted by municipality (rows) and survey group (columns). The last row is the nation and
 * the last column all groups, so that every line ends with its own total. A pair in which nobody
 * was asked is absent. A count that is a difference may be negative.
 */
final class CountTable {
  private static final int ABSENT = Integer.MIN_VALUE;
  private final List<String> municipalities;
  private final List<String> groups;
  private final int[][] counts;

  /**
   * @param counts by (municipality, group); the theme is not looked at; totals must be there
   */
  CountTable(Map<Coordinates, Integer> counts) {
    municipalities = names(counts.keySet().stream().map(Coordinates::municipality).toList());
    groups = names(counts.keySet().stream().map(Coordinates::surveyGroup).toList());
    this.counts = new int[municipalities.size()][groups.size()];
    for (int row = 0; row < municipalities.size(); row++) {
      for (int column = 0; column < groups.size(); column++) {
        this.counts[row][column] = ABSENT;
      }
    }
    counts.forEach(
        (at, people) ->
            this.counts[municipalities.indexOf(at.municipality())][
                    groups.indexOf(at.surveyGroup())] =
                people);
  }

  private static List<String> names(List<String> all) {
    SortedSet<String> sorted = new TreeSet<>(all);
    sorted.remove(Coordinates.ALL);
    List<String> names = new ArrayList<>(sorted);
    names.add(Coordinates.ALL);
    return List.copyOf(names);
  }

  int rows() {
    return municipalities.size();
  }

  int columns() {
    return groups.size();
  }

  int nation() {
    return rows() - 1;
  }

  int allGroups() {
    return columns() - 1;
  }

  int at(int row, int column) {
    return counts[row][column];
  }

  boolean has(int row, int column) {
    return counts[row][column] != ABSENT;
  }

  Coordinates coordinates(int row, int column, String theme) {
    return new Coordinates(municipalities.get(row), groups.get(column), theme);
  }

  int row(String municipality) {
    return municipalities.indexOf(municipality);
  }

  int column(String group) {
    return groups.indexOf(group);
  }
}
