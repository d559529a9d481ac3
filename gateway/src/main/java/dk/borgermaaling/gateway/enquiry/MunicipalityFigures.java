package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.reporting.ExclusionMark;
import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.Turnout;
import dk.borgermaaling.gateway.selection.SamplingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A municipality's own numbers as its dashboard shows them, hidden where it hides them.
 *
 * @param mode in which everybody behind the figures was asked; only the opt-outs are of no mode
 * @param countedAt when the answers were counted last, real time; absent before the first time
 * @param firstWeek first ISO week with an answer in this mode, in the whole country, for example
 *     {@code 2026-W48}; absent without answers
 * @param lastWeek last ISO week with an answer, inclusive
 * @param turnout asked and answered, all survey groups
 * @param optOuts citizens who are not to be asked; {@code NOBODY} when there are none, hidden when
 *     there are fewer than five
 * @param exclusions whether the result is marked, because staff have kept many from being asked
 * @param themes all survey groups, in the order of the questionnaire
 * @param groups in the order of the dashboard
 */
public record MunicipalityFigures(
    MunicipalityCode municipality,
    SamplingMode mode,
    @Nullable Instant countedAt,
    @Nullable String firstWeek,
    @Nullable String lastWeek,
    Shown<Turnout> turnout,
    Shown<Integer> optOuts,
    ExclusionMark exclusions,
    List<ThemeFigures> themes,
    List<GroupFigures> groups) {
  public MunicipalityFigures {
    themes = List.copyOf(themes);
    groups = List.copyOf(groups);
  }
}
