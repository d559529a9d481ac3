package dk.borgermaaling.gateway.caselist.jpa;

import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.Counts;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.SheetReader;
import dk.borgermaaling.gateway.caselist.WordMapping;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads a list's row; its maps of texts are flat JSON objects, read by PostgreSQL. */
final class CaseListRow {
  static final String SELECT =
      "SELECT id, municipality_code, uploaded_by, uploaded_at, state, kind, row_count, done_row, "
          + flat("columns")
          + ", "
          + flat("words")
          + ", "
          + flat("counts")
          + " FROM ops.case_list";

  private static final String BETWEEN = ":";

  private CaseListRow() {}

  /** The names and the values of a flat object as two arrays in the same order. */
  static String flat(String column) {
    return """
    %1$s IS NOT NULL AS %1$s_there,
    ARRAY(SELECT key FROM jsonb_each_text(%1$s)) AS %1$s_names,
    ARRAY(SELECT value FROM jsonb_each_text(%1$s)) AS %1$s_values
    """
        .formatted(column);
  }

  static CaseList read(ResultSet row) throws SQLException {
    return new CaseList(
        row.getObject("id", UUID.class),
        new MunicipalityCode(row.getString("municipality_code")),
        row.getString("uploaded_by"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        CaseList.State.valueOf(row.getString("state")),
        SheetReader.Kind.valueOf(row.getString("kind")),
        row.getInt("row_count"),
        row.getBoolean("columns_there") ? ColumnMapping.parse(texts(row, "columns")) : null,
        words(texts(row, "words")),
        counts(texts(row, "counts")),
        row.getInt("done_row"));
  }

  static Map<String, String> texts(ResultSet row, String column) throws SQLException {
    String[] names = (String[]) row.getArray(column + "_names").getArray();
    String[] values = (String[]) row.getArray(column + "_values").getArray();
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      texts.put(names[i], values[i]);
    }
    return texts;
  }

  static Map<String, String> texts(WordMapping words) {
    Map<String, String> texts = new TreeMap<>();
    words
        .meanings()
        .forEach(
            (field, meanings) ->
                meanings.forEach(
                    (word, meaning) -> texts.put(field.name() + BETWEEN + word, meaning)));
    return texts;
  }

  private static WordMapping words(Map<String, String> texts) {
    Map<Field, Map<String, String>> words = new EnumMap<>(Field.class);
    texts.forEach(
        (name, meaning) -> {
          String[] parts = name.split(BETWEEN, 2);
          words
              .computeIfAbsent(Field.valueOf(parts[0]), key -> new TreeMap<>())
              .put(parts[1], meaning);
        });
    return new WordMapping(words);
  }

  private static Counts counts(Map<String, String> texts) {
    Map<Counts.Name, Integer> numbers = new EnumMap<>(Counts.Name.class);
    texts.forEach(
        (name, number) -> numbers.put(Counts.Name.valueOf(name), Integer.parseInt(number)));
    return new Counts(numbers);
  }
}
