package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.console.TakenBackLog.Marked;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import dk.borgermaaling.gateway.selection.DecisionBook;
import dk.borgermaaling.gateway.selection.StopReason;
import dk.borgermaaling.gateway.selection.Why;
import dk.borgermaaling.gateway.tables.DanishDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision with its explanation.
 *
 * @param facts what was known, a sentence each
 * @param takenBack what has become of the invitation; empty unless it was taken back
 */
public record WhyRow(
    String decided,
    String happening,
    String day,
    String source,
    String group,
    String outcome,
    boolean invited,
    String text,
    List<String> facts,
    String takenBack,
    String rules) {
  private static final Map<String, String> LABELS = labels();

  /** As facts are stored. */
  private static final String ISO_DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

  static WhyRow of(Why.Explained explained, String group, @Nullable Marked takenBack) {
    DecisionBook.Stored decision = explained.decision();
    StoredCaseEvent event = explained.event();
    StopReason reason = decision.reason();
    Words.Explained words = Words.outcome(reason == null ? "INVITED" : reason.name());
    return new WhyRow(
        DanishFigures.time(decision.decidedAt()),
        event == null ? "Målerunde" : Words.happening(kind(event)),
        danish(decision.facts().getOrDefault("date", "")),
        event == null ? "" : Words.source(event.source().name()),
        group,
        words.name(),
        reason == null,
        words.text(),
        sentences(decision),
        TakenBackText.of(takenBack),
        decision.ruleVersion());
  }

  private static String kind(StoredCaseEvent event) {
    return event
        .happening()
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  private static List<String> sentences(DecisionBook.Stored decision) {
    List<String> sentences = new ArrayList<>();
    LABELS.forEach(
        (name, label) -> {
          String value = decision.facts().get(name);
          if (value != null) {
            sentences.add(label + ": " + danish(value));
          }
        });
    Double probability = decision.probability();
    if (probability != null && probability < 1) {
      sentences.add("Sandsynlighed for at blive spurgt: " + percent(probability));
    }
    return List.copyOf(sentences);
  }

  private static String percent(@Nullable Double probability) {
    return probability == null
        ? ""
        : String.format(Locale.forLanguageTag("da-DK"), "%.1f\u00a0%%", probability * 100);
  }

  private static String danish(String value) {
    return switch (value) {
      case "true" -> "ja";
      case "false" -> "nej";
      case "CONTINUOUS" -> "løbende";
      case "ROUND" -> "målerunde";
      case "MUNICIPALITY" -> "kommunen";
      case "UNEMPLOYMENT_FUND" -> "a-kassen";
      case "OTHER_ACTOR" -> "anden aktør";
      default -> value.matches(ISO_DATE) ? DanishDates.shown(LocalDate.parse(value)) : value;
    };
  }

  private static Map<String, String> labels() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("conversationType", "Samtaletype");
    all.put("occurred", "Sket");
    all.put("received", "Modtaget");
    all.put("agreed", "Serviceaftale på dagen");
    all.put("paused", "Kommunen holder pause");
    all.put("diedOn", "Meldt død");
    all.put("movedOn", "Flyttet fra kommunen");
    all.put("exemptedOn", "Undtaget fra");
    all.put("protectedOn", "Navne- og adressebeskyttelse fra");
    all.put("targetGroup", "Målgruppe i fagsystemet");
    all.put("groupStart", "I målgruppen siden");
    all.put("minimumWeeks", "Uger i målgruppen, som kommunen kræver");
    all.put("responsibleActor", "Ansvarlig for forløbet");
    all.put("conversationOn", "Kommunens seneste samtale i forløbet");
    all.put("needsConversation", "Kommunen kræver en samtale");
    all.put("asksProtected", "Kommunen spørger beskyttede borgere");
    all.put("optedOut", "Kommunen har fravalgt borgeren");
    all.put("quarantineWeeks", "Karantæne i uger");
    all.put("mode", "Måling");
    all.put("version", "Version af hændelsen");
    all.put("superseded", "En nyere version var modtaget");
    all.put("keepsInvitation", "Invitationen fra en tidligere version blev stående");
    return all;
  }
}
