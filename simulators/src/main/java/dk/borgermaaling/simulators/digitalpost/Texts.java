package dk.borgermaaling.simulators.digitalpost;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The forms of text in MeMo, with the rules that Digital Post added in November 2024. */
final class Texts {
  static final Content.Text ANY = form("text", text -> true);
  static final Content.Text TEXT = upTo(256);
  static final Content.Text BOOLEAN =
      form("boolean", text -> List.of("true", "false", "0", "1").contains(text));
  static final Content.Text UUID_4 =
      form(
          "a UUID of version 4",
          matches(
              "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-4[a-fA-F0-9]{3}-[aAbB89][a-fA-F0-9]{3}-[a-fA-F0-9]{12}"));
  static final Content.Text DATE_TIME = form("a dateTime that ends in Z", Texts::isDateTime);
  static final Content.Text DATE = form("a date", Texts::isDate);
  static final Content.Text LANGUAGE = form("a language of two letters", matches("[a-zA-Z]{1,2}"));
  static final Content.Text BASE_64 = form("base64Binary", Texts::isBase64);
  static final Content.Text HTTPS = form("an absolute https address", Texts::isHttps);
  static final Content.Text NUMBER = form("a number", matches("[0-9]{1,20}"));
  static final Content.Text DECIMAL = form("a decimal", matches("[+-]?[0-9]*\\.?[0-9]+"));
  static final Content.Text FILE_NAME =
      form(
          "a file name without reserved characters",
          matches(
              "[^<>:\"/\\\\|?*\\r\\n\\u00A0\\u2000-\\u200A\\u2028\\u205F\\u2060\\u3000]{1,256}"));

  private Texts() {}

  static Content.Text upTo(int length) {
    return form(
        "text of at most " + length + " characters",
        text -> text.codePointCount(0, text.length()) <= length);
  }

  static Content.Text oneOf(String... values) {
    return form("one of " + List.of(values), text -> List.of(values).contains(text));
  }

  private static Content.Text form(String rule, Predicate<String> accepts) {
    return new Content.Text(rule, accepts);
  }

  private static Predicate<String> matches(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> compiled.matcher(text).matches();
  }

  private static boolean isDateTime(String text) {
    try {
      return text.endsWith("Z") && OffsetDateTime.parse(text).getOffset().getTotalSeconds() == 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", "")).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isHttps(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= 256
          && uri.getHost() != null
          && "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
