package dk.borgermaaling.liberty.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Requests whose end, target or head two readers could see in two places. */
final class Smuggled {
  private static final String PATH = "/rest/v1/case-events";
  private final String head;
  private final String body;
  private final Map<String, String> rows = new LinkedHashMap<>();

  private Smuggled(String token, String event) {
    body = event;
    head =
        "POST "
            + PATH
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Holder-of-key "
            + token
            + "\r\nContent-Type: application/cloudevents+json\r\nx-TransaktionsId:"
            + " 3f1c2a4e-0000-4000-8000-000000000001.1\r\nx-TransaktionsTid:"
            + " 2026-11-26T09:00:00+01:00\r\n";
  }

  static Map<String, String> requests(String token, String event) {
    Smuggled smuggled = new Smuggled(token, event);
    smuggled.lengths();
    smuggled.chunks();
    smuggled.heads();
    smuggled.targets();
    return smuggled.rows;
  }

  /**
   * Both ways to tell the end. The server reads the chunks (RFC 9112, section 6.3) and must close
   * then, so that nothing behind them is taken for a request: one follows here.
   */
  static Map<String, String> chunksWithLength(String token, String event) {
    Smuggled smuggled = new Smuggled(token, event);
    String chunked = "Transfer-Encoding: chunked\r\n";
    String behind = smuggled.inChunks() + "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    smuggled.row(
        "a length and chunks", smuggled.head + "Content-Length: 5\r\n" + chunked + "\r\n" + behind);
    smuggled.row(
        "chunks and a length",
        smuggled.head + chunked + "Content-Length: " + event.length() + "\r\n\r\n" + behind);
    return smuggled.rows;
  }

  /** Two different lengths: the server takes the first and shows nobody the second. */
  static String lengths(String token, String event, int first, int second) {
    return new Smuggled(token, event).head
        + "Content-Length: "
        + first
        + "\r\nContent-Length: "
        + second
        + "\r\n\r\n"
        + event;
  }

  private String inChunks() {
    return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
  }

  private void lengths() {
    row("lengths in a list", head + "Content-Length: " + body.length() + ", 5\r\n\r\n" + body);
    row("a length with a sign", head + "Content-Length: +" + body.length() + "\r\n\r\n" + body);
    row("a negative length", head + "Content-Length: -1\r\n\r\n" + body);
    row("a length in hexadecimal", head + "Content-Length: 0x10\r\n\r\n" + body);
    row("a length that is no number", head + "Content-Length: x\r\n\r\n" + body);
    row("a length beyond all", head + "Content-Length: 99999999999999999999\r\n\r\n" + body);
    row("a length shorter than the body", head + "Content-Length: 5\r\n\r\n" + body);
  }

  private void chunks() {
    String chunked = "Transfer-Encoding: chunked\r\n";
    String one = inChunks();
    row("chunks twice", head + chunked + chunked + "\r\n" + one);
    row("chunks of something else", head + "Transfer-Encoding: gzip, chunked\r\n\r\n" + one);
    row("chunks that end elsewhere", head + "Transfer-Encoding: chunked, identity\r\n\r\n" + one);
    row("chunks in other words", head + "Transfer-Encoding: xchunked\r\n\r\n" + one);
    row("a size that is no number", head + chunked + "\r\nzz\r\n" + body + "\r\n0\r\n\r\n");
    row("a negative size", head + chunked + "\r\n-5\r\n" + body + "\r\n0\r\n\r\n");
    row(
        "a size beyond all",
        head + chunked + "\r\nffffffffffffffffff\r\n" + body + "\r\n0\r\n\r\n");
  }

  private void heads() {
    String length = "Content-Length: " + body.length() + "\r\n\r\n" + body;
    row("a NUL in the head", head + "X-A: a\0b\r\n" + length);
    row("no colon", head + "X-A\r\n" + length);
    row(
        "two hosts",
        head.replace("Host: localhost\r\n", "Host: localhost\r\nHost: evil.test\r\n") + length);
    row("another version", head.replace("HTTP/1.1", "HTTP/9.9") + length);
    row(
        "a version whose frames have no length, in a line",
        head.replace("HTTP/1.1", "HTTP/2.0") + "Content-Length: 5\r\n" + length);
    row("no version", head.replace(" HTTP/1.1", "") + length);
    row("a method that is none", head.replace("POST", "P\0ST") + length);
  }

  private void targets() {
    for (String target :
        new String[] {
          "//rest/v1/case-events",
          "/rest/v1/..;/v1/case-events",
          "/rest/v1/../v1/case-events",
          "/rest/v1/%2e%2e/v1/case-events",
          "/rest/v1%2fcase-events",
          "/rest;x/v1/case-events",
          "/rest/v1/case-events;x=y",
          "/rest/v1/case-events/",
          "/rest/v1/case-events%00",
          "/REST/v1/case-events",
          "/x/../rest/v1/case-events"
        }) {
      target(target, request -> request.replace("Holder-of-key ", "Holder-of-key x"));
    }
  }

  /** A way around the filter must not end at the service, so these show a token that is none. */
  private void target(String target, UnaryOperator<String> change) {
    row(
        "target " + target,
        change.apply(head).replace(PATH, target)
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private void row(String name, String request) {
    rows.put(name, request);
  }
}
