package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results of one mode after suppression: the only form in which they reach a page or an export.
 * Made by {@link Suppression} alone.
 */
public final class Publication {
  private final SamplingMode mode;
  private final Map<Coordinates, Shown<Figures>> cells;
  private final Map<Coordinates, Shown<Turnout>> turnout;
  private final Map<String, Shown<Integer>> optOuts;
  private final Map<String, ExclusionMark> exclusions;
  private final ExclusionMark unmarked;
  private final @Nullable Instant countedAt;
  private final @Nullable String firstWeek;
  private final @Nullable String lastWeek;

  Publication(
      SamplingMode mode,
      Map<Coordinates, Shown<Figures>> cells,
      Map<Coordinates, Shown<Turnout>> turnout,
      Map<String, Shown<Integer>> optOuts,
      Map<String, ExclusionMark> exclusions,
      ExclusionMark unmarked,
      @Nullable Instant countedAt,
      @Nullable String firstWeek,
      @Nullable String lastWeek) {
    this.mode = mode;
    this.cells = Map.copyOf(cells);
    this.turnout = Map.copyOf(turnout);
    this.optOuts = Map.copyOf(optOuts);
    this.exclusions = Map.copyOf(exclusions);
    this.unmarked = unmarked;
    this.countedAt = countedAt;
    this.firstWeek = firstWeek;
    this.lastWeek = lastWeek;
  }

  /** In which mode everybody behind these numbers was asked; a trend line is of one. */
  public SamplingMode mode() {
    return mode;
  }

  /** A theme that nobody in the nation has answered yet is hidden wherever somebody was asked. */
  public Shown<Figures> cell(Coordinates at) {
    Shown<Figures> cell = cells.get(at);
    if (cell != null) {
      return cell;
    }
    boolean asked =
        cells.containsKey(new Coordinates(at.municipality(), at.surveyGroup(), Coordinates.ALL));
    return asked ? Shown.hidden() : Shown.nobody();
  }

  public Shown<Turnout> turnout(String municipality, String surveyGroup) {
    return turnout.getOrDefault(
        new Coordinates(municipality, surveyGroup, Coordinates.ALL), Shown.nobody());
  }

  /**
   * How many citizens the municipality has asked us not to ask; of one municipality alone, because
   * a total would give away a hidden one.
   */
  public Shown<Integer> optOuts(String municipality) {
    return optOuts.getOrDefault(municipality, Shown.nobody());
  }

  /**
   * Whether the municipality's result is marked, because its staff have kept many from being asked:
   * every output shows it beside the result.
   */
  public ExclusionMark exclusions(String municipality) {
    return exclusions.getOrDefault(municipality, unmarked);
  }

  /** When the answers were counted last, real time; empty before the first time. */
  public Optional<Instant> countedAt() {
    return Optional.ofNullable(countedAt);
  }

  /**
   * First ISO week with an answer in this mode, for example {@code 2026-W48}; empty while fewer
   * than five have answered in the whole country.
   */
  public Optional<String> firstWeek() {
    return Optional.ofNullable(firstWeek);
  }

  /** Last ISO week with an answer, inclusive. */
  public Optional<String> lastWeek() {
    return Optional.ofNullable(lastWeek);
  }
}
