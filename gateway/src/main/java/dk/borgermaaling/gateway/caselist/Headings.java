package dk.borgermaaling.gateway.caselist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The headings of a list, by column.
 *
 * @param row where they stand, from 1
 */
public record Headings(int row, List<String> names) {
  private static final int LONGEST_SHOWN = 60;

  public Headings {
    names = List.copyOf(names);
  }

  /**
   * What a list is known again by: a hash, so that nothing of a heading is stored. Hexadecimal
   * SHA-256 of the headings in their order, spelling aside.
   */
  public String signature() {
    String text = names.stream().map(Field::plain).collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A heading for people: never longer than a line. */
  public String shown(int column) {
    String name = column < names.size() ? names.get(column) : "";
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
  }

  /** A column as a spreadsheet names it: A for 0. */
  public static String letter(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
