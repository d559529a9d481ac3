package dk.borgermaaling.gateway.reporting;

import static dk.borgermaaling.gateway.reporting.Coordinates.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.reporting.Shown.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * What an attacker can do with a pencil: every line of a table adds up, so each hidden cell is an
 * unknown in a system of equations. Tables are made from the number of the repetition: the people
 * of a theme, and of a response rate those who answered and those who did not, because whoever is
 * shown invitations and responses subtracts.
 */
class SuppressionPropertyTest {
  @RepeatedTest(400)
  void no_hidden_cell_can_be_computed_from_what_is_shown(RepetitionInfo repetition) {
    for (Table table : Table.of(repetition.getCurrentRepetition())) {
      List<int[]> unknowns = table.hidden();
      List<long[]> equations = new ArrayList<>();
      for (int row = 0; row <= table.rows; row++) {
        equations.add(table.equation(unknowns, row, -1));
      }
      for (int column = 0; column <= table.columns; column++) {
        equations.add(table.equation(unknowns, -1, column));
      }
      int rank = Elimination.rank(equations);
      for (int unknown = 0; unknown < unknowns.size(); unknown++) {
        long[] alone = new long[unknowns.size()];
        alone[unknown] = 1;
        List<long[]> withOne = new ArrayList<>(equations);
        withOne.add(alone);
        assertThat(Elimination.rank(withOne))
            .as(
                "row %d, column %d of %s",
                unknowns.get(unknown)[0], unknowns.get(unknown)[1], table)
            .isGreaterThan(rank);
      }
    }
  }

  @RepeatedTest(400)
  void what_a_line_hides_is_five_people_or_more_together(RepetitionInfo repetition) {
    for (Table table : Table.of(repetition.getCurrentRepetition())) {
      for (int row = 0; row < table.rows; row++) {
        int line = row;
        if (table.isShown(row, table.columns)) {
          table.assertHiddenTogether(
              table.hidden().stream().filter(cell -> cell[0] == line && cell[1] < table.columns));
        }
      }
      for (int column = 0; column <= table.columns; column++) {
        int line = column;
        if (table.isShown(table.rows, column)) {
          table.assertHiddenTogether(
              table.hidden().stream().filter(cell -> cell[1] == line && cell[0] < table.rows));
        }
      }
    }
  }

  @RepeatedTest(400)
  void the_nation_without_one_shown_municipality_is_nobody_or_five_people(
      RepetitionInfo repetition) {
    for (Table table : Table.of(repetition.getCurrentRepetition())) {
      for (int column = 0; column <= table.columns; column++) {
        for (int row = 0; row < table.rows; row++) {
          if (table.isShown(row, column)
              && table.isShown(table.rows, column)
              && table.asksOthersThan(row, column)) {
            assertThat(table.people(table.rows, column) - table.people(row, column))
                .as("others than row %d in column %d of %s", row, column, table)
                .isGreaterThanOrEqualTo(5);
          }
        }
      }
    }
  }

  /** Made-up counts and their marks; the last row is the nation, the last column all groups. */
  private static final class Table {
    private static final Turnout NOBODY = new Turnout(0, 0);
    final int rows;
    final int columns;
    private final String name;
    private final int[][] people;
    private final boolean[][] asked;
    private final Function<Coordinates, Mark> marks;

    private Table(
        String name,
        Turnout[][] made,
        ToIntFunction<Turnout> people,
        Function<Coordinates, Mark> marks) {
      this.name = name;
      this.rows = made.length;
      this.columns = made[0].length;
      this.people = new int[rows + 1][columns + 1];
      this.asked = new boolean[rows + 1][columns + 1];
      this.marks = marks;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          for (int r : new int[] {row, rows}) {
            for (int c : new int[] {column, columns}) {
              this.people[r][c] += people.applyAsInt(made[row][column]);
              this.asked[r][c] |= !made[row][column].equals(NOBODY);
            }
          }
        }
      }
    }

    /** The three tables that one publication shows. */
    static List<Table> of(int seed) {
      Random random = new Random(seed);
      Turnout[][] made = new Turnout[1 + random.nextInt(7)][1 + random.nextInt(5)];
      int mostPeople = List.of(4, 8, 15, 60).get(random.nextInt(4));
      int mostSilent = List.of(4, 8, 15, 60).get(random.nextInt(4));
      MadeUpResults results = new MadeUpResults();
      for (int row = 0; row < made.length; row++) {
        for (int column = 0; column < made[row].length; column++) {
          int n = random.nextInt(mostPeople + 1);
          int invited = Math.max(0, n - 1 + random.nextInt(mostSilent + 2));
          boolean nobody = n + invited == 0 || random.nextInt(10) == 0;
          made[row][column] = nobody ? NOBODY : new Turnout(invited, n);
          if (!nobody) {
            results
                .cell("010" + row, "group" + column, "meeting", n, 3)
                .asked("010" + row, "group" + column, invited, n);
          }
        }
      }
      Publication publication = Suppression.publish(results.results(), MadeUpResults.LIMIT);
      Function<Coordinates, Mark> turnout =
          at -> publication.turnout(at.municipality(), at.surveyGroup()).mark();
      return List.of(
          new Table("theme", made, Turnout::responses, at -> publication.cell(at).mark()),
          new Table("responses", made, Turnout::responses, turnout),
          new Table("silent", made, Turnout::silent, turnout));
    }

    boolean isShown(int row, int column) {
      return marks.apply(
              new Coordinates(
                  row == rows ? ALL : "010" + row,
                  column == columns ? ALL : "group" + column,
                  "meeting"))
          != Mark.HIDDEN;
    }

    int people(int row, int column) {
      return people[row][column];
    }

    /** Whether anybody was asked in this column outside this row. */
    boolean asksOthersThan(int row, int column) {
      return IntStream.range(0, rows).anyMatch(other -> other != row && asked[other][column]);
    }

    List<int[]> hidden() {
      List<int[]> hidden = new ArrayList<>();
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= columns; column++) {
          if (!isShown(row, column)) {
            hidden.add(new int[] {row, column});
          } else if (asked[row][column]) {
            assertThat(people[row][column]).as(toString()).isGreaterThanOrEqualTo(5);
          }
        }
      }
      return hidden;
    }

    /** Parts minus total is 0, for one row or (row -1) one column. */
    long[] equation(List<int[]> unknowns, int row, int column) {
      long[] equation = new long[unknowns.size()];
      for (int at = 0; at < equation.length; at++) {
        int[] cell = unknowns.get(at);
        if (row >= 0 ? cell[0] == row : cell[1] == column) {
          boolean isTotal = row >= 0 ? cell[1] == columns : cell[0] == rows;
          equation[at] = isTotal ? Elimination.MINUS_ONE : 1;
        }
      }
      return equation;
    }

    void assertHiddenTogether(Stream<int[]> cells) {
      List<int[]> line = cells.toList();
      if (!line.isEmpty()) {
        assertThat(line).as(toString()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(line.stream().mapToInt(cell -> people[cell[0]][cell[1]]).sum())
            .as(toString())
            .isGreaterThanOrEqualTo(5);
      }
    }

    @Override
    public String toString() {
      return name + " " + Arrays.deepToString(people);
    }
  }
}
