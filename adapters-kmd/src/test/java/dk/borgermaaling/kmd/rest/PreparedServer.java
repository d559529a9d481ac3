package dk.borgermaaling.kmd.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Gives tokens under /aad/token and prepared answers under /api/, and keeps what it was asked. */
final class PreparedServer implements AutoCloseable {
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> paths = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private String tokenForm = "";
  private String tokenSuffix = "";
  private int tokens;

  private record Answer(int status, String body, String retryAfter) {}

  PreparedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/aad/token", this::token);
    server.createContext("/api/", this::api);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  synchronized void answer(int status, String body) {
    answers.add(new Answer(status, body, ""));
  }

  /** The next request is one too many. */
  synchronized void tooMany(int seconds) {
    answers.add(new Answer(429, "", "" + seconds));
  }

  /** The next request is never answered. */
  synchronized void hang() {
    answers.add(new Answer(-1, "", ""));
  }

  /** Behind every token from now on; as JSON writes it. */
  synchronized void tokenSuffix(String suffix) {
    tokenSuffix = suffix;
  }

  synchronized List<String> paths() {
    return List.copyOf(paths);
  }

  synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  synchronized List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  synchronized String tokenForm() {
    return tokenForm;
  }

  synchronized int tokens() {
    return tokens;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized void token(HttpExchange exchange) throws IOException {
    tokenForm = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    send(
        exchange,
        new Answer(
            200,
            "{\"access_token\":\"token-" + ++tokens + tokenSuffix + "\",\"expires_in\":\"3599\"}",
            ""));
  }

  private void api(HttpExchange exchange) throws IOException {
    Answer next = take(exchange);
    if (next.status() > 0) {
      send(exchange, next);
      return;
    }
    try {
      if (closed.await(1, TimeUnit.MINUTES)) {
        exchange.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer take(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getRawPath());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    authorizations.add(
        exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("apikey"));
    return answers.remove();
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
