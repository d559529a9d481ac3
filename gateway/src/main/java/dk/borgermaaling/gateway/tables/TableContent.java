package dk.borgermaaling.gateway.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * All rows of a table.
 *
 * @param table id of the table
 */
public record TableContent(String table, List<Row> rows) {
  private static final Comparator<Row> BY_ALL =
      Comparator.comparing(Row::cells, NaturalOrder.OF_CELLS)
          .thenComparing(row -> row.period().from());

  public TableContent {
    rows = List.copyOf(rows);
  }

  /** In the order that people expect: by key, 6.2 before 6.10, and earlier periods first. */
  public static TableContent of(String table, List<Row> rows, List<Column> columns) {
    return new TableContent(
        table,
        rows.stream()
            .sorted(
                Comparator.<Row, List<String>>comparing(
                        row -> row.key(columns), NaturalOrder.OF_CELLS)
                    .thenComparing(row -> row.period().from()))
            .toList());
  }

  /**
   * The version of the table: equal for equal rows alone, however they came there, so that a change
   * by a migration or by hand is a new version too.
   */
  public String version() {
    MessageDigest digest = sha256();
    for (Row row : rows.stream().sorted(BY_ALL).toList()) {
      row.cells().forEach(cell -> put(digest, cell));
      put(digest, row.period().from().toString());
      put(digest, Objects.toString(row.period().to(), ""));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The rows that hold on a day. */
  public List<Row> on(LocalDate day) {
    return rows.stream().filter(row -> row.period().contains(day)).toList();
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
