package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.message.DanishWords.Word;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words from which a bystander learns which benefit or group somebody belongs to: those of the
 * field, from a list, and those of the survey groups' names, from their table. They are found by
 * their stem, inside compounds too, because Danish makes new ones at will. A word of a group's name
 * that says nothing by itself (borger, person) is left out.
 */
public final class RevealingWords {
  /** A stem this short is sought at the beginning of a word alone; within, it would be chance. */
  private static final int SHORT = 4;

  private static final int LONG = 5;

  private final List<Stem> stems;

  private RevealingWords(List<Stem> stems) {
    this.stems = stems;
  }

  /**
   * What to look for.
   *
   * @param stem folded
   * @param anywhere within a word too
   * @param why Danish: what it would tell
   * @param except folded words that have the stem and mean something else
   */
  public record Stem(String stem, boolean anywhere, String why, Set<String> except) {
    public Stem {
      except = Set.copyOf(except);
    }

    boolean isIn(String folded) {
      return (anywhere ? folded.contains(stem) : folded.startsWith(stem))
          && except.stream().noneMatch(folded::startsWith);
    }

    /**
     * Whether it is a compound written in two, as "syge dagpenge" or "a kasse". Long stems alone:
     * others come about by chance ("jo bedre").
     */
    boolean isAcross(Word before, Word after) {
      return stem.length() > LONG
          && !before.folded().contains(stem)
          && (before.folded() + after.folded()).startsWith(stem);
    }
  }

  /**
   * What was found.
   *
   * @param written as it stands in the text
   */
  public record Found(String written, String why) {}

  /**
   * Puts together what to look for.
   *
   * @param list the words of the field
   * @param harmless words that a group's name may have and that say nothing
   */
  public static RevealingWords of(
      List<Stem> list, Set<String> harmless, Collection<SurveyGroup> groups) {
    Set<String> left =
        harmless.stream()
            .map(word -> DanishWords.stem(DanishWords.folded(word)))
            .collect(Collectors.toSet());
    List<Stem> stems = new ArrayList<>(list);
    for (SurveyGroup group : groups) {
      for (Word word : DanishWords.of(group.name())) {
        String stem = DanishWords.stem(word.folded());
        if (stem.length() >= 3 && !left.contains(stem)) {
          stems.add(
              new Stem(
                  stem,
                  stem.length() > SHORT,
                  "navnet på målgruppen »" + group.name() + "«",
                  Set.of()));
        }
      }
    }
    return new RevealingWords(List.copyOf(stems));
  }

  /** The first word that reveals something. */
  public Optional<Found> in(String text) {
    List<Word> words = DanishWords.of(text);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      for (Stem stem : stems) {
        if (stem.isIn(word.folded())) {
          return Optional.of(new Found(word.written(), stem.why()));
        }
        if (i > 0 && stem.isAcross(words.get(i - 1), word)) {
          return Optional.of(
              new Found(words.get(i - 1).written() + " " + word.written(), stem.why()));
        }
      }
    }
    return spelled(words);
  }

  private static boolean isLetter(Word word) {
    return word.folded().length() == 1;
  }

  /** A word with spaces between its letters. */
  private Optional<Found> spelled(List<Word> words) {
    StringBuilder letters = new StringBuilder();
    for (Word word : words) {
      letters.append(isLetter(word) ? word.folded() : " ");
    }
    for (String run : letters.toString().split(" +", -1)) {
      if (run.length() > SHORT) {
        for (Stem stem : stems) {
          if (stem.isIn(run)) {
            return Optional.of(new Found(run, stem.why()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
