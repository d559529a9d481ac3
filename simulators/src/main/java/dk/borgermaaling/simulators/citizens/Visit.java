package dk.borgermaaling.simulators.citizens;

import dk.borgermaaling.simulators.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One person opens one link and goes through the pages to the receipt. */
final class Visit {
  private static final int MOST_PAGES = 40;
  private static final Set<Integer> GONE = Set.of(404, 410);

  private final Gateway gateway;
  private final ToIntFunction<String> answers;

  /**
   * @param answers the person's answer to a question id, 0 to 5
   */
  Visit(Gateway gateway, ToIntFunction<String> answers) {
    this.gateway = gateway;
    this.answers = answers;
  }

  /** How a visit ends. */
  enum Outcome {
    ANSWERED,
    /** The answer was there already: an earlier visit was cut off after it had been sent. */
    ANSWERED_BEFORE,
    /** The link is unknown or expired, or the survey is closed. */
    CLOSED,
    /** The pages are not what they should be; another try would not help. */
    STUCK,
    /** The gateway does not answer now. */
    TRY_AGAIN
  }

  Outcome make(URI link) throws InterruptedException {
    try {
      HttpResponse<String> answer = send(HttpRequest.newBuilder(link).GET());
      for (int page = 0; page < MOST_PAGES; page++) {
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
          return Outcome.TRY_AGAIN;
        }
        if (answer.statusCode() / 100 == 3) {
          answer = follow(answer);
          continue;
        }
        Document html = Jsoup.parse(answer.body(), answer.uri().toString());
        String kind = html.body().attr("data-page");
        Optional<Outcome> end = end(kind, answer.statusCode());
        if (end.isPresent()) {
          return end.get();
        }
        @Nullable Element form = html.selectFirst("form[method=post]:has(.button-primary)");
        if (form == null) {
          return Outcome.STUCK;
        }
        answer = submit(form, answer.uri());
      }
      return Outcome.STUCK;
    } catch (IOException e) {
      return Outcome.TRY_AGAIN;
    }
  }

  private static Optional<Outcome> end(String kind, int status) {
    if (GONE.contains(status)) {
      return Optional.of(Outcome.CLOSED);
    }
    if (status != 200) {
      return Optional.of(Outcome.STUCK);
    }
    return switch (kind) {
      case "receipt" -> Optional.of(Outcome.ANSWERED);
      case "answered" -> Optional.of(Outcome.ANSWERED_BEFORE);
      case "closed", "unknown" -> Optional.of(Outcome.CLOSED);
      case "intro", "question" -> Optional.empty();
      default -> Optional.of(Outcome.STUCK);
    };
  }

  private HttpResponse<String> submit(Element form, URI page)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element hidden : form.select("input[type=hidden][name]")) {
      fields.put(hidden.attr("name"), hidden.attr("value"));
    }
    for (Element radio : form.select("input[type=radio][name]")) {
      String question = radio.attr("name");
      if (radio.attr("value").equals(Integer.toString(answers.applyAsInt(question)))) {
        fields.put(question, radio.attr("value"));
      }
    }
    for (Element text : form.select("textarea[name]")) {
      fields.put(text.attr("name"), "");
    }
    @Nullable Element button = form.selectFirst(".button-primary");
    if (button != null && button.hasAttr("name")) {
      fields.put(button.attr("name"), button.attr("value"));
    }
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    URI target = form.attr("action").isEmpty() ? page : page.resolve(form.attr("action"));
    return send(
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> follow(HttpResponse<String> answer)
      throws IOException, InterruptedException {
    String location =
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException("a redirect to nowhere"));
    return send(HttpRequest.newBuilder(answer.uri().resolve(location)).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return gateway.send(
        request.header("Accept", "text/html").timeout(Duration.ofSeconds(20)).build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
