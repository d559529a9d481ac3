package dk.borgermaaling.gateway.murder;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The simulators in a process of their own; nobody kills it: it is what both sides are judged by.
 */
final class SimulatedPost implements AutoCloseable {
  /** What it is told from start to end, so that nobody waits long for a receipt to come again. */
  private static final int LONGEST_PAUSE_MILLIS = 700;

  private static final int MEGABYTES = 512;
  private static final int PEOPLE = 400;

  private final int port;
  private final Process process;
  private final HttpClient client;

  /**
   * Starts it.
   *
   * @param receipts port where the road to the nodes' doors begins
   */
  SimulatedPost(Path folder, Path certificates, int receipts) {
    port = freePort();
    Path file = folder.resolve("simulators.properties");
    try {
      Files.writeString(
          file,
          """
          port=%d
          state-dir=%s
          certificates-dir=%s
          gateway-url=https://localhost:%d
          gateway-mtls-url=https://localhost:%d
          seed=2026
          people=%d
          clock.real-anchor=%s
          clock.business-anchor=2026-11-23T07:55:00Z
          story=false
          citizens=false
          receipt-delay=PT0.15S
          """
              .formatted(
                  port,
                  folder.resolve("simulators"),
                  certificates,
                  receipts,
                  receipts,
                  PEOPLE,
                  Clock.systemUTC().instant()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process =
        JavaProcess.start(
            "dk.borgermaaling.simulators.Simulators",
            MEGABYTES,
            file,
            folder.resolve("simulators.log"));
    client =
        HttpClient.newBuilder()
            .sslContext(Certificates.in(certificates).tls("caller"))
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    Patience.answer(Duration.ofSeconds(60), () -> call("GET", "/switches", ""));
    call("PUT", "/beskedfordeler/api/longest-pause/" + LONGEST_PAUSE_MILLIS, "");
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** Turns a switch on; {@code setting} is the body of the call. */
  void turnOn(String name, JsonObject setting) {
    call("PUT", "/switches/" + name, setting.toString());
  }

  void turnOff(String name) {
    call("DELETE", "/switches/" + name, "");
  }

  List<Resident> residents() {
    return list("/mailbox/api/residents").stream()
        .map(
            one ->
                new Resident(
                    one.getString("cpr"),
                    one.getString("municipality"),
                    one.getBoolean("digitalPost")))
        .toList();
  }

  /** Every call that a message was taken from, repeated or refused as a repetition. */
  List<Call> calls() {
    return list("/mailbox/api/calls").stream()
        .map(
            one ->
                new Call(
                    one.getString("messageUUID"),
                    one.getString("messageID"),
                    one.getString("outcome"),
                    Instant.parse(one.getString("at"))))
        .toList();
  }

  List<Pushed> receipts() {
    return list("/beskedfordeler/api/receipts").stream()
        .map(
            one ->
                new Pushed(
                    one.getString("beskedId"),
                    one.getString("messageUUID"),
                    one.getString("messageID"),
                    one.getString("status"),
                    one.getInt("copies"),
                    one.getInt("acknowledged")))
        .toList();
  }

  List<Letter> letters() {
    return list("/mailbox/api/messages").stream()
        .map(
            one ->
                new Letter(
                    one.getString("invitation") + "/" + one.getString("step"),
                    one.getString("messageUUID"),
                    one.getInt("attempts")))
        .toList();
  }

  /** Whether every receipt is acknowledged as often as it is to be brought. */
  boolean hasBroughtAll() {
    return receipts().stream().allMatch(receipt -> receipt.acknowledged() >= receipt.copies());
  }

  private List<JsonObject> list(String path) {
    JsonArray array = (JsonArray) read(call("GET", path, ""));
    return array.getValuesAs(JsonObject.class);
  }

  private static JsonStructure read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    }
  }

  private String call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (!Patience.within(Duration.ofSeconds(10), () -> !process.isAlive())) {
      process.destroyForcibly();
    }
  }

  record Resident(String cpr, String municipality, boolean digitalPost) {}

  /**
   * A call that was taken.
   *
   * @param messageId {@code <invitation>/<step>}
   */
  record Call(String messageUuid, String messageId, String outcome, Instant at) {}

  record Pushed(
      String beskedId,
      String messageUuid,
      String messageId,
      String status,
      int copies,
      int acknowledged) {}

  record Letter(String messageId, String messageUuid, int attempts) {}
}
