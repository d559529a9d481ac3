package dk.borgermaaling.simulators.server;

import jakarta.json.JsonStructure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. */
public final class Reply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean hangUp;

  private Reply(int status, Map<String, String> headers, byte[] body, boolean hangUp) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.hangUp = hangUp;
  }

  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, Map.of("Content-Type", contentType), body.clone(), false);
  }

  public static Reply of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply json(int status, JsonStructure body) {
    return of(status, "application/json;charset=UTF-8", body.toString());
  }

  public static Reply html(int status, String body) {
    return of(status, "text/html;charset=UTF-8", body);
  }

  public static Reply text(int status, String body) {
    return of(status, "text/plain;charset=UTF-8", body);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0], false);
  }

  /** No answer at all: the connection is closed. */
  public static Reply hangUp() {
    return new Reply(0, Map.of(), new byte[0], true);
  }

  /** The same answer with one more header. */
  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, hangUp);
  }

  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }

  /** Whether this is no answer at all. */
  public boolean isHangUp() {
    return hangUp;
  }
}
