package dk.borgermaaling.liberty.nodes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Callers that go on calling until they are told to stop, at a bounded rate, and what went wrong
 * with them.
 */
final class Load implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger calls = new AtomicInteger();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean stopping;

  /**
   * Starts a caller.
   *
   * @param call makes its n-th call and tells what is wrong, null when nothing is
   */
  void start(IntFunction<@Nullable String> call) {
    threads.execute(
        () -> {
          for (int n = 0; !stopping; n++) {
            try {
              String wrong = call.apply(n);
              if (wrong != null) {
                failures.add(wrong);
              }
            } catch (RuntimeException | AssertionError e) {
              failures.add(e.toString());
            }
            calls.incrementAndGet();
            pause();
          }
        });
  }

  int calls() {
    return calls.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    stopping = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a caller does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
