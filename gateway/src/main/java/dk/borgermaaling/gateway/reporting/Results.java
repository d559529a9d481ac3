package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the roll-up has counted of one mode, unsuppressed: it goes to {@link Suppression} and
 * nowhere else.
 *
 * @param mode in which the people were asked; the opt-outs alone are of no mode
 * @param cells by coordinates, totals included; a cell without people is absent
 * @param turnout by coordinates whose theme is {@link Coordinates#ALL}, totals included
 * @param optOuts citizens who are not to be asked, by municipality code; one without any may be
 *     absent
 * @param exclusions by municipality code and mode, of all modes; one that was asked nothing may be
 *     absent
 * @param countedAt when the answers were counted last, real time; null before the first time
 * @param firstWeek first ISO week with an answer, for example {@code 2026-W48}; null without
 *     answers
 * @param lastWeek last ISO week with an answer, inclusive
 */
public record Results(
    SamplingMode mode,
    Map<Coordinates, Figures> cells,
    Map<Coordinates, Turnout> turnout,
    Map<String, Integer> optOuts,
    Map<String, Map<SamplingMode, Exclusions>> exclusions,
    @Nullable Instant countedAt,
    @Nullable String firstWeek,
    @Nullable String lastWeek) {
  public Results {
    cells = Map.copyOf(cells);
    turnout = Map.copyOf(turnout);
    optOuts = Map.copyOf(optOuts);
    exclusions = Map.copyOf(exclusions);
  }
}
