package dk.borgermaaling.gateway.caselist.jpa;

import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.WordMapping;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a municipality's own words mean, in {@code ops.case_list_word}. */
final class ListWords {
  private final Jdbi jdbi;

  ListWords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  WordMapping of(MunicipalityCode municipality) {
    Map<Field, Map<String, String>> words = new EnumMap<>(Field.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT field, word, meaning FROM ops.case_list_word"
                        + " WHERE municipality_code = :municipality")
                .bind("municipality", municipality.value())
                .map(
                    (row, context) ->
                        words
                            .computeIfAbsent(
                                Field.valueOf(row.getString("field")), key -> new TreeMap<>())
                            .put(row.getString("word"), row.getString("meaning")))
                .list());
    return new WordMapping(words);
  }

  void remember(MunicipalityCode municipality, WordMapping words) {
    jdbi.useHandle(
        handle ->
            words
                .meanings()
                .forEach(
                    (field, meanings) ->
                        new TreeMap<>(meanings)
                            .forEach(
                                (word, meaning) ->
                                    remember(handle, municipality, field, word, meaning))));
  }

  private static void remember(
      Handle handle, MunicipalityCode municipality, Field field, String word, String meaning) {
    handle
        .createUpdate(
            """
            INSERT INTO ops.case_list_word (municipality_code, field, word, meaning)
            VALUES (:municipality, :field, :word, :meaning)
            ON CONFLICT (municipality_code, field, word) DO UPDATE SET meaning = excluded.meaning
            """)
        .bind("municipality", municipality.value())
        .bind("field", field.name())
        .bind("word", word)
        .bind("meaning", meaning)
        .execute();
  }
}
