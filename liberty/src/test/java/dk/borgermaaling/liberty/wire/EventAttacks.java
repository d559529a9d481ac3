package dk.borgermaaling.liberty.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Bodies that are no event of ours, and events that are written as nobody writes them. */
final class EventAttacks {
  private static final int MEGABYTES = 64;
  private final String good;
  private final Map<String, byte[]> rows = new LinkedHashMap<>();

  private EventAttacks(String good) {
    this.good = good;
  }

  static Map<String, byte[]> of(String good) {
    EventAttacks attacks = new EventAttacks(good);
    attacks.json();
    attacks.encodings();
    attacks.attributes();
    attacks.data();
    return attacks.rows;
  }

  /** Some kilobytes that would be as many megabytes. */
  static BodyPublisher bomb() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < MEGABYTES; i++) {
        zip.write(megabyte);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BodyPublishers.ofByteArray(out.toByteArray());
  }

  private void row(String name, UnaryOperator<String> change) {
    String changed = change.apply(good);
    if (changed.equals(good)) {
      throw new IllegalStateException("nothing was changed: " + name);
    }
    rows.put(name, changed.getBytes(StandardCharsets.UTF_8));
  }

  private void json() {
    row("empty", e -> "");
    row("white space", e -> " \n");
    row("text", e -> "\"x\"");
    row("null", e -> "null");
    row("a number", e -> "1");
    row("a list", e -> "[" + e + "]");
    row("a list without end", e -> "[".repeat(100_000));
    row("cut short", e -> e.substring(0, e.length() - 1));
    row("with something behind it", e -> e + "x");
    row("twice", e -> e + e);
    row("with a comment", e -> "/* */" + e);
    row("with a comma too many", e -> e.replaceFirst("\\}$", ",}"));
    row("in single quotes", e -> e.replace('"', '\''));
    row("a member twice", e -> e.replace("{\"specversion\"", "{\"id\":\"x\",\"specversion\""));
    row(
        "a member twice, once escaped",
        e -> e.replace("{\"specversion\"", "{\"\\u0069d\":\"x\",\"specversion\""));
    row("a member of data twice", e -> e.replace("\"version\":1", "\"version\":1,\"version\":2"));
    row(
        "deep",
        e -> e.replace("\"version\":1", "\"version\":" + "[".repeat(5_000) + "]".repeat(5_000)));
    row("NaN", e -> e.replace("\"version\":1", "\"version\":NaN"));
    row(
        "a number beyond all exponents",
        e -> e.replace("\"version\":1", "\"version\":1e999999999"));
    row(
        "a number of a thousand digits",
        e -> e.replace("\"version\":1", "\"version\":1" + "0".repeat(1_000)));
    row("a fraction", e -> e.replace("\"version\":1", "\"version\":1.5"));
    row("a zero before a number", e -> e.replace("\"version\":1", "\"version\":01"));
    row("a control character", e -> e.replace("urn:test", "urn:\u0001test"));
    row("half a surrogate", e -> e.replace("urn:test", "urn:\\ud800test"));
    row("five megabytes", e -> e.replace("urn:test", "urn:" + "x".repeat(5_000_000)));
  }

  private void encodings() {
    rows.put("a byte order mark", ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8));
    for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-32"}) {
      rows.put(name, good.getBytes(Charset.forName(name)));
    }
    byte[] broken = good.getBytes(StandardCharsets.UTF_8);
    broken[good.indexOf("urn:test")] = (byte) 0xFF;
    rows.put("bytes that are no UTF-8", broken);
  }

  private void attributes() {
    row("of another version", e -> e.replace("\"1.0\"", "\"0.3\""));
    for (String name :
        new String[] {"specversion", "id", "source", "type", "subject", "time", "data"}) {
      row("without " + name, e -> e.replace("\"" + name + "\":", "\"x" + name + "\":"));
      row(
          name + " null",
          e ->
              e.replaceFirst(
                  "\"" + name + "\":(\"[^\"]*\"|\\{.*\\}(?=\\}$))", "\"" + name + "\":null"));
    }
    row("of another type", e -> e.replace("targetgroup.started", "targetgroup.exploded"));
    row("of another producer's type", e -> e.replace("dk.borgermaaling", "com.example"));
    row("an id that is no UUID", e -> e.replaceFirst("\"id\":\"[^\"]*", "\"id\":\"1"));
    row("a subject with a space", e -> e.replaceFirst("\"subject\":\"", "\"subject\":\" "));
    row("a time without a zone", e -> e.replaceFirst("(\"time\":\"[^\"]*)Z", "$1"));
    row("a time of tomorrow", e -> e.replaceFirst("\"time\":\"20..", "\"time\":\"2199"));
    row("data in Base64", e -> e.replace("\"data\":", "\"data_base64\":\"e30=\",\"data\":"));
    row(
        "data of another type",
        e -> e.replace("\"data\":", "\"datacontenttype\":\"text/xml\",\"data\":"));
    row(
        "an attribute in capitals",
        e -> e.replace("{\"specversion\"", "{\"X\":\"1\",\"specversion\""));
  }

  private void data() {
    row("an unknown field", e -> e.replace("\"version\":1", "\"version\":1,\"x\":1"));
    row("version 0", e -> e.replace("\"version\":1", "\"version\":0"));
    row("version as text", e -> e.replace("\"version\":1", "\"version\":\"1\""));
    row("version beyond all", e -> e.replace("\"version\":1", "\"version\":1000001"));
    row("a date that is none", e -> e.replaceFirst("\"date\":\"20..", "\"date\":\"20xx"));
    row("a day in February", e -> e.replaceFirst("\"date\":\"[^\"]*", "\"date\":\"2026-02-30"));
    row("a CPR number of nine digits", e -> e.replaceFirst("(\"cprNumber\":\"\\d{9})\\d", "$1"));
    row(
        "a CPR number without a birthday",
        e -> e.replaceFirst("\"cprNumber\":\"\\d{10}", "\"cprNumber\":\"9999999999"));
    row(
        "a CPR number as a number",
        e -> e.replaceFirst("\"cprNumber\":\"(\\d{10})\"", "\"cprNumber\":$1"));
    row(
        "a recipient of both kinds",
        e -> e.replace("\"recipient\":{", "\"recipient\":{\"cvrNumber\":\"12345678\","));
    row("no recipient", e -> e.replaceFirst("\"recipient\":\\{[^}]*\\}", "\"recipient\":{}"));
    row("an unknown group", e -> e.replace("\"6.2\"", "\"6.99\""));
    row("a group of an unknown system", e -> e.replace("LAB6", "LAB7"));
    row("no group", e -> e.replaceFirst(",\"targetGroup\":\\{[^}]*\\}", ""));
  }

  /** Each is an event all the same. */
  static Map<String, Function<String, byte[]>> odd() {
    Map<String, UnaryOperator<String>> odd = new LinkedHashMap<>();
    odd.put("as it is", e -> e);
    odd.put("spaces", e -> e.replace(",\"", " ,\n\t\"").replace(":{", " : {"));
    odd.put("space around", e -> " \r\n" + e + "\n");
    odd.put("an escaped letter", e -> e.replace("urn:test", "urn:t\\u0065st"));
    odd.put("an escaped name", e -> e.replace("\"source\"", "\"s\\u006furce\""));
    odd.put("an escaped slash", e -> e.replace("urn:test", "urn:\\/test"));
    odd.put(
        "a content type",
        e -> e.replace("\"data\":", "\"datacontenttype\":\"application/json\",\"data\":"));
    odd.put(
        "a content type with a charset",
        e ->
            e.replace(
                "\"data\":", "\"datacontenttype\":\"application/json; charset=utf-8\",\"data\":"));
    odd.put(
        "a schema",
        e -> e.replace("\"data\":", "\"dataschema\":\"https://schema.test/1\",\"data\":"));
    odd.put(
        "a source that is an address",
        e -> e.replace("urn:test:case-system", "https://fagsystem.test/a?b=c"));
    odd.put("a source that is a path", e -> e.replace("urn:test:case-system", "/x"));
    odd.put("not withdrawn", e -> e.replace("\"version\":1", "\"version\":1,\"withdrawn\":false"));
    odd.put("a high version", e -> e.replace("\"version\":1", "\"version\":1000000"));
    odd.put("data first", e -> e.replaceFirst("^\\{(.*),(\"data\":.*)\\}$", "{$2,$1}"));
    odd.put("fractions of a second", e -> e.replaceFirst("(\"time\":\"[^\"]*)Z", "$1.123456Z"));
    odd.put("an empty course", e -> e.replace("\"recipient\"", "\"course\":{},\"recipient\""));
    for (String extension : new String[] {"traceparent", "partitionkey", "sequence", "x1"}) {
      odd.put(
          "an extension " + extension,
          e -> e.replace("{\"specversion\"", "{\"" + extension + "\":\"1\",\"specversion\""));
      odd.put(
          "an extension as a number: " + extension,
          e -> e.replace("{\"specversion\"", "{\"" + extension + "\":1,\"specversion\""));
    }
    Map<String, Function<String, byte[]>> rows = new LinkedHashMap<>();
    odd.forEach(
        (name, change) -> rows.put(name, e -> change.apply(e).getBytes(StandardCharsets.UTF_8)));
    return rows;
  }
}
