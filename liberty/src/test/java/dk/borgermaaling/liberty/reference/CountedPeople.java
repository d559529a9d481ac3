package dk.borgermaaling.liberty.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * People of one theme by municipality and group with all totals, and which of these numbers
 * docs/reporting.md hides: its rules 1, 3 and 4, over and over until nothing more is hidden.
 */
final class CountedPeople {
  private static final int FEWEST = 5;
  private static final Comparator<Place> BY_NAME =
      Comparator.comparing(Place::town).thenComparing(Place::group);

  private final Map<Place, Long> people = new TreeMap<>(BY_NAME);
  private final Set<Place> hidden = new TreeSet<>(BY_NAME);

  /**
   * @param people of every pair of a municipality and a group in which somebody was asked, and of
   *     all their totals
   * @param before what is hidden for reasons outside this table
   */
  CountedPeople(Map<Place, Long> people, Collection<Place> before) {
    this.people.putAll(people);
    hidden.addAll(before);
    people.forEach((place, n) -> hide(n < FEWEST, place));
    int known;
    do {
      known = hidden.size();
      names(Place::town).filter(town -> !town.equals(Place.ALL)).forEach(this::hideInRow);
      names(Place::group).forEach(this::hideInColumn);
    } while (hidden.size() > known);
  }

  Set<Place> hidden() {
    return Set.copyOf(hidden);
  }

  private Stream<String> names(Function<Place, String> of) {
    return people.keySet().stream().map(of).distinct();
  }

  private void hide(boolean condition, Place place) {
    if (condition) {
      hidden.add(place);
    }
  }

  /** Rule 3: all groups of a municipality minus those that are shown must tell nothing. */
  private void hideInRow(String town) {
    List<Place> groups =
        people.keySet().stream().filter(p -> p.town().equals(town) && !p.isAllGroups()).toList();
    Place total = new Place(town, Place.ALL);
    while (!hidden.contains(total) && tellsSomething(groups)) {
      hidden.add(
          groups.stream()
              .filter(place -> !hidden.contains(place))
              .min(Comparator.comparing(people::get))
              .orElse(total));
    }
  }

  /** Rule 4: the nation minus the municipalities that are shown must tell nothing. */
  private void hideInColumn(String group) {
    List<Place> towns =
        people.keySet().stream().filter(p -> p.group().equals(group) && !p.isNation()).toList();
    hide(tellsSomething(towns), new Place(Place.ALL, group));
  }

  /**
   * Whether the sum of what is hidden here is about one number, or about fewer than five people.
   */
  private boolean tellsSomething(List<Place> line) {
    List<Place> unseen = line.stream().filter(hidden::contains).toList();
    return unseen.size() == 1
        || (!unseen.isEmpty() && unseen.stream().mapToLong(people::get).sum() < FEWEST);
  }
}
