package dk.borgermaaling.gateway.tables.export;

import static dk.borgermaaling.gateway.tables.ListTable.row;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.tables.Change;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Comparison;
import dk.borgermaaling.gateway.tables.ListTable;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.RowRef;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCsvTest {
  private static final List<Row> ROWS =
      List.of(
          row("6.1", "apple", "2020-01-01", "2027-01-01"),
          row("6.1", "", "2027-01-01", null),
          row("6.10", "pear", "2020-01-01", null));
  private final ListTable table = new ListTable(ROWS.toArray(Row[]::new));

  @Test
  void what_is_written_is_read_again() {
    String file = TableCsv.write(table.content().rows(), table.columns());
    assertThat(file)
        .isEqualTo(
            String.join(
                "\r\n",
                "\uFEFFcode;fruit;validFrom;lastDay",
                "6.1;apple;2020-01-01;2026-12-31",
                "6.1;;2027-01-01;",
                "6.10;pear;2020-01-01;",
                ""));
    assertThat(TableCsv.read(file, table.columns())).isEqualTo(new TableCsv.Read(ROWS, List.of()));
    assertThat(Comparison.changes(table.content(), ROWS, table.columns())).isEmpty();
  }

  @Test
  void quotes_semicolons_and_line_ends_in_a_cell_survive() {
    List<Column> columns =
        List.of(Column.key("id", "Id", "[a-z]+", "x"), Column.value("name", "Navn", "(?s).+", "x"));
    Row odd = new Row(List.of("a", "en \"rar\"; gruppe\næøå"), new Period(LocalDate.EPOCH, null));
    assertThat(TableCsv.read(TableCsv.write(List.of(odd), columns), columns).rows())
        .containsExactly(odd);
  }

  @Test
  void a_file_from_a_spreadsheet_with_empty_lines_and_spaces_is_read() {
    assertThat(
            TableCsv.read(
                    "code; fruit ;validFrom;lastDay\n;;;\n 6.1 ; apple;2020-01-01 ;\n\n",
                    table.columns())
                .rows())
        .containsExactly(row("6.1", "apple", "2020-01-01", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code;fruit;validFrom;lastDay\n\"6.1;apple;2020-01-01;\n",
        "code;fruit;validFrom;lastDay\n6.1;\"a\"b;2020-01-01;\n",
        "code,fruit,validFrom,lastDay\n",
        "",
        "code;fruit;validFrom;lastDay\n6.1;apple;2027-02-30;\n"
      })
  void a_file_that_cannot_be_read_says_so_and_gives_no_row(String file) {
    TableCsv.Read read = TableCsv.read(file, table.columns());
    assertThat(read.rows()).isEmpty();
    assertThat(read.errors()).hasSize(1);
  }

  @Test
  void a_file_that_is_too_long_is_not_read_to_its_end() {
    String file =
        IntStream.range(0, TableCsv.MOST_ROWS + 10)
            .mapToObj(i -> "6." + i % 100 + ";apple;" + LocalDate.EPOCH.plusDays(i) + ";")
            .collect(Collectors.joining("\n", "code;fruit;validFrom;lastDay\n", ""));
    assertThat(TableCsv.read(file, table.columns()).errors())
        .containsExactly("Resten er ikke læst. En fil kan højst have 5000 rækker.");
  }

  @Test
  void rows_that_differ_become_the_steps_between() {
    RowRef pear = new RowRef(List.of("6.10"), LocalDate.of(2020, 1, 1));
    RowRef open = new RowRef(List.of("6.1"), LocalDate.of(2027, 1, 1));
    assertThat(
            Comparison.changes(
                table.content(),
                List.of(
                    row("6.1", "apple", "2020-01-01", "2027-01-01"),
                    row("6.1", "", "2027-01-01", "2028-01-01"),
                    row("6.2", "apple", "2028-01-01", null)),
                table.columns()))
        .containsExactly(
            new Change.End(open, LocalDate.of(2028, 1, 1)),
            new Change.End(pear, pear.from()),
            new Change.Add(List.of("6.2", "apple"), new Period(LocalDate.of(2028, 1, 1), null)));
  }
}
