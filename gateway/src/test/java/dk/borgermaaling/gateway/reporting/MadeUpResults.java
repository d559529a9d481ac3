package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Results for tests, with all totals added up from (municipality, group, theme) cells. */
public final class MadeUpResults {
  private static final String ALL = Coordinates.ALL;
  private final Map<Coordinates, Integer> people = new HashMap<>();
  private final Map<Coordinates, Double> sums = new HashMap<>();
  private final Map<Coordinates, Turnout> turnout = new HashMap<>();

  private final Map<String, Integer> optOuts = new HashMap<>();
  private final Map<String, Map<SamplingMode, Exclusions>> exclusions = new HashMap<>();

  /** Above what others are marked in tests. */
  public static final ExclusionLimit LIMIT = new ExclusionLimit(BigDecimal.valueOf(3));

  public MadeUpResults excluded(
      SamplingMode mode, String municipality, int excluded, int concerned) {
    exclusions
        .computeIfAbsent(municipality, any -> new EnumMap<>(SamplingMode.class))
        .put(mode, new Exclusions(excluded, concerned));
    return this;
  }

  public MadeUpResults optedOut(String municipality, int people) {
    optOuts.put(municipality, people);
    return this;
  }

  public MadeUpResults cell(String municipality, String group, String theme, int n, double mean) {
    for (String place : new String[] {municipality, ALL}) {
      for (String groups : new String[] {group, ALL}) {
        people.merge(new Coordinates(place, groups, theme), n, Integer::sum);
        sums.merge(new Coordinates(place, groups, theme), n * mean, Double::sum);
      }
    }
    return this;
  }

  public MadeUpResults asked(String municipality, String group, int invited, int responses) {
    for (String place : new String[] {municipality, ALL}) {
      for (String groups : new String[] {group, ALL}) {
        turnout.merge(
            new Coordinates(place, groups, ALL),
            new Turnout(invited, responses),
            (a, b) -> new Turnout(a.invited() + b.invited(), a.responses() + b.responses()));
      }
    }
    return this;
  }

  public Results results() {
    return results(SamplingMode.CONTINUOUS);
  }

  public Results results(SamplingMode mode) {
    Map<Coordinates, Figures> cells = new HashMap<>();
    people.forEach(
        (at, n) -> {
          if (n > 0) {
            cells.put(at, new Figures(n, sums.getOrDefault(at, 0.0) / n, n == 1 ? null : 1.1));
          }
        });
    return new Results(
        mode,
        cells,
        turnout,
        optOuts,
        exclusions,
        Instant.parse("2026-12-14T09:00:00Z"),
        "2026-W48",
        "2026-W51");
  }
}
