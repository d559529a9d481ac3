package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caselist.Codes;
import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.ColumnMapping.Place;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.Headings;
import dk.borgermaaling.gateway.reporting.web.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A field on the page of columns, with every place it may be told in. */
public record FieldRow(String id, String name, String hint, List<Choice> choices) {
  static List<FieldRow> all(Headings headings, ColumnMapping columns) {
    return Arrays.stream(Field.values())
        .map(
            field ->
                new FieldRow(
                    field.name(),
                    Danish.field(field),
                    Danish.hint(field),
                    choices(field, headings, columns)))
        .toList();
  }

  private static List<Choice> choices(Field field, Headings headings, ColumnMapping columns) {
    Place place = columns.places().get(field);
    String chosen = place == null ? "" : place.text();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Er ikke i listen", chosen.isEmpty()));
    for (int column = 0; column < headings.names().size(); column++) {
      String value = Integer.toString(column);
      choices.add(
          new Choice(
              value,
              Headings.letter(column) + ": " + headings.shown(column),
              value.equals(chosen)));
    }
    if (ColumnMapping.WITH_CONSTANTS.contains(field)) {
      for (Choice meaning : Meanings.of(field)) {
        String value = "=" + meaning.value();
        choices.add(new Choice(value, "Alle rækker: " + meaning.text(), value.equals(chosen)));
      }
    }
    return choices;
  }

  /** What the codes of a field are called. */
  static final class Meanings {
    private Meanings() {}

    static List<Choice> of(Field field) {
      return switch (field) {
        case CONVERSATION_TYPE ->
            Codes.TYPES.entrySet().stream()
                .map(
                    type -> new Choice(type.getKey(), type.getKey() + " " + type.getValue(), false))
                .toList();
        case CONVERSATION_FORM -> pairs(Danish.FORMS);
        case ACTOR -> pairs(Danish.ACTORS);
        default -> List.of();
      };
    }

    private static List<Choice> pairs(java.util.Map<String, String> names) {
      return names.entrySet().stream()
          .map(name -> new Choice(name.getKey(), name.getValue(), false))
          .toList();
    }
  }
}
