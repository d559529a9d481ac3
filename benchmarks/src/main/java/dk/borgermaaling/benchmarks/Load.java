package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.Gateway;
import java.io.IOException;
import java.net.http.HttpResponse;
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
 * Sends calls over a few connections that stay open, HTTP/1.1 over TLS, each with one call at a
 * time. The first answer that is not the right one ends the measurement: faults are quick, and must
 * not count as speed.
 */
final class Load {
  /** That each call's request sets itself. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Gateway client;
  private final int connections;

  /**
   * Opens its connections at the first call.
   *
   * @param client with the certificate of who calls, or without one
   */
  Load(Gateway client, int connections) {
    this.client = client;
    this.connections = connections;
  }

  /** How long it took, and each call's time from first byte sent to last received, ascending. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Sent(Duration elapsed, long[] nanos) {
    double perSecond() {
      return nanos.length / (elapsed.toNanos() / 1e9);
    }
  }

  /** Makes each call once, for at most this long. */
  Sent once(List<Call> calls, Duration most) throws InterruptedException {
    return send(calls, calls.size(), most);
  }

  /** Makes the calls over and over for this long; only for who does not mind a replay. */
  Sent overAndOver(List<Call> calls, Duration most) throws InterruptedException {
    return send(calls, Math.toIntExact(most.toSeconds() + 1) * 10_000, most);
  }

  private Sent send(List<Call> calls, int count, Duration most) throws InterruptedException {
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
              nanos[done++] = send(calls.get(number % calls.size()));
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
      throw new IllegalStateException("the measurement is void", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long send(Call call) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = client.send(call.request());
    final long nanos = System.nanoTime() - start;
    if (!call.answered().test(answer)) {
      throw new IOException(
          "not the right answer of "
              + call.request().uri()
              + " but "
              + answer.statusCode()
              + ": "
              + answer.body());
    }
    return nanos;
  }
}
