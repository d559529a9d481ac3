package dk.borgermaaling.gateway.tables.jpa;

import dk.borgermaaling.gateway.tables.Change;
import dk.borgermaaling.gateway.tables.Period;
import dk.borgermaaling.gateway.tables.Preview;
import dk.borgermaaling.gateway.tables.Previews;
import dk.borgermaaling.gateway.tables.Row;
import dk.borgermaaling.gateway.tables.RowRef;
import dk.borgermaaling.gateway.tables.TableDiff;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes, previews and differences as the columns of {@code ops.table_change} have them. */
final class ChangeJson {
  private ChangeJson() {}

  static String ofChanges(List<Change> changes) {
    return array(changes, ChangeJson::change).toString();
  }

  static List<Change> changes(String json) {
    return read(json).getValuesAs(ChangeJson::readChange);
  }

  static String of(Previews previews) {
    JsonObjectBuilder built =
        Json.createObjectBuilder()
            .add(
                "parts",
                array(
                    previews.parts(),
                    part ->
                        Json.createObjectBuilder()
                            .add("heading", part.heading())
                            .add("lines", array(part.preview().lines(), ChangeJson::line))
                            .build()));
    return withDay(built, "broughtForward", previews.broughtForward()).build().toString();
  }

  static Previews previews(@Nullable String json) {
    if (json == null) {
      return Previews.NONE;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject previews = reader.readObject();
      return new Previews(
          day(previews, "broughtForward"),
          previews
              .getJsonArray("parts")
              .getValuesAs(
                  (JsonObject part) ->
                      new Previews.Part(
                          part.getString("heading"),
                          new Preview(
                              part.getJsonArray("lines").getValuesAs(ChangeJson::readLine)))));
    }
  }

  static String of(TableDiff diff) {
    return Json.createArrayBuilder()
        .add(array(diff.removed(), ChangeJson::row))
        .add(array(diff.added(), ChangeJson::row))
        .build()
        .toString();
  }

  static TableDiff diff(@Nullable String json) {
    if (json == null) {
      return TableDiff.NOTHING;
    }
    JsonArray sides = read(json);
    return new TableDiff(
        sides.getJsonArray(0).getValuesAs(ChangeJson::readRow),
        sides.getJsonArray(1).getValuesAs(ChangeJson::readRow));
  }

  private static JsonObject change(Change change) {
    if (change instanceof Change.Add add) {
      return withPeriod(Json.createObjectBuilder().add("add", texts(add.cells())), add.period())
          .build();
    }
    if (change instanceof Change.End end) {
      JsonObjectBuilder built = Json.createObjectBuilder().add("end", ref(end.row()));
      return withDay(built, "to", end.to()).build();
    }
    Change.Replace replace = (Change.Replace) change;
    return withPeriod(
            Json.createObjectBuilder()
                .add("replace", ref(replace.row()))
                .add("cells", texts(replace.cells())),
            replace.period())
        .build();
  }

  private static Change readChange(JsonObject json) {
    if (json.containsKey("add")) {
      return new Change.Add(texts(json.getJsonArray("add")), period(json));
    }
    if (json.containsKey("end")) {
      return new Change.End(ref(json.getJsonObject("end")), day(json, "to"));
    }
    return new Change.Replace(
        ref(json.getJsonObject("replace")), texts(json.getJsonArray("cells")), period(json));
  }

  private static JsonObject ref(RowRef ref) {
    return Json.createObjectBuilder()
        .add("key", texts(ref.key()))
        .add("from", ref.from().toString())
        .build();
  }

  private static RowRef ref(JsonObject json) {
    return new RowRef(texts(json.getJsonArray("key")), LocalDate.parse(json.getString("from")));
  }

  private static JsonObject row(Row row) {
    return withPeriod(Json.createObjectBuilder().add("cells", texts(row.cells())), row.period())
        .build();
  }

  private static Row readRow(JsonObject json) {
    return new Row(texts(json.getJsonArray("cells")), period(json));
  }

  private static JsonObject line(Preview.Line line) {
    return Json.createObjectBuilder()
        .add("municipality", line.municipality())
        .add("from", line.from())
        .add("to", line.to())
        .add("count", line.count())
        .build();
  }

  private static Preview.Line readLine(JsonObject json) {
    return new Preview.Line(
        json.getString("municipality"),
        json.getString("from"),
        json.getString("to"),
        json.getJsonNumber("count").longValueExact());
  }

  private static JsonObjectBuilder withPeriod(JsonObjectBuilder built, Period period) {
    return withDay(built.add("from", period.from().toString()), "to", period.to());
  }

  private static JsonObjectBuilder withDay(
      JsonObjectBuilder built, String name, @Nullable LocalDate day) {
    return day == null ? built : built.add(name, day.toString());
  }

  private static Period period(JsonObject json) {
    return new Period(LocalDate.parse(json.getString("from")), day(json, "to"));
  }

  private static @Nullable LocalDate day(JsonObject json, String name) {
    return json.containsKey(name) ? LocalDate.parse(json.getString(name)) : null;
  }

  private static JsonArray texts(List<String> texts) {
    return Json.createArrayBuilder(texts).build();
  }

  private static List<String> texts(JsonArray json) {
    return json.getValuesAs(JsonString::getString);
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonValue> write) {
    JsonArrayBuilder built = Json.createArrayBuilder();
    items.forEach(item -> built.add(write.apply(item)));
    return built.build();
  }

  private static JsonArray read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }
}
