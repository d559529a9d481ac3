package dk.borgermaaling.gateway.edge.json;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.kernel.Problem;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one JSON value: UTF-8 without a byte order mark, no member twice, nothing behind it (RFC
 * 8259 leaves all of that to the reader, and two readers that differ are a way in).
 */
public final class StrictJson {
  /** Deeper than anything that we read. */
  private static final int DEEPEST = 32;

  /**
   * Longer ones mean nothing to us; the parser refuses those of its own limit with exceptions that
   * are not about JSON, and what computes with an exponent of a billion does not come back.
   */
  private static final Pattern NUMBERS =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

  /** More than a batch of the most and fullest events has. */
  private static final int MOST_VALUES = 100_000;

  private final JsonParser parser;
  private int values;

  private StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /** The value; anything else is malformed. The caller has capped the size. */
  public static JsonValue read(byte[] utf8) {
    try (JsonParser parser = Json.createParser(new StringReader(text(utf8)))) {
      JsonValue value = new StrictJson(parser).value(parser.next(), 0);
      if (parser.hasNext()) {
        throw new JsonException("something behind the value");
      }
      return value;
    } catch (NoSuchElementException | JsonException | IllegalStateException e) {
      throw Refusal.of(
          new Problem.Malformed(
              "the message",
              "JSON in UTF-8, no member twice, at most "
                  + DEEPEST
                  + " levels and "
                  + MOST_VALUES
                  + " values, no number above 40 digits"),
          "not JSON as we read it");
    }
  }

  private JsonValue value(JsonParser.Event event, int depth) {
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      throw new JsonException("too deep, or too many values");
    }
    return switch (event) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_NUMBER -> number();
      default -> parser.getValue();
    };
  }

  private JsonValue number() {
    if (!NUMBERS.matcher(parser.getString()).matches()) {
      throw new JsonException("a number of too many digits");
    }
    return parser.getValue();
  }

  private JsonValue object(int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    Set<String> names = new HashSet<>();
    while (parser.next() != JsonParser.Event.END_OBJECT) {
      String name = parser.getString();
      if (!names.add(name)) {
        throw new JsonException("a member twice");
      }
      object.add(name, value(parser.next(), depth + 1));
    }
    return object.build();
  }

  private JsonValue array(int depth) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    JsonParser.Event event = parser.next();
    while (event != JsonParser.Event.END_ARRAY) {
      array.add(value(event, depth + 1));
      event = parser.next();
    }
    return array.build();
  }

  private static String text(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(new Problem.Malformed("the message", "UTF-8"), "not UTF-8");
    }
  }
}
