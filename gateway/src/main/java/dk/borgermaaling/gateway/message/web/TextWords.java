package dk.borgermaaling.gateway.message.web;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.message.TestDelivery.Result;
import dk.borgermaaling.gateway.message.TextVersion;
import dk.borgermaaling.gateway.tables.DanishDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Danish for what texts have. */
final class TextWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT);

  private TextWords() {}

  static String channel(Channel channel) {
    return switch (channel) {
      case DIGITAL_POST -> "Digital Post";
      case LETTER -> "Brev";
      case NEMSMS -> "NemSMS";
    };
  }

  static String state(TextVersion version, LocalDate today) {
    return switch (version.state()) {
      case DRAFT -> "Kladde";
      case PROPOSED -> "Venter på bekræftelse";
      case REJECTED -> "Afvist";
      case IN_USE ->
          version.holdsOn(today) ? "I brug" : version.holdsFrom(today) ? "Kommende" : "Ude af brug";
    };
  }

  /** First and last day, both inclusive. */
  static String period(TextVersion version) {
    LocalDate to = version.to();
    String from = DanishDates.shown(version.from());
    if (version.state() != TextVersion.State.IN_USE) {
      return "fra " + from;
    }
    return to == null
        ? "fra " + from
        : to.isAfter(version.from())
            ? from + " til " + DanishDates.shown(to.minusDays(1))
            : "aldrig";
  }

  static String time(@Nullable Instant time) {
    return time == null ? "" : TIME.format(time.atZone(BusinessClock.DENMARK));
  }

  static String result(Result result) {
    String words =
        switch (result.outcome()) {
          case SENDING -> "Prøven er ved at blive sendt, eller svaret er gået tabt.";
          case ACCEPTED -> "Prøven er modtaget af Digital Post. Den er fremme om et øjeblik.";
          case REFUSED -> "Prøven blev afvist.";
          case NOT_SENT -> "Prøven kunne ikke sendes. Intet er afsendt.";
          case UNKNOWN -> "Det vides ikke, om prøven nåede frem. Den sendes ikke igen af sig selv.";
        };
    return result.reason().isEmpty() ? words : words + " " + result.reason();
  }
}
