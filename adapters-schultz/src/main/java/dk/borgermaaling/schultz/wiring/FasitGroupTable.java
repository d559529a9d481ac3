package dk.borgermaaling.schultz.wiring;

import dk.borgermaaling.gateway.caseevent.CodeSystem;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.Column.Option;
import dk.borgermaaling.gateway.tables.EditableTable;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.TableDiff;
import dk.borgermaaling.gateway.tables.jpa.SqlTable;
import dk.borgermaaling.gateway.tables.jpa.SqlTable.SqlColumn;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The tenants' tables of target groups, for editing in the console; gone with this module. */
final class FasitGroupTable implements EditableTable {
  static final String ID = "fasit-target-groups";

  private static final List<Column> COLUMNS =
      List.of(
          Column.key(
              "tenant", "Kommunens Fasit", "[a-z][a-z0-9-]{0,39}", "navnet i filen over tenants"),
          Column.key(
              "fasitId",
              "Fasits id",
              "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
              "et GUID med små bogstaver"),
          Column.value(
              "codeSystem",
              "Kodesystem",
              Arrays.stream(CodeSystem.values())
                  .map(system -> new Option(system.name(), system.name()))
                  .toList()),
          Column.value(
              "code",
              "Kode",
              "[0-9A-Za-z][0-9A-Za-z./-]{0,19}",
              "højst 20 bogstaver, tal, punktum, skråstreg og bindestreg"));

  private final SqlTable table;

  FasitGroupTable(Jdbi gateway) {
    this.table =
        new SqlTable(
            gateway,
            "ops.fasit_target_group",
            List.of(
                new SqlColumn("tenant", "text"),
                new SqlColumn("fasit_id", "uuid"),
                new SqlColumn("code_system", "text"),
                new SqlColumn("code", "text")));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "Fasits målgrupper";
  }

  @Override
  public String about() {
    return "Hvilken målgruppekode hvert af Fasits id'er betyder, i hver kommunes Fasit.";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public List<Row> rows() {
    return table.rows();
  }

  @Override
  public List<String> problemsOf(List<Row> rows) {
    return rows.stream()
        .filter(row -> !system(row).writes(row.cells().get(3)))
        .map(
            row ->
                "%s skrives som %s, ikke %s."
                    .formatted(system(row), system(row).example(), row.cells().get(3)))
        .toList();
  }

  @Override
  public void apply(TableDiff diff) {
    table.apply(diff);
  }

  private static CodeSystem system(Row row) {
    return CodeSystem.valueOf(row.cells().get(2));
  }
}
