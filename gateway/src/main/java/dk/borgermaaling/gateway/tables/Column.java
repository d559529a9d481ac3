package dk.borgermaaling.gateway.tables;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of an editable table.
 *
 * @param id as in the heading of a CSV file and in the name of a form's field
 * @param label Danish name as shown
 * @param key whether it is part of what a row is about; two rows of one key never hold on one day
 * @param required whether an empty cell is wrong
 * @param pattern what a cell that is not empty must match
 * @param expects Danish: what {@code pattern} asks for
 * @param choices what can be chosen; empty when anything that matches may be written
 */
public record Column(
    String id,
    String label,
    boolean key,
    boolean required,
    Pattern pattern,
    String expects,
    List<Option> choices) {
  /** {@code value} is stored, {@code label} is shown. */
  public record Option(String value, String label) {}

  private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  public Column {
    choices = List.copyOf(choices);
  }

  /** A part of the key that is written. */
  public static Column key(String id, String label, String pattern, String expects) {
    return new Column(id, label, true, true, Pattern.compile(pattern), expects, List.of());
  }

  /** A part of the key that is chosen. */
  public static Column key(String id, String label, List<Option> choices) {
    return new Column(id, label, true, true, ANY, "et af valgene", choices);
  }

  public static Column value(String id, String label, String pattern, String expects) {
    return new Column(id, label, false, true, Pattern.compile(pattern), expects, List.of());
  }

  /** A value that is chosen. */
  public static Column value(String id, String label, List<Option> choices) {
    return new Column(id, label, false, true, ANY, "et af valgene", choices);
  }

  /** A value that is chosen, and may be left empty. */
  public static Column optional(String id, String label, List<Option> choices) {
    return new Column(id, label, false, false, ANY, "et af valgene eller tom", choices);
  }

  /** What is wrong with a cell, as a Danish sentence. */
  public Optional<String> problemOf(String cell) {
    boolean right =
        cell.isEmpty()
            ? !required
            : pattern.matcher(cell).matches()
                && (choices.isEmpty()
                    || choices.stream().anyMatch(option -> option.value().equals(cell)));
    return right ? Optional.empty() : Optional.of(label + " skal være " + expects + ".");
  }

  /** How a cell is shown. */
  public String shown(String cell) {
    return choices.stream()
        .filter(option -> option.value().equals(cell))
        .map(Option::label)
        .findFirst()
        .orElse(cell);
  }
}
