package dk.borgermaaling.gateway.edge.httpsig;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages in the text form of HTTP/1.1, as the RFCs print them; lines end in LF. */
final class HttpText {
  private HttpText() {}

  /** A request over TLS whose authority is its Host field. */
  static RequestView request(String text) {
    return request("https", text);
  }

  static RequestView request(String scheme, String text) {
    String[] line = head(text).get(0).split(" ", -1);
    FieldLines fields = fields(text);
    return new RequestView(
        line[0], scheme, fields.combined("host"), line[1], fields, content(text));
  }

  static ResponseView response(String text, RequestView request) {
    int status = Integer.parseInt(head(text).get(0).split(" ", -1)[1]);
    return new ResponseView(status, fields(text), content(text), request);
  }

  static FieldLines fields(String text) {
    FieldLines fields = FieldLines.NONE;
    for (String line : head(text).subList(1, head(text).size())) {
      int colon = line.indexOf(':');
      fields = fields.plus(line.substring(0, colon), line.substring(colon + 1));
    }
    return fields;
  }

  private static List<String> head(String text) {
    int end = text.indexOf("\n\n");
    return (end < 0 ? text : text.substring(0, end)).strip().lines().toList();
  }

  private static Content content(String text) {
    int end = text.indexOf("\n\n");
    String body = end < 0 ? "" : text.substring(end + 2);
    return Content.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
