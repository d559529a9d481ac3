package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of fruit by code: one column of key, one value that may be empty. */
public final class ListTable implements EditableTable {
  private final List<Row> rows = new ArrayList<>();

  public ListTable(Row... rows) {
    this.rows.addAll(List.of(rows));
  }

  public static Row row(String code, String fruit, String from, @Nullable String to) {
    return new Row(List.of(code, fruit), period(from, to));
  }

  public static Period period(String from, @Nullable String to) {
    return new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  @Override
  public String id() {
    return "fruit";
  }

  @Override
  public String name() {
    return "Frugt";
  }

  @Override
  public String about() {
    return "Hvilken frugt en kode er.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("code", "Kode", "[0-9.]{1,5}", "tal"),
        Column.optional(
            "fruit",
            "Frugt",
            List.of(new Column.Option("apple", "Æble"), new Column.Option("pear", "Pære"))));
  }

  @Override
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  @Override
  public void apply(TableDiff diff) {
    if (!rows.containsAll(diff.removed())) {
      throw new IllegalStateException("a row is gone");
    }
    rows.removeAll(diff.removed());
    rows.addAll(diff.added());
  }
}
