package dk.borgermaaling.gateway.response.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Does what a browser without script does: reads a page, fills its fields, presses a button. */
final class Visitor {
  private final SurveyForm form;
  private final String token;
  private Reply reply;

  Visitor(SurveyForm form, String token) {
    this.form = form;
    this.token = token;
    this.reply = form.open(token);
  }

  Document page() {
    return Jsoup.parse(html());
  }

  String html() {
    return new String(reply.html(), StandardCharsets.UTF_8);
  }

  int status() {
    return reply.status();
  }

  String shows() {
    return page().body().attr("data-page");
  }

  /** Presses a button of the page after choosing; what the page has filled in stays. */
  Visitor press(String action, Map<String, String> chosen) {
    Map<String, String> fields = new TreeMap<>();
    Element shown = page().expectFirst("form");
    for (Element input : shown.select("input[type=hidden], input[type=radio][checked]")) {
      fields.put(input.attr("name"), input.attr("value"));
    }
    shown.select("textarea").forEach(area -> fields.put(area.attr("name"), area.wholeText()));
    fields.putAll(chosen);
    shown.expectFirst("button[name=action][value=" + action + "]");
    fields.put("action", action);
    return post(fields);
  }

  Visitor press(String action) {
    return press(action, Map.of());
  }

  Visitor post(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
    return postRaw(String.join("&", pairs));
  }

  Visitor postRaw(String body) {
    try {
      reply = form.post(token, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
