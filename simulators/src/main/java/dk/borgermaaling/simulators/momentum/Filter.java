package dk.borgermaaling.simulators.momentum;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One filter of a search.
 *
 * @param exclude whether rows that fit are left out instead
 */
record Filter(String field, boolean exclude, List<String> values) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'");

  /**
   * The filters of a search body.
   *
   * @param known the fields that this search can filter on
   */
  static List<Filter> all(JsonObject body, List<String> known) {
    JsonValue filters = body.getOrDefault("filters", JsonValue.EMPTY_JSON_ARRAY);
    if (filters.getValueType() != JsonValue.ValueType.ARRAY) {
      throw new BadRequest("filters must be a list");
    }
    return filters.asJsonArray().stream().map(f -> of(f, known)).toList();
  }

  private static Filter of(JsonValue value, List<String> known) {
    if (!(value instanceof JsonObject filter)) {
      throw new BadRequest("a filter must be an object");
    }
    String field = filter.getString("fieldName", "");
    String custom = filter.getString("customFilter", "");
    if (!known.contains(field)) {
      throw new BadRequest("unknown fieldName");
    }
    if (!custom.isEmpty() && !custom.equals("exclude")) {
      throw new BadRequest("unknown customFilter");
    }
    if (!(filter.get("values") instanceof jakarta.json.JsonArray values)) {
      throw new BadRequest("a filter needs values");
    }
    List<String> texts =
        values.stream().map(v -> v instanceof JsonString text ? text.getString() : "").toList();
    return new Filter(field, custom.equals("exclude"), texts);
  }

  /** For code fields: any of the values. */
  boolean admits(String value) {
    return values.contains(value) != exclude;
  }

  /**
   * For time fields: from (inclusive), to (exclusive), a flag; {@code yyyy-MM-dd HH:mm:ssZ}; an
   * empty end is open.
   */
  boolean admits(Instant value) {
    boolean inside =
        (end(0) == null || !value.isBefore(end(0))) && (end(1) == null || value.isBefore(end(1)));
    return inside != exclude;
  }

  private @org.jspecify.annotations.Nullable Instant end(int index) {
    String text = index < values.size() ? values.get(index) : "";
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadRequest("a time must be written yyyy-MM-dd HH:mm:ssZ");
    }
  }
}
