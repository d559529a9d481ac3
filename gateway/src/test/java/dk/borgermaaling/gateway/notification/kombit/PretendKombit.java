package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.borgermaaling.gateway.access.kombit.AccessTokenClient;
import dk.borgermaaling.gateway.access.kombit.ExchangedTokens;
import dk.borgermaaling.gateway.access.kombit.HolderOfKeyTokens;
import dk.borgermaaling.gateway.access.kombit.JsonSts;
import dk.borgermaaling.gateway.access.kombit.TestHolders;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.DigitalPostMessage;
import dk.borgermaaling.gateway.notification.Messages;
import dk.borgermaaling.gateway.notification.Post.Prepared;
import dk.borgermaaling.gateway.notification.Post.Subscription;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server of the JDK that plays KOMBIT, and a post that calls it. */
class PretendKombit {
  private static final Duration OPEN = Duration.ofMinutes(1);
  static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
  private static final Identity GATEWAY = Identity.authority("gateway");
  private static final TokenHolder HOLDER = TestHolders.of(GATEWAY);
  static final String CERTIFICATE = GATEWAY.certificateBase64();
  static final String TAKEN = "<kombi_response><Result>true</Result></kombi_response>";

  final ExecutorService threads = Executors.newCachedThreadPool();
  final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger tokens = new AtomicInteger();
  final CountDownLatch end = new CountDownLatch(1);
  final DigitalPostMessage message = Messages.of(Step.FIRST);
  HttpServer server;
  Answer kombi = request -> new Reply(200, TAKEN);
  Answer lookup = request -> new Reply(200, "{\"result\":true}");
  Answer sts = request -> new Reply(200, assertion(request));

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/sts", exchange -> handle(exchange, request -> sts.to(request)));
    server.createContext("/token", exchange -> handle(exchange, request -> token()));
    server.createContext("/kombi", exchange -> handle(exchange, request -> kombi.to(request)));
    server.createContext(
        "/digitalpost", exchange -> handle(exchange, request -> lookup.to(request)));
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** One call that nothing keeps from beginning. */
  SendOutcome send() {
    return send(post());
  }

  SendOutcome send(KombitPost post) {
    Prepared prepared = post.prepare(message);
    return prepared instanceof Prepared.Ready ready
        ? ready.call().make(() -> true)
        : new SendOutcome.NotSent(((Prepared.NotReady) prepared).why());
  }

  Subscription ask() {
    return ask(post());
  }

  static Subscription ask(KombitPost post) {
    return post.digitalPost(new Cvr("20310413"), new Recipient.Person(new CprNumber(Messages.CPR)));
  }

  KombitPost post() {
    return post(at("/kombi"));
  }

  KombitPost post(URI kombiEndpoint) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    HolderOfKeyTokens cache =
        new HolderOfKeyTokens(
            new ExchangedTokens(
                new JsonSts(at("/sts")),
                new AccessTokenClient(at("/token"), clock),
                clock,
                Duration.ofMinutes(15)),
            clock,
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            threads);
    return new KombitPost(
        new TokenCalls(() -> HOLDER, cache, Optional.empty()),
        new KombitPost.Service(
            kombiEndpoint, "http://entityid/kombi/1", new Circuit("c", 3, OPEN, clock)),
        new KombitPost.Service(
            at("/digitalpost"), "http://entityid/lookup/1", new Circuit("c", 3, OPEN, clock)),
        MemoVersion.V1_2,
        clock);
  }

  URI at(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  Reply token() {
    return new Reply(
        200,
        "{\"access_token\":\"token-%08d\",\"token_type\":\"Holder-of-key\",\"expires_in\":3600}"
            .formatted(tokens.incrementAndGet()));
  }

  /** For whom and for what it was asked. */
  static String assertion(Seen request) {
    return "{\"RequestedSecurityToken\":{\"Assertion\":\""
        + TestHolders.assertion(
            request.between("\"Address\":\"", "\""),
            request.between("\"Cvr\":\"", "\""),
            HOLDER,
            "2026-11-23T05:00:00Z")
        + "\"},\"Lifetime\":\"11/23/2026 05:00:00\"}";
  }

  void handle(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      Seen request =
          new Seen(
              exchange.getRequestURI().getPath(),
              exchange.getRequestURI().getQuery(),
              exchange,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      seen.add(request);
      Reply reply = answer.to(request);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  static void resetAfterReading(ServerSocket server, AtomicInteger connections) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        socket.setSoLinger(true, 0);
        assertThat(socket.getInputStream().read(new byte[1024])).isPositive();
      } catch (IOException e) {
        return;
      }
    }
  }

  void awaitEnd() {
    try {
      assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<Seen> calls(String path) {
    return seen.stream().filter(call -> call.path().equals(path)).toList();
  }

  Seen only(String path) {
    assertThat(calls(path)).hasSize(1);
    return calls(path).get(0);
  }

  interface Answer {
    Reply to(Seen request);
  }

  record Reply(int status, String body) {}

  record Seen(String path, @Nullable String query, HttpExchange exchange, String body) {
    String header(String name) {
      return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private String between(String before, String after) {
      int start = body.indexOf(before) + before.length();
      return body.substring(start, body.indexOf(after, start));
    }
  }
}
