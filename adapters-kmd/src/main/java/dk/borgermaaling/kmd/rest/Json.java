package dk.borgermaaling.kmd.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON leniently: a field of the wrong type is as good as absent. */
final class Json {
  private static final JsonReaderFactory READERS = jakarta.json.Json.createReaderFactory(Map.of());

  private Json() {}

  static JsonObject object(byte[] body, Exchange exchange, String operation) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw exchange.unexpected(operation, "something that is no JSON object");
    }
  }

  /** The objects of an array; null when there is no such array. */
  static @Nullable List<JsonObject> objects(JsonObject of, String name) {
    if (!(of.get(name) instanceof JsonArray array)) {
      return null;
    }
    return array.stream()
        .map(value -> value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT)
        .toList();
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

  static boolean flag(JsonObject of, String name) {
    return JsonValue.TRUE.equals(of.get(name));
  }
}
