package dk.borgermaaling.gateway.message.jpa;

import dk.borgermaaling.gateway.kernel.Snapshot;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.jpa.SqlEditableTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Whom citizens may ask, by municipality: {@code ops.message_contact}, as last read. */
public final class SqlContacts {
  /** In addresses and in the database. */
  public static final String ID = "message-contacts";

  private final SqlTable table;
  private final Snapshot<List<Row>> rows;

  public SqlContacts(Jdbi gateway) {
    this.table =
        new SqlTable(
            gateway,
            "ops.message_contact",
            List.of(
                new SqlTable.SqlColumn("municipality_code", "text"),
                new SqlTable.SqlColumn("contact", "text")));
    this.rows = new Snapshot<>("the contacts of municipalities", table::rows);
  }

  public void refresh() {
    rows.refresh();
  }

  /** The sentence of each municipality that has one on this day, by its code. */
  public Map<String, String> on(LocalDate day) {
    return rows.get().stream()
        .filter(row -> row.period().contains(day))
        .collect(Collectors.toMap(row -> row.cells().get(0), row -> row.cells().get(1)));
  }

  /**
   * The table as operators edit it.
   *
   * @param municipalities that can be chosen
   */
  public EditableTable editable(Supplier<List<Municipality>> municipalities) {
    return new SqlEditableTable(
        ID,
        "Kontakt i beskeder",
        "Hvem borgeren kan spørge, som en hel sætning. Den står i invitationer og påmindelser fra"
            + " kommunen; uden en række bruges den sætning, der står i indstillingerne.",
        table,
        () ->
            List.of(
                Column.key(
                    "municipality",
                    "Kommune",
                    municipalities.get().stream()
                        .map(one -> new Column.Option(one.code().value(), one.name()))
                        .toList()),
                Column.value(
                    "contact",
                    "Kontakt",
                    "[^\\p{Cntrl}=+@-][^\\p{Cntrl}]{9,199}",
                    "en sætning på 10 til 200 tegn")),
        rowsToCheck -> List.of());
  }
}
