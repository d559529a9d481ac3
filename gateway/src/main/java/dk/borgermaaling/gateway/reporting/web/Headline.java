package dk.borgermaaling.gateway.reporting.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The finding in words, from the same numbers as the table. It describes; it claims no statistical
 * certainty, because none has been computed.
 *
 * @param finding one sentence without numbers
 * @param detail the numbers behind it
 */
public record Headline(String finding, String detail) {
  /** The theme that sums up the others is no theme to be best or worst at. */
  static final String SUMMARY_THEME = "overall";

  private static final Comparator<ThemeRow> BY_INDEX =
      Comparator.comparingDouble(row -> row.own().value().getAsDouble());

  static Headline of(String municipality, List<ThemeRow> rows) {
    List<ThemeRow> shown =
        rows.stream()
            .filter(row -> row.own().isShown() && !row.id().equals(SUMMARY_THEME))
            .toList();
    if (shown.size() < 2) {
      return new Headline(
          "Der er endnu for få svar til at vise et resultat",
          "Resultater vises, når mindst fem borgere har svaret.");
    }
    ThemeRow best = shown.stream().max(BY_INDEX).orElseThrow();
    ThemeRow worst = shown.stream().min(BY_INDEX).orElseThrow();
    if (best.own().index().equals(worst.own().index())) {
      return new Headline(
          "Temaerne vurderes ens", "Alle temaer har indeks " + best.own().index() + ".");
    }
    return new Headline(
        "»%s« får den højeste vurdering, »%s« den laveste".formatted(best.name(), worst.name()),
        "Indekset er %s for »%s« og %s for »%s«. %s"
            .formatted(
                best.own().index(),
                best.name(),
                worst.own().index(),
                worst.name(),
                besideNation(municipality, shown)));
  }

  private static String besideNation(String municipality, List<ThemeRow> shown) {
    Optional<ThemeRow> farthest =
        shown.stream()
            .filter(row -> row.distance().isPresent())
            .max(Comparator.comparingDouble(row -> Math.abs(row.distance().getAsDouble())));
    if (farthest.isEmpty()) {
      return "Tallene kan ikke sammenlignes med landet endnu.";
    }
    String difference = farthest.get().difference();
    if (difference.equals("0,0")) {
      return municipality + " ligger som landet i alle de enkelte temaer.";
    }
    boolean above = farthest.get().distance().getAsDouble() > 0;
    return "Af de enkelte temaer ligger »%s« længst fra landet: %s point %s."
        .formatted(farthest.get().name(), difference.substring(1), above ? "over" : "under");
  }
}
