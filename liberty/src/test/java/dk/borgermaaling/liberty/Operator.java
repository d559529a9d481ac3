package dk.borgermaaling.liberty;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * Somebody in operation who is logged in, over plain HTTP. Sends cookies as a browser does: Java's
 * own jar would add {@code $Version}, which Liberty complains of.
 */
final class Operator {
  private static final String ACCOUNT = "operator";
  private final URI gateway;
  private final HttpClient client;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  private Operator(WholeSystem system) {
    gateway = system.gateway();
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(
                Gateway.withoutCertificate(
                        KeyFile.trust(system.state().certificates().resolve("trust.p12")))
                    .tls())
            .build();
  }

  static Operator logIn(WholeSystem system) {
    Operator operator = new Operator(system);
    operator.logIn(system.accounts().password(ACCOUNT));
    return operator;
  }

  private void logIn(String password) {
    Map<String, String> fields = new LinkedHashMap<>();
    Jsoup.parse(get("/login"))
        .select("form[action=/login] input[type=hidden]")
        .forEach(hidden -> fields.put(hidden.attr("name"), hidden.val()));
    fields.put("user-name", ACCOUNT);
    fields.put("password", password);
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(gateway.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() / 100 != 3) {
      throw new IllegalStateException("logging in was answered " + answer.statusCode());
    }
  }

  DashboardPage dashboard(String municipality, String group) {
    return new DashboardPage(get("/dashboard?municipality=" + municipality + "&group=" + group));
  }

  private String get(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(gateway.resolve(path)).GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    request.timeout(Duration.ofSeconds(30)).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** All of them are for the whole site; an empty one is taken back. */
  private void keep(String setCookie) {
    String[] cookie = setCookie.split(";", 2)[0].split("=", 2);
    cookies.put(cookie[0], cookie[1]);
    cookies.values().removeIf(String::isEmpty);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
