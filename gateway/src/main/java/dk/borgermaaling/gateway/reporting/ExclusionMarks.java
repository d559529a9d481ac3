package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Map;

/**
 * Marks results, and decides when the number of the excluded may stand beside the mark: never 1 to
 * 4 of them, nor anything that 1 to 4 people follow from (docs/reporting.md).
 */
final class ExclusionMarks {
  private ExclusionMarks() {}

  /**
   * The mark of one municipality in one mode.
   *
   * @param byMode what is counted of the municipality, in each mode
   * @param optOuts citizens whom it has asked us not to ask, whoever's wish that is, in both modes
   * @param turnoutIsShown whether it is shown how many were asked
   */
  static ExclusionMark of(
      SamplingMode mode,
      Map<SamplingMode, Exclusions> byMode,
      int optOuts,
      boolean turnoutIsShown,
      ExclusionLimit limit) {
    Exclusions counted = byMode.getOrDefault(mode, new Exclusions(0, 0));
    boolean isAbove = limit.isExceededBy(counted);
    boolean mayBeShown =
        isAbove
            && turnoutIsShown
            && isNobodyOrEnough(counted.others())
            && !tellsFewer(counted, limit)
            && leavesNobodyOrEnough(byMode, optOuts);
    return new ExclusionMark(isAbove, limit.percent(), mayBeShown ? counted : null);
  }

  /**
   * Where fewer than five can be above the limit, a mark without a number must leave five numbers
   * open: from the fewest that are above it. A reader knows how many were asked.
   */
  private static boolean tellsFewer(Exclusions counted, ExclusionLimit limit) {
    int fewest = limit.fewestAbove(counted.others());
    return fewest < Suppression.FEWEST && counted.excluded() < fewest + Suppression.FEWEST;
  }

  /**
   * The opt-outs are shown as well: whoever subtracts the excluded of a mode, or of both, must not
   * find a few. One number that may not be shown hides that of the other mode.
   */
  private static boolean leavesNobodyOrEnough(Map<SamplingMode, Exclusions> byMode, int optOuts) {
    int together = byMode.values().stream().mapToInt(Exclusions::excluded).sum();
    return isNobodyOrEnough(optOuts - together)
        && byMode.values().stream()
            .allMatch(
                one ->
                    isNobodyOrEnough(one.excluded()) && isNobodyOrEnough(optOuts - one.excluded()));
  }

  private static boolean isNobodyOrEnough(int people) {
    return people == 0 || Math.abs(people) >= Suppression.FEWEST;
  }
}
