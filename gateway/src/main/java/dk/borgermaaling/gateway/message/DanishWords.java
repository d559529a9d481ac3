package dk.borgermaaling.gateway.message;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a Danish text in a form in which spelling tricks and inflection do not matter. */
final class DanishWords {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-\\u2010\\u2011][\\p{L}\\p{Nd}]+)*");
  private static final Pattern HYPHEN = Pattern.compile("[-\\u2010\\u2011]");
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** Endings of nouns and adjectives, the longest first. */
  private static final List<String> ENDINGS =
      List.of(
          "ernes", "erens", "erne", "enes", "ene", "eres", "eren", "ets", "ens", "ers", "ere", "et",
          "en", "er", "es", "e", "s");

  private static final int SHORTEST_STEM = 3;

  private DanishWords() {}

  /** A word as it stands in the text, and as it is compared. */
  record Word(String written, String folded) {}

  /** The words of a text; one with hyphens is one word without them. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher =
        WORD.matcher(
            INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""));
    while (matcher.find()) {
      words.add(new Word(matcher.group(), folded(matcher.group())));
    }
    return words;
  }

  /** Small letters without marks and hyphens; æ, ø and å as people write them without the keys. */
  static String folded(String word) {
    String small =
        word.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa");
    String joined = HYPHEN.matcher(small).replaceAll("");
    return MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFD)).replaceAll("");
  }

  /** What is left of a folded word without its ending. */
  static String stem(String folded) {
    for (String ending : ENDINGS) {
      if (folded.endsWith(ending) && folded.length() - ending.length() >= SHORTEST_STEM) {
        return folded.substring(0, folded.length() - ending.length());
      }
    }
    return folded;
  }
}
