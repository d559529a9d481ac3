package dk.borgermaaling.liberty.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the dashboard may show of the answers, after the rules of docs/reporting.md. Rule 5, which
 * hides what several lines together give away, finds nothing to do in the story; {@code
 * PublishedTest} makes sure of that.
 */
public final class Published {
  private final Map<String, Answers.Cell> cells;
  private final Map<Place, Long> asked;
  private final Map<Place, Long> responses;
  private final Map<String, CountedPeople> themes = new LinkedHashMap<>();
  private final Set<Place> hiddenTurnout;

  private Published(Answers answers) {
    cells = answers.cells();
    asked = withTotals(answers.asked());
    responses = withTotals(answers.byCell());
    asked.keySet().forEach(place -> responses.putIfAbsent(place, 0L));
    Set<Place> inSomeTheme = new HashSet<>();
    for (String theme : Answers.themes()) {
      CountedPeople table = new CountedPeople(people(theme), Set.of());
      themes.put(theme, table);
      inSomeTheme.addAll(table.hidden());
    }
    themes.put(Place.ALL, new CountedPeople(people(Place.ALL), inSomeTheme));
    hiddenTurnout = turnout();
  }

  public static Published of(Answers answers) {
    return new Published(answers);
  }

  /** How many answered, of how many. */
  public record Turnout(long responses, long asked) {}

  /** Empty when it is hidden. */
  public Optional<Answers.Cell> cell(Place place, String theme) {
    return hidden(theme).contains(place)
        ? Optional.empty()
        : Optional.of(
            Optional.ofNullable(cells.get(key(place, theme)))
                .orElseThrow(() -> new IllegalStateException("nobody to show")));
  }

  /** Empty when it is hidden. */
  public Optional<Turnout> turnout(Place place) {
    return hiddenTurnout.contains(place)
        ? Optional.empty()
        : Optional.of(new Turnout(responses.getOrDefault(place, 0L), asked(place)));
  }

  /** How many they are, shown or hidden. */
  long people(Place place, String theme) {
    return people(theme).getOrDefault(place, 0L);
  }

  /** What is hidden of one theme, or of {@code ALL} of them. */
  public Set<Place> hidden(String theme) {
    CountedPeople table = themes.get(theme);
    if (table == null) {
      throw new IllegalArgumentException("no such theme: " + theme);
    }
    return table.hidden();
  }

  Set<Place> hiddenTurnout() {
    return hiddenTurnout;
  }

  /** Every municipality and group in which somebody was asked, and their totals. */
  public Set<Place> places() {
    return Set.copyOf(asked.keySet());
  }

  /** Rule 7: both numbers are shown, so nobody's silence may follow from them either. */
  private Set<Place> turnout() {
    Map<Place, Long> silent = new HashMap<>();
    responses.forEach((place, answered) -> silent.put(place, asked(place) - answered));
    Set<Place> hidden = Set.of();
    Set<Place> before;
    do {
      before = hidden;
      for (Map<Place, Long> table : List.of(responses, silent)) {
        hidden = new CountedPeople(table, hidden).hidden();
      }
    } while (!hidden.equals(before));
    return hidden;
  }

  private long asked(Place place) {
    return asked.getOrDefault(place, 0L);
  }

  /** Where people were asked and nobody answered, nobody counts. */
  private Map<Place, Long> people(String theme) {
    Map<Place, Long> people = new HashMap<>();
    for (Place place : asked.keySet()) {
      Answers.Cell cell = cells.get(key(place, theme));
      people.put(place, cell == null ? 0 : cell.n());
    }
    return people;
  }

  private static Map<Place, Long> withTotals(Map<String, Long> cells) {
    Map<Place, Long> sums = new HashMap<>();
    cells.forEach(
        (cell, n) -> {
          Place place = Place.of(cell);
          for (String town : List.of(place.town(), Place.ALL)) {
            for (String group : List.of(place.group(), Place.ALL)) {
              sums.merge(new Place(town, group), n, Long::sum);
            }
          }
        });
    return sums;
  }

  private static String key(Place place, String theme) {
    return place.town() + "/" + place.group() + "/" + theme;
  }
}
