package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.tables.DanishDates;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.Previews;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a change would have changed, as shown.
 *
 * @param broughtForward the day whose tables were looked through; empty when each day's own
 */
public record PreviewView(String broughtForward, List<Part> parts) {
  /** Lines of a part at most; the rest is told as a number. */
  private static final int MOST = 200;

  /**
   * What one preview says.
   *
   * @param more how many lines are not shown; empty when all are
   */
  public record Part(String heading, String total, List<Line> lines, String more) {}

  public record Line(String place, String from, String to, String count) {}

  /**
   * Makes it.
   *
   * @param places name of a municipality by its code
   * @param signed whether counts are differences
   */
  static PreviewView of(Previews previews, UnaryOperator<String> places, boolean signed) {
    LocalDate day = previews.broughtForward();
    return new PreviewView(
        day == null ? "" : DanishDates.shown(day),
        previews.parts().stream()
            .map(part -> part(part.heading(), part.preview(), places, signed))
            .toList());
  }

  private static Part part(
      String heading, Preview preview, UnaryOperator<String> places, boolean signed) {
    List<Preview.Line> lines = preview.lines();
    return new Part(
        heading,
        count(preview.total(), signed),
        lines.stream()
            .limit(MOST)
            .map(
                line ->
                    new Line(
                        line.municipality().isEmpty() ? "Alle" : places.apply(line.municipality()),
                        line.from(),
                        line.to(),
                        count(line.count(), signed)))
            .toList(),
        lines.size() > MOST ? count(lines.size() - MOST, false) : "");
  }

  static String count(long number, boolean signed) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setMinusSign('\u2212');
    String text = new DecimalFormat("#,##0", symbols).format(number);
    return signed && number > 0 ? "+" + text : text;
  }
}
