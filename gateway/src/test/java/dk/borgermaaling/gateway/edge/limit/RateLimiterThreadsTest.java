package dk.borgermaaling.gateway.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one limiter. */
@Timeout(60)
class RateLimiterThreadsTest {
  private static final int THREADS = 8;
  private static final int TRIES = 20_000;
  private final HandClock clock = new HandClock(0);

  @Test
  void as_many_tokens_are_taken_as_there_are() {
    RateLimiter limiter = new RateLimiter(Rate.perMinute(1_234), 10, clock);
    assertThat(inAllThreads(thread -> taken(limiter, "a"))).isEqualTo(1_234);
  }

  /**
   * Every bucket is full or not at all times, so that sweeps have work and must leave one alone.
   */
  @Test
  void a_bucket_in_use_outlives_floods_and_sweeps() {
    RateLimiter limiter = new RateLimiter(Rate.perSecond(100, 1_000), 20, clock);
    int taken =
        inAllThreads(
            thread -> {
              int mine = 0;
              for (int i = 0; i < TRIES; i++) {
                limiter.take("flood-" + thread + "-" + i);
                if (i % 1_000 == 0) {
                  clock.pass(Duration.ofMillis(10));
                }
                mine += limiter.take("victim").isZero() ? 1 : 0;
              }
              return mine;
            });
    long passed = clock.getAsLong() / Duration.ofMillis(10).toNanos();
    assertThat(taken).isBetween(1_000, (int) (1_000 + passed));
    assertThat(limiter.size()).isLessThanOrEqualTo(20 + THREADS);
  }

  @Test
  void what_is_given_back_is_not_lost() {
    RateLimiter limiter = new RateLimiter(Rate.perMinute(500), 10, clock);
    inAllThreads(
        thread -> {
          for (int i = 0; i < TRIES; i++) {
            if (limiter.take("a").isZero()) {
              limiter.giveBack("a");
            }
          }
          return 0;
        });
    assertThat(taken(limiter, "a")).isEqualTo(500);
  }

  private static int taken(RateLimiter limiter, String key) {
    int taken = 0;
    for (int i = 0; i < TRIES; i++) {
      taken += limiter.take(key).isZero() ? 1 : 0;
    }
    return taken;
  }

  /** The sum of what the work gives for each thread's number; all begin at once. */
  private static int inAllThreads(IntUnaryOperator work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.applyAsInt(number);
                }));
      }
      int sum = 0;
      for (Future<Integer> result : results) {
        sum += result.get(50, TimeUnit.SECONDS);
      }
      return sum;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
