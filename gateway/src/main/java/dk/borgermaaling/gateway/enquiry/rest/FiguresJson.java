package dk.borgermaaling.gateway.enquiry.rest;

import dk.borgermaaling.gateway.enquiry.GroupFigures;
import dk.borgermaaling.gateway.enquiry.MunicipalityFigures;
import dk.borgermaaling.gateway.enquiry.Score;
import dk.borgermaaling.gateway.enquiry.ThemeFigures;
import dk.borgermaaling.gateway.reporting.ExclusionMark;
import dk.borgermaaling.gateway.reporting.Shown;
import dk.borgermaaling.gateway.reporting.Turnout;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures as JSON. What is hidden has a mark and no number; what is not known is absent. */
final class FiguresJson {
  private FiguresJson() {}

  static JsonObject of(MunicipalityFigures figures) {
    JsonObjectBuilder told =
        Json.createObjectBuilder()
            .add("municipalityCode", figures.municipality().value())
            .add("mode", figures.mode().name());
    Instant countedAt = figures.countedAt();
    tell(told, "countedAt", countedAt == null ? null : countedAt.toString());
    tell(told, "firstWeek", figures.firstWeek());
    tell(told, "lastWeek", figures.lastWeek());
    JsonArrayBuilder groups = Json.createArrayBuilder();
    figures.groups().forEach(group -> groups.add(group(group)));
    return told.add("turnout", turnout(figures.turnout()))
        .add("optOuts", count(figures.optOuts()))
        .add("exclusions", exclusions(figures.exclusions()))
        .add("themes", themes(figures.themes()))
        .add("groups", groups)
        .build();
  }

  private static JsonObjectBuilder group(GroupFigures group) {
    return Json.createObjectBuilder()
        .add("surveyGroup", group.surveyGroup())
        .add("name", group.name())
        .add("turnout", turnout(group.turnout()))
        .add("allThemes", score(group.allThemes()))
        .add("themes", themes(group.themes()));
  }

  private static JsonArrayBuilder themes(List<ThemeFigures> themes) {
    JsonArrayBuilder told = Json.createArrayBuilder();
    for (ThemeFigures theme : themes) {
      told.add(
          Json.createObjectBuilder()
              .add("theme", theme.theme())
              .add("name", theme.name())
              .add("score", score(theme.score())));
    }
    return told;
  }

  private static JsonObjectBuilder turnout(Shown<Turnout> turnout) {
    JsonObjectBuilder told = marked(turnout);
    turnout
        .get()
        .ifPresent(
            shown -> told.add("invited", shown.invited()).add("responses", shown.responses()));
    return told;
  }

  private static JsonObjectBuilder score(Shown<Score> score) {
    JsonObjectBuilder told = marked(score);
    score
        .get()
        .ifPresent(
            shown ->
                told.add("responses", shown.n())
                    .add("mean", shown.mean())
                    .add("index", shown.index()));
    return told;
  }

  private static JsonObjectBuilder count(Shown<Integer> number) {
    JsonObjectBuilder told = marked(number);
    number.get().ifPresent(shown -> told.add("number", shown));
    return told;
  }

  private static JsonObjectBuilder exclusions(ExclusionMark mark) {
    JsonObjectBuilder told =
        Json.createObjectBuilder()
            .add("aboveLimit", mark.isAbove())
            .add("limitPercent", mark.limit());
    mark.numbers()
        .ifPresent(
            shown -> told.add("excluded", shown.excluded()).add("concerned", shown.concerned()));
    return told;
  }

  private static JsonObjectBuilder marked(Shown<?> shown) {
    return Json.createObjectBuilder().add("mark", shown.mark().name());
  }

  private static void tell(JsonObjectBuilder told, String name, @Nullable String value) {
    if (value != null) {
      told.add(name, value);
    }
  }
}
