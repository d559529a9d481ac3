package dk.borgermaaling.simulators.server;

import com.sun.net.httpserver.Headers;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that is completely read. */
public final class Request {
  private final String method;
  private final String path;
  private final Map<String, String> variables;
  private final Map<String, String> query;
  private final Headers headers;
  private final byte[] body;
  private final @Nullable X509Certificate client;
  private final InetAddress from;

  Request(
      String method,
      String path,
      Map<String, String> variables,
      @Nullable String rawQuery,
      Headers headers,
      byte[] body,
      @Nullable X509Certificate client,
      InetAddress from) {
    this.method = method;
    this.path = path;
    this.variables = Map.copyOf(variables);
    this.query = form(rawQuery == null ? "" : rawQuery);
    this.headers = headers;
    this.body = body;
    this.client = client;
    this.from = from;
  }

  public String method() {
    return method;
  }

  /** The path as sent, without query. */
  public String path() {
    return path;
  }

  /** A {@code {name}} of the route's path, or {@code **}. */
  public String variable(String name) {
    @Nullable String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return value;
  }

  /** A query parameter, decoded; the first one if it was sent twice. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A header, whatever the case of its name; the first one if it was sent twice. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as {@code application/x-www-form-urlencoded}. */
  public Map<String, String> form() {
    return form(text());
  }

  /** The certificate that the client has shown in TLS, trusted by the demonstration's root. */
  public Optional<X509Certificate> client() {
    return Optional.ofNullable(client);
  }

  /** Whether the caller is on this machine. */
  public boolean isLocal() {
    return from.isLoopbackAddress();
  }

  /** The answer when the caller is on this machine, which alone may turn switches; else 403. */
  public Reply ifLocal(Supplier<Reply> answer) {
    return isLocal() ? answer.get() : Reply.text(403, "From this machine only");
  }

  /**
   * The body as a JSON object; an empty one when there is no body.
   *
   * @throws JsonException when it is none
   */
  public JsonObject object() {
    if (text().isBlank()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text()))) {
      return reader.readObject();
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (!text.isEmpty()) {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        fields.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
