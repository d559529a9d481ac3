package dk.borgermaaling.kmd.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON leniently: a field of the wrong type is as good as absent. */
final class Json {
  private static final JsonReaderFactory READERS = jakarta.json.Json.createReaderFactory(Map.of());
  private static final JsonParserFactory PARSERS = jakarta.json.Json.createParserFactory(Map.of());

  private Json() {}

  static JsonObject object(byte[] body, Exchange exchange, String operation) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw exchange.unexpected(operation, "something that is no JSON object");
    }
  }

  /**
   * A page of rows, read row by row, so that a big page does not lie in memory as a tree as well.
   *
   * @param hasMore null when it is absent
   * @param total how many rows the whole search has; null when it is absent
   */
  record Page<T>(List<T> rows, @Nullable Boolean hasMore, @Nullable Integer total) {
    /**
     * Whether another page follows: as told or, as task lists tell it, by the number of rows that
     * there are; null when the page does not say.
     *
     * @param before rows of the pages before
     */
    @Nullable Boolean hasMore(long before) {
      if (hasMore != null) {
        return hasMore;
      }
      return total == null ? null : before + rows.size() < total;
    }
  }

  /** Rows that are no objects are read as empty ones; null when there is no list of data. */
  static <T> @Nullable Page<T> page(
      byte[] body, Function<JsonObject, T> reading, Exchange exchange, String operation) {
    List<T> rows = null;
    Boolean hasMore = null;
    Integer total = null;
    try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
      if (parser.next() != Event.START_OBJECT) {
        throw exchange.unexpected(operation, "something that is no JSON object");
      }
      for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
        String name = parser.getString();
        Event value = parser.next();
        if ((name.equals("data") || name.equals("result")) && value == Event.START_ARRAY) {
          rows = array(parser, reading);
        } else if (name.equals("hasMore")
            && (value == Event.VALUE_TRUE || value == Event.VALUE_FALSE)) {
          hasMore = value == Event.VALUE_TRUE;
        } else if (name.equals("totalSearchCount") && value == Event.VALUE_NUMBER) {
          total = count(parser);
        } else if (value == Event.START_ARRAY) {
          parser.skipArray();
        } else if (value == Event.START_OBJECT) {
          parser.skipObject();
        }
      }
    } catch (JsonException | IllegalStateException | NoSuchElementException e) {
      throw exchange.unexpected(operation, "something that is no JSON object");
    }
    return rows == null ? null : new Page<>(rows, hasMore, total);
  }

  private static @Nullable Integer count(JsonParser parser) {
    return parser.isIntegralNumber() ? Integer.valueOf(parser.getInt()) : null;
  }

  private static <T> List<T> array(JsonParser parser, Function<JsonObject, T> reading) {
    List<T> rows = new ArrayList<>();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      JsonValue value = parser.getValue();
      rows.add(reading.apply(value instanceof JsonObject row ? row : JsonValue.EMPTY_JSON_OBJECT));
    }
    return rows;
  }

  /** The objects of an array or, as some lists are told, of the whole answer. */
  static List<JsonObject> objects(byte[] body, Exchange exchange, String operation) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
      JsonValue value = reader.readValue();
      return value instanceof JsonArray array
          ? objects(array)
          : List.of(value instanceof JsonObject one ? one : JsonValue.EMPTY_JSON_OBJECT);
    } catch (JsonException e) {
      throw exchange.unexpected(operation, "something that is no JSON");
    }
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream()
        .map(value -> value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT)
        .toList();
  }

  /** The objects of an array; null when there is no such array. */
  static @Nullable List<JsonObject> objects(JsonObject of, String name) {
    if (!(of.get(name) instanceof JsonArray array)) {
      return null;
    }
    return objects(array);
  }

  /** A text, or a number as text. */
  static @Nullable String code(JsonObject of, String name) {
    JsonValue value = of.get(name);
    return value instanceof JsonNumber number ? number.toString() : text(of, name);
  }

  static JsonObject child(JsonObject of, String name) {
    return of.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  static @Nullable String text(JsonObject of, String name) {
    return of.get(name) instanceof JsonString text ? text.getString() : null;
  }

  /** A whole number, also when it is written as text, as Azure AD version 1 does. */
  static @Nullable Long number(JsonObject of, String name) {
    JsonValue value = of.get(name);
    try {
      if (value instanceof JsonNumber number) {
        return number.longValueExact();
      }
      return value instanceof JsonString text ? Long.valueOf(text.getString()) : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  static int number(JsonObject of, String name, int otherwise) {
    Long value = number(of, name);
    return value == null || value != value.intValue() ? otherwise : value.intValue();
  }
}
