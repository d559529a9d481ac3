package dk.borgermaaling.gateway.murder;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waiting for what comes, in a world where anything may be down at the moment. */
final class Patience {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Patience() {}

  /** Whether the condition was met in time; one that throws is not met yet. */
  static boolean within(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        if (condition.getAsBoolean()) {
          return true;
        }
      } catch (RuntimeException e) {
        // Asked again, until the time is over.
      }
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  /** The first answer that is no exception. */
  static <T> T answer(Duration limit, Supplier<T> question) {
    long end = System.nanoTime() + limit.toNanos();
    @Nullable RuntimeException last = null;
    while (last == null || System.nanoTime() - end < 0) {
      try {
        return question.get();
      } catch (RuntimeException e) {
        last = e;
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    }
    throw last;
  }
}
