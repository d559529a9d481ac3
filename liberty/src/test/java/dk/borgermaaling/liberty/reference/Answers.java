package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.citizens.AnswerHabits;
import dk.borgermaaling.simulators.citizens.Habit;
import dk.borgermaaling.simulators.world.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Who answers what, and the figures that must come out of it: number and mean of each cell. */
public final class Answers {
  private static final Map<String, List<String>> THEMES = new LinkedHashMap<>();

  static {
    THEMES.put(
        "meeting",
        List.of("meeting-respect", "meeting-listened", "meeting-information", "meeting-contact"));
    THEMES.put("goals", List.of("goals-known", "goals-influence", "goals-meaning"));
    THEMES.put(
        "conversation",
        List.of("conversation-prepared", "conversation-understood", "conversation-next-steps"));
    THEMES.put(
        "progression", List.of("progress-closer", "progress-opportunities", "progress-belief"));
    THEMES.put("overall", List.of("overall-satisfaction"));
    List<String> all = THEMES.values().stream().flatMap(List::stream).toList();
    THEMES.put("ALL", all);
  }

  private final List<Invited> answered = new ArrayList<>();
  private final Map<String, Long> asked = new TreeMap<>();
  private int remindersDelivered;
  private int firstRefused;

  private Answers() {}

  public static Answers to(Reference reference) {
    Answers answers = new Answers();
    reference.invitations().stream().filter(i -> !i.withdrawn()).forEach(answers::send);
    return answers;
  }

  private void send(Invited invitation) {
    Person person = invitation.person();
    if (!person.digitalPost()) {
      firstRefused++;
      return;
    }
    asked.merge(invitation.cell(), 1L, Long::sum);
    Habit habit = AnswerHabits.of(Story.SEED, person.cpr());
    if (habit == Habit.AFTER_FIRST) {
      answered.add(invitation);
    } else if (invitation.reminds()) {
      remindersDelivered++;
      if (habit == Habit.AFTER_REMINDER) {
        answered.add(invitation);
      }
    }
  }

  List<Invited> answered() {
    return List.copyOf(answered);
  }

  public int firstDelivered() {
    return asked.values().stream().mapToInt(Long::intValue).sum();
  }

  /** First messages that arrived, by municipality and survey group, {@code 0461/dagpenge}. */
  public Map<String, Long> asked() {
    return new TreeMap<>(asked);
  }

  /** First messages to citizens who are exempt from Digital Post. */
  public int firstRefused() {
    return firstRefused;
  }

  public int remindersDelivered() {
    return remindersDelivered;
  }

  /** Answers by municipality and survey group, {@code 0461/dagpenge}. */
  public Map<String, Long> byCell() {
    Map<String, Long> counts = new TreeMap<>();
    answered.forEach(i -> counts.merge(i.cell(), 1L, Long::sum));
    return counts;
  }

  /** What the report must hold of one cell: people with a score, and their mean, in billionths. */
  public record Cell(long n, long nanoMean) {}

  /** The themes in the order of the questionnaire. */
  public static List<String> themes() {
    return THEMES.keySet().stream().filter(theme -> !theme.equals("ALL")).toList();
  }

  /**
   * Cells by municipality, survey group and theme; {@code ALL} is the nation, all groups, and all
   * questions taken as one theme.
   */
  public Map<String, Cell> cells() {
    Map<String, List<Double>> scores = new TreeMap<>();
    for (Invited invitation : answered) {
      String cpr = invitation.person().cpr();
      THEMES.forEach(
          (theme, questions) ->
              score(cpr, questions)
                  .ifPresent(
                      score -> {
                        for (String town : List.of(invitation.town().code(), "ALL")) {
                          for (String group : List.of(invitation.surveyGroup(), "ALL")) {
                            scores
                                .computeIfAbsent(
                                    town + "/" + group + "/" + theme, any -> new ArrayList<>())
                                .add(score);
                          }
                        }
                      }));
    }
    Map<String, Cell> cells = new TreeMap<>();
    scores.forEach(
        (cell, all) ->
            cells.put(
                cell,
                new Cell(
                    all.size(),
                    Math.round(
                        1e9
                            * all.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()))));
    return cells;
  }

  /** Mean of what was answered, if that is at least half of the theme. */
  private static OptionalDouble score(String cpr, List<String> questions) {
    double[] given =
        questions.stream()
            .mapToDouble(q -> AnswerHabits.answer(Story.SEED, cpr, q))
            .filter(a -> a > 0)
            .toArray();
    return given.length * 2 < questions.size()
        ? OptionalDouble.empty()
        : java.util.Arrays.stream(given).average();
  }
}
