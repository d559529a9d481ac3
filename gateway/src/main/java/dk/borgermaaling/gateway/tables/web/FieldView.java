package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.tables.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A field for a cell.
 *
 * @param fixed whether it is shown and cannot be changed: the key of a row that is there
 * @param choices empty when it is written
 */
public record FieldView(
    String name,
    String label,
    String hint,
    String value,
    boolean fixed,
    boolean required,
    List<Choice> choices) {
  public record Choice(String value, String text, boolean selected) {}

  /**
   * Fields for all cells.
   *
   * @param cells what stands in them; empty for empty ones
   */
  static List<FieldView> of(List<Column> columns, List<String> cells, boolean keyIsFixed) {
    List<FieldView> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String value = i < cells.size() ? cells.get(i) : "";
      fields.add(
          new FieldView(
              "cell-" + column.id(),
              column.label(),
              column.choices().isEmpty() ? "Skal være " + column.expects() : "",
              value,
              keyIsFixed && column.key(),
              column.required(),
              choices(column, value)));
    }
    return fields;
  }

  private static List<Choice> choices(Column column, String value) {
    if (column.choices().isEmpty()) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", column.required() ? "Vælg" : "Ingen", value.isEmpty()));
    column
        .choices()
        .forEach(
            option ->
                choices.add(
                    new Choice(option.value(), option.label(), option.value().equals(value))));
    return choices;
  }
}
