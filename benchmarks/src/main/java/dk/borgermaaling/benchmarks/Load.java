package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends messages over a few connections that stay open, HTTP/1.1 over TLS, each with one message at
 * a time. The first answer that is not a signed receipt of this event ends the measurement: faults
 * are quick, and must not count as speed.
 */
final class Load {
  private static final String SOAP =
      "application/soap+xml; charset=UTF-8;"
          + " action=\"http://borgermaaling.dk/contract/case-event/1/registerCaseEvents\"";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI address;
  private final int connections;
  private final Gateway gateway;

  /**
   * Opens its connections at the first message.
   *
   * @param trust the root of the server's certificate
   */
  Load(URI address, int connections, KeyStore trust) {
    this.address = address;
    this.connections = connections;
    this.gateway = Gateway.withoutCertificate(trust);
  }

  /** How long it took, and each message's time from first byte sent to last received, ascending. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Sent(Duration elapsed, long[] nanos) {}

  /** Sends each message once, for at most this long. */
  Sent once(List<Corpus.Message> messages, Duration most) throws InterruptedException {
    return send(messages, messages.size(), most);
  }

  /** Sends the messages over and over for this long; only for who does not mind a replay. */
  Sent overAndOver(List<Corpus.Message> messages, Duration most) throws InterruptedException {
    return send(messages, Math.toIntExact(most.toSeconds() + 1) * 10_000, most);
  }

  private Sent send(List<Corpus.Message> messages, int count, Duration most)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    long start = System.nanoTime();
    Callable<long[]> connection =
        () -> {
          long[] nanos = new long[count];
          int done = 0;
          int number = next.getAndIncrement();
          while (number < count && !stop.get() && System.nanoTime() - start < most.toNanos()) {
            try {
              nanos[done++] = send(messages.get(number % messages.size()));
            } catch (IOException e) {
              stop.set(true);
              throw e;
            }
            number = next.getAndIncrement();
          }
          return Arrays.copyOf(nanos, done);
        };
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<long[]> nanos = new ArrayList<>();
      for (Future<long[]> sent : threads.invokeAll(Collections.nCopies(connections, connection))) {
        nanos.add(sent.get());
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      return new Sent(elapsed, nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the measurement of " + address + " is void", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long send(Corpus.Message message) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", SOAP)
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.bytes()))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> answer = gateway.send(request);
    final long nanos = System.nanoTime() - start;
    String body = answer.body();
    if (answer.statusCode() != 200
        || !body.contains(message.eventId())
        || !body.contains("stored")
        || !body.contains("SignatureValue")) {
      throw new IOException("no receipt but " + answer.statusCode() + ": " + body);
    }
    return nanos;
  }
}
