package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.message.RevealingWords.Stem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of words that ship with the gateway, in {@code src/main/resources/message}. */
public final class WordLists {
  private WordLists() {}

  /** The words of the field. */
  public static List<Stem> revealing() {
    return lines("revealing-words.txt").map(WordLists::stem).toList();
  }

  /** Words of a group's name that say nothing by themselves. */
  public static Set<String> harmless() {
    return lines("harmless-words.txt").collect(Collectors.toUnmodifiableSet());
  }

  private static Stem stem(String line) {
    String[] cells = line.split("\\|", -1);
    boolean anywhere = cells[0].startsWith("*");
    Set<String> except =
        cells.length < 3
            ? Set.of()
            : Arrays.stream(cells[2].split(",", -1))
                .map(word -> DanishWords.folded(word.strip()))
                .collect(Collectors.toUnmodifiableSet());
    return new Stem(
        DanishWords.folded(cells[0].substring(anywhere ? 1 : 0).strip()),
        anywhere,
        cells[1].strip(),
        except);
  }

  private static Stream<String> lines(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            WordLists.class.getResourceAsStream("/message/" + name), name + " is missing")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
