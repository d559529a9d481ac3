package dk.borgermaaling.simulators.momentum;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;

/** A page of a search; the first is number 0. */
record Paging(int number, int size) {
  static final int MOST = 1000;

  static Paging of(JsonObject body) {
    if (!(body.get("paging") instanceof JsonObject paging)
        || !(paging.get("pageNumber") instanceof JsonNumber number)
        || !(paging.get("pageSize") instanceof JsonNumber size)) {
      throw new BadRequest("paging needs pageNumber and pageSize");
    }
    if (number.intValue() < 0 || size.intValue() < 1 || size.intValue() > MOST) {
      throw new BadRequest("pageNumber starts at 0 and pageSize is 1 to " + MOST);
    }
    return new Paging(number.intValue(), size.intValue());
  }

  /** How many rows come before this page. */
  long first() {
    return (long) number * size;
  }

  JsonObject cut(List<JsonObject> rows) {
    long from = Math.min(first(), rows.size());
    long to = Math.min(from + size, rows.size());
    JsonArrayBuilder data = Json.createArrayBuilder();
    rows.subList((int) from, (int) to).forEach(data::add);
    return Json.createObjectBuilder()
        .add("data", data)
        .add("totalSearchCount", rows.size())
        .add("hasMore", to < rows.size())
        .build();
  }
}
