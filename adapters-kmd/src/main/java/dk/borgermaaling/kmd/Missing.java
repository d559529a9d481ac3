package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is remembered in one of the searched codes and is in none of the searches any more. A search
 * that answers too little looks the same as many courses that end at once, so too many at once are
 * not believed, in the municipality or in one code.
 *
 * <p>Nothing follows for who is remembered in a code that is searched no more: that nobody looks
 * does not end a course.
 */
final class Missing {
  /** Up to so many of a municipality nobody can tell a fault from an ordinary day. */
  private static final int FEW = 25;

  /** The same for one code, while some of its members are still there. */
  private static final int FEW_OF_A_CODE = 9;

  /** The same for one code of which nobody is left. */
  private static final int FEW_OF_AN_EMPTY_CODE = 4;

  private final double largestShare;
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<String, Map<String, End>> gone = new HashMap<>();

  Missing(FeedSettings settings) {
    this.largestShare = settings.largestShareGone();
    settings.targetGroupCodes().forEach(code -> gone.put(code, new TreeMap<>()));
  }

  /** Somebody is remembered in this code and still there. */
  void there(String code) {
    known.merge(code, 1, Integer::sum);
  }

  /** Somebody is remembered in this code and in none of the searches. */
  void missing(TargetGroupCode group, Step end) {
    known.merge(group.code(), 1, Integer::sum);
    Map<String, End> goneOfCode = gone.get(group.code());
    if (goneOfCode != null) {
      goneOfCode.put(end.citizen(), new End(group.startDate(), end));
    }
  }

  /**
   * What is told of somebody who is gone.
   *
   * @param start when the remembered group started
   */
  record End(LocalDate start, Step step) {}

  /** On which days the missing of this code came into it. */
  SortedSet<LocalDate> starts(String code) {
    return of(code).values().stream()
        .map(End::start)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Takes out whom another look has found. */
  void without(Look again) {
    gone.values().forEach(of -> of.keySet().removeIf(again::has));
  }

  int count() {
    return gone.values().stream().mapToInt(Map::size).sum();
  }

  /** The ends of the missing whose remembered code this is, by citizen id. */
  Map<String, End> of(String code) {
    return gone.getOrDefault(code, Map.of());
  }

  /** How many are remembered in this code, missing or not. */
  int known(String code) {
    return known.getOrDefault(code, 0);
  }

  /**
   * @param municipality how many the municipality has, missing or not
   */
  boolean areTooManyOf(int municipality) {
    return count() > FEW && count() > largestShare * municipality;
  }

  boolean areTooManyOf(String code) {
    int missing = of(code).size();
    int few = missing == known(code) ? FEW_OF_AN_EMPTY_CODE : FEW_OF_A_CODE;
    return missing > few && missing > largestShare * known(code);
  }
}
