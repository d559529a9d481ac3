package dk.borgermaaling.liberty.wire;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The citizen's pages, filled in by hand. */
final class Form {
  private static final String TYPE = "application/x-www-form-urlencoded";
  private final Wire wire;
  private final URI link;

  Form(Wire wire, String link) {
    this.wire = wire;
    this.link = URI.create(link);
  }

  HttpResponse<String> open() {
    return wire.get(link);
  }

  HttpResponse<String> post(Map<String, String> fields) {
    return post(
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  HttpResponse<String> post(String body) {
    return wire.post(wire.nobody(), link, TYPE, body);
  }

  HttpResponse<String> post(String type, String body) {
    return wire.post(wire.nobody(), link, type, body);
  }

  /** Goes through all pages and comes back with what the last one would send; nothing is sent. */
  Map<String, String> filledIn() {
    Document page = Jsoup.parse(open().body());
    Map<String, String> fields = fields(page);
    for (int pages = 0; !"send".equals(fields.get("action")); pages++) {
      if (pages > 20) {
        throw new IllegalStateException("the questionnaire does not end");
      }
      page = Jsoup.parse(post(fields).body());
      fields = fields(page);
    }
    return fields;
  }

  /** What page it is: intro, question, receipt, answered, closed or unknown. */
  static String kind(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).body().attr("data-page");
  }

  private static Map<String, String> fields(Document page) {
    Element form = page.expectFirst("form[method=post]:has(.button-primary)");
    Map<String, String> fields = new LinkedHashMap<>();
    form.select("input[type=hidden][name]").forEach(f -> fields.put(f.attr("name"), f.val()));
    form.select("input[type=radio][name][value=4]").forEach(f -> fields.put(f.attr("name"), "4"));
    Element button = form.expectFirst(".button-primary");
    fields.put(button.attr("name"), button.val());
    return fields;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
