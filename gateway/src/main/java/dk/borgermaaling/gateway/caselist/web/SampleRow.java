package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationHeld;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caselist.Codes;
import dk.borgermaaling.gateway.caselist.Preview.Sample;
import dk.borgermaaling.gateway.caselist.Preview.Told;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One of the first rows as it was understood. {@code cpr} is masked. */
public record SampleRow(String row, String cpr, List<String> told) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.forLanguageTag("da"));

  static SampleRow of(Sample sample) {
    return new SampleRow(
        Integer.toString(sample.row()),
        sample.cpr(),
        sample.told().stream().map(SampleRow::told).toList());
  }

  private static String told(Told told) {
    Happening happening = told.happening();
    String date = DATE.format(happening.date());
    TargetGroupCode group = told.group();
    String in = group == null ? "" : ", målgruppe " + group.code();
    if (happening instanceof ConversationHeld held) {
      String type = Integer.toString(held.typeId());
      return "Samtale holdt "
          + date
          + ", "
          + Codes.TYPES.getOrDefault(type, "type " + type)
          + ", "
          + Danish.FORMS.getOrDefault(held.form().name(), "")
          + in;
    }
    return (happening instanceof Happening.CourseEnded ? "Forløb sluttede " : "Målgruppe begyndte ")
        + date
        + in;
  }
}
