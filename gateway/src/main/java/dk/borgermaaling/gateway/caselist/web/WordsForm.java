package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caseevent.CodeSystem;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caselist.CaseLists.Word;
import dk.borgermaaling.gateway.caselist.Codes;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.WordMapping;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.reporting.web.Choice;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form on which a municipality explains its own words. */
@Dependent
public class WordsForm {
  private static final int DAYS_BACK = 30;
  private final KnownTargetGroups groups;
  private final BusinessClock clock;

  @Inject
  public WordsForm(KnownTargetGroups groups, BusinessClock clock) {
    this.groups = groups;
    this.clock = clock;
  }

  /** A word with every meaning that it may be given. */
  public record Row(String id, String field, String word, String rows, List<Choice> choices) {}

  List<Row> rows(List<Word> words) {
    return words.stream()
        .map(
            word ->
                new Row(
                    id(word),
                    Danish.field(word.field()),
                    word.word(),
                    ListRow.rowsText(DanishFigures.count(word.rows())),
                    choices(word)))
        .toList();
  }

  /** What was chosen; a word without a choice is not in it. */
  WordMapping read(List<Word> words, MultivaluedMap<String, String> form) {
    Map<Field, Map<String, String>> meanings = new EnumMap<>(Field.class);
    for (Word word : words) {
      String chosen = form.getFirst(id(word));
      if (chosen != null && WordMapping.isMeaning(word.field(), chosen)) {
        meanings.computeIfAbsent(word.field(), field -> new HashMap<>()).put(word.word(), chosen);
      }
    }
    return new WordMapping(meanings);
  }

  /** Short, so that a form of many words stays small. */
  private static String id(Word word) {
    String name = word.field() + ":" + word.word();
    return "w"
        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, 16);
  }

  private List<Choice> choices(Word word) {
    String group = word.field() == Field.TARGET_GROUP ? Danish.suggestedGroup(word.word()) : "";
    String suggested = group.isEmpty() ? "" : CodeSystem.LAB6.name() + " " + group;
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "Vælg", suggested.isEmpty()));
    List<Choice> meanings =
        word.field() == Field.TARGET_GROUP ? groupCodes() : FieldRow.Meanings.of(word.field());
    for (Choice meaning : meanings) {
      choices.add(new Choice(meaning.value(), meaning.text(), meaning.value().equals(suggested)));
    }
    choices.add(new Choice(Codes.LEFT_OUT, "Udelad rækker med dette ord", false));
    return choices;
  }

  /** Codes that mean something today, or did as long ago as an event may be late. */
  private List<Choice> groupCodes() {
    return Stream.of(clock.today(), clock.today().minusDays(DAYS_BACK))
        .flatMap(day -> groups.codes(day).stream())
        .map(Meaning::of)
        .distinct()
        .sorted()
        .map(meaning -> new Choice(meaning.text(), meaning.shown(), false))
        .toList();
  }

  /** A code of a system, in the order of the systems, its numbers as numbers. */
  private record Meaning(CodeSystem system, String code) implements Comparable<Meaning> {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static Meaning of(TargetGroupCode group) {
      return new Meaning(CodeSystem.valueOf(group.system()), group.code());
    }

    String text() {
      return system.name() + " " + code;
    }

    String shown() {
      return system == CodeSystem.LAB6 ? Danish.group(code) : code + " (" + system.name() + ")";
    }

    @Override
    public int compareTo(Meaning other) {
      return Comparator.comparing(Meaning::system)
          .thenComparing(Meaning::sortedBy)
          .thenComparing(Meaning::code)
          .compare(this, other);
    }

    private String sortedBy() {
      return NUMBER
          .matcher(code)
          .replaceAll(number -> "0".repeat(20 - number.group().length()) + number.group());
    }
  }
}
