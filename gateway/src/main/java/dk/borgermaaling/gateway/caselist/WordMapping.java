package dk.borgermaaling.gateway.caselist;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a municipality's own words mean: by field and word, one of {@link Codes}. */
public record WordMapping(Map<Field, Map<String, String>> meanings) {
  public static final WordMapping NONE = new WordMapping(Map.of());

  /** A longer text is no word for a code. */
  public static final int LONGEST_WORD = 100;

  public WordMapping {
    Map<Field, Map<String, String>> copy = new EnumMap<>(Field.class);
    meanings.forEach((field, words) -> copy.put(field, Map.copyOf(words)));
    meanings = Map.copyOf(copy);
  }

  /** As words are compared: lower case, one blank between them. */
  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  Optional<String> meaningOf(Field field, String word) {
    return Optional.ofNullable(meanings.getOrDefault(field, Map.of()).get(word));
  }

  /** With what was said now; a later meaning replaces an earlier one. */
  public WordMapping and(WordMapping later) {
    Map<Field, Map<String, String>> all = new HashMap<>();
    meanings.forEach((field, words) -> all.put(field, new HashMap<>(words)));
    later.meanings.forEach(
        (field, words) -> all.computeIfAbsent(field, key -> new HashMap<>()).putAll(words));
    return new WordMapping(all);
  }

  /** Whether a meaning may be chosen for a word of this field. */
  public static boolean isMeaning(Field field, String meaning) {
    return meaning.equals(Codes.LEFT_OUT) || Codes.isCode(field, meaning);
  }
}
