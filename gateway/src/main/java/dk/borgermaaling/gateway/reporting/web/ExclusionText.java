package dk.borgermaaling.gateway.reporting.web;

import dk.borgermaaling.gateway.reporting.ExclusionMark;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The mark of a result in words. */
final class ExclusionText {
  private ExclusionText() {}

  /** Why the result must be read with care; empty when it need not. */
  static String of(ExclusionMark mark) {
    if (!mark.isAbove()) {
      return "";
    }
    String limit =
        new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("da-DK")))
            .format(mark.limit());
    String why =
        ("Medarbejdere i kommunen har bedt om, at mere end %s\u00a0%% af de borgere, der ellers ville"
                + " være blevet spurgt, ikke bliver spurgt. Resultatet kan derfor være skævt.")
            .formatted(limit);
    return mark.numbers()
        .map(
            counted ->
                "%s Det gælder %s af %s borgere (%s)."
                    .formatted(
                        why,
                        DanishFigures.count(counted.excluded()),
                        DanishFigures.count(counted.concerned()),
                        DanishFigures.percent(counted.share())))
        .orElse(why);
  }
}
