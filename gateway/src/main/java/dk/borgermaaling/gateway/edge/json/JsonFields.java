package dk.borgermaaling.gateway.edge.json;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object. What is not of the wanted kind, is absent, or was never asked for is
 * malformed, named by its path. A member that is {@code null} is absent.
 */
public final class JsonFields {
  private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern DATES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIMES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.{8,18}Z");
  private final JsonObject object;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private JsonFields(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * The members of a value that must be an object.
   *
   * @param path its name in problems; empty for the message itself
   */
  public static JsonFields of(JsonValue value, String path) {
    if (value instanceof JsonObject object) {
      return new JsonFields(object, path);
    }
    throw new ProblemException(
        new Problem.Malformed(path.isEmpty() ? "the message" : path, "an object"));
  }

  /** Whether the member is there. */
  public boolean has(String name) {
    return value(name) != null;
  }

  public JsonFields object(String name) {
    return of(required(name, "an object"), pathOf(name));
  }

  /** The members of an object that may be absent. */
  public @Nullable JsonFields objectOrAbsent(String name) {
    JsonValue value = value(name);
    return value == null ? null : of(value, pathOf(name));
  }

  /**
   * A string.
   *
   * @param form which it must match as a whole
   * @param expected the form in words
   */
  public String text(String name, Pattern form, String expected) {
    if (required(name, expected) instanceof JsonString string
        && form.matcher(string.getString()).matches()) {
      return string.getString();
    }
    throw malformed(name, expected);
  }

  /** A string that may be absent. */
  public @Nullable String textOrAbsent(String name, Pattern form, String expected) {
    return value(name) == null ? null : text(name, form, expected);
  }

  /** A UUID in lower case. */
  public UUID uuid(String name) {
    return UUID.fromString(text(name, UUIDS, "a UUID in lower case"));
  }

  /** A whole number. */
  public int integer(String name, int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    if (required(name, expected) instanceof JsonNumber number) {
      try {
        int value = number.intValueExact();
        if (value >= least && value <= most) {
          return value;
        }
      } catch (ArithmeticException e) {
        throw malformed(name, expected);
      }
    }
    throw malformed(name, expected);
  }

  /** True or false; false when absent. */
  public boolean flag(String name) {
    JsonValue value = value(name);
    if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw malformed(name, "true or false");
    }
    return value == JsonValue.TRUE;
  }

  /** A civil date. */
  public LocalDate date(String name) {
    String expected = "a date, as in 2026-11-26";
    try {
      return LocalDate.parse(text(name, DATES, expected));
    } catch (DateTimeException e) {
      throw malformed(name, expected);
    }
  }

  public @Nullable LocalDate dateOrAbsent(String name) {
    return value(name) == null ? null : date(name);
  }

  /** A time in UTC (RFC 3339 with a Z). */
  public Instant time(String name) {
    String expected = "a time in UTC, as in 2026-11-26T09:00:00Z";
    try {
      return Instant.parse(text(name, TIMES, expected));
    } catch (DateTimeException e) {
      throw malformed(name, expected);
    }
  }

  /** One of the constants of an enum, by name. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String expected =
        "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    if (required(name, expected) instanceof JsonString string) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(string.getString())) {
          return constant;
        }
      }
    }
    throw malformed(name, expected);
  }

  public <E extends Enum<E>> @Nullable E oneOfOrAbsent(String name, Class<E> type) {
    return value(name) == null ? null : oneOf(name, type);
  }

  /**
   * Refuses members that nobody has asked for: a misspelt optional one would be lost in silence.
   */
  public void nothingElse() {
    nothingElseThan(Pattern.compile("(?!)"));
  }

  /**
   * As {@link #nothingElse()}, but for members whose names have a form that the format leaves to
   * others (extensions).
   */
  public void nothingElseThan(Pattern allowed) {
    for (String name : object.keySet()) {
      if (!asked.contains(name) && !allowed.matcher(name).matches()) {
        String where = path.isEmpty() ? "the message" : path;
        throw new ProblemException(
            new Problem.Malformed(where, "without members that the interface does not have"));
      }
    }
  }

  private JsonValue required(String name, String expected) {
    JsonValue value = value(name);
    if (value == null) {
      throw malformed(name, expected);
    }
    return value;
  }

  private @Nullable JsonValue value(String name) {
    asked.add(name);
    JsonValue value = object.get(name);
    return value == null || value == JsonValue.NULL ? null : value;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private ProblemException malformed(String name, String expected) {
    return new ProblemException(new Problem.Malformed(pathOf(name), expected));
  }
}
