package dk.borgermaaling.liberty;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.ByteArrayOutputStream;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody of the staff who is logged in, over plain HTTP and without scripts. Sends cookies as a
 * browser does: Java's own jar would add {@code $Version}, which Liberty complains of.
 */
public final class Browser {
  private static final String BOUNDARY = "----0f6d1d1c0a5e4d7b";
  private final URI gateway;
  private final HttpClient client;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  private Browser(WholeSystem system) {
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

  /** By the page for it. */
  public static Browser logIn(WholeSystem system, String account) {
    Browser browser = new Browser(system);
    Element form = browser.page("/login").expectFirst("form[action=/login]");
    HttpResponse<String> answer =
        browser.submit(
            form, Map.of("user-name", account, "password", system.accounts().password(account)));
    leadsTo(answer);
    return browser;
  }

  /** What a form is sent with besides its text. */
  public static final class Upload {
    private final String field;
    private final String fileName;
    private final byte[] content;

    public Upload(String field, String fileName, byte[] content) {
      this.field = field;
      this.fileName = fileName;
      this.content = content.clone();
    }
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(gateway.resolve(path)).GET());
  }

  /** A page that must be there. */
  public Document page(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " was answered " + answer.statusCode());
    }
    return Jsoup.parse(answer.body());
  }

  /** Sends a form as it is, but for what is filled in. */
  public HttpResponse<String> submit(Element form, Map<String, String> filledIn) {
    String body =
        fields(form, filledIn).stream()
            .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
            .collect(Collectors.joining("&"));
    return post(
        form.attr("action"),
        "application/x-www-form-urlencoded",
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a form with a file. */
  public HttpResponse<String> submit(Element form, Map<String, String> filledIn, Upload upload) {
    return post(
        form.attr("action"),
        "multipart/form-data; boundary=" + BOUNDARY,
        multipart(fields(form, filledIn), upload));
  }

  public HttpResponse<String> post(String path, String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** The path that a form that was taken leads on to. */
  public static String leadsTo(HttpResponse<String> answer) {
    if (answer.statusCode() != 303) {
      throw new IllegalStateException(
          "a form was answered %d: %s"
              .formatted(answer.statusCode(), Jsoup.parse(answer.body()).text()));
    }
    String location = answer.headers().firstValue("Location").orElseThrow();
    return URI.create(location).getPath();
  }

  /** In the order of the form; a name may come several times, unless it is filled in. */
  private static List<Field> fields(Element form, Map<String, String> filledIn) {
    List<Field> fields = new ArrayList<>();
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      String name = field.attr("name");
      if (!filledIn.containsKey(name) && isSent(field)) {
        fields.add(new Field(name, value(field)));
      }
    }
    filledIn.forEach((name, value) -> fields.add(new Field(name, value)));
    return fields;
  }

  private static boolean isSent(Element field) {
    return !field.is("[type=file], [type=checkbox]:not([checked])");
  }

  private static String value(Element field) {
    if (!field.is("select")) {
      return field.val();
    }
    Element chosen = field.selectFirst("option[selected]");
    return (chosen == null ? field.expectFirst("option") : chosen).val();
  }

  private record Field(String name, String value) {}

  private static byte[] multipart(List<Field> fields, Upload upload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Field field : fields) {
      body.writeBytes(utf8(head("name=\"%s\"".formatted(field.name())) + field.value() + "\r\n"));
    }
    body.writeBytes(
        utf8(head("name=\"%s\"; filename=\"%s\"".formatted(upload.field, upload.fileName))));
    body.writeBytes(upload.content);
    body.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
    return body.toByteArray();
  }

  private static String head(String disposition) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    request.timeout(Duration.ofSeconds(60)).header("Accept", "text/html");
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
