package dk.borgermaaling.gateway.letter.jpa;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.letter.LetterTable;
import dk.borgermaaling.gateway.letter.LetterTerms;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.jpa.SqlEditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The terms in {@code ops.letter_terms}, as last read, and for editing. */
public final class SqlLetterTerms implements LetterTerms.Book {
  private final SqlTable table;
  private final Snapshot<List<Row>> rows;

  public SqlLetterTerms(Jdbi jdbi) {
    table =
        new SqlTable(
            jdbi,
            "ops.letter_terms",
            List.of(
                new SqlColumn("municipality_code", "text"),
                new SqlColumn("price_ore", "integer"),
                new SqlColumn("month_ore", "integer"),
                new SqlColumn("shipment_type", "integer"),
                new SqlColumn("protected_too", "boolean")));
    rows = new Snapshot<>("the table of letters", table::rows);
  }

  public void refresh() {
    rows.refresh();
  }

  @Override
  public Optional<LetterTerms> of(MunicipalityCode municipality, LocalDate on) {
    return rows.get().stream()
        .filter(row -> row.cells().get(0).equals(municipality.value()) && row.period().contains(on))
        .findFirst()
        .map(row -> terms(municipality, row.cells()));
  }

  private static LetterTerms terms(MunicipalityCode municipality, List<String> cells) {
    return new LetterTerms(
        municipality,
        Integer.parseInt(cells.get(1)),
        Integer.parseInt(cells.get(2)),
        cells.get(3).isEmpty() ? null : Integer.valueOf(cells.get(3)),
        Boolean.parseBoolean(cells.get(4)));
  }

  /** As operators edit it, with four eyes. */
  public EditableTable editable() {
    return new SqlEditableTable(
        LetterTable.ID,
        LetterTable.LABEL,
        LetterTable.ABOUT,
        table,
        LetterTable::columns,
        LetterTable::problemsOf);
  }
}
