package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whose turn it is to read a file on this node: one at a time, whether for a page or to register
 * it, since a large one takes about 150 MB of memory. First come, first served.
 */
public final class ReadingTurn {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LATER = Duration.ofSeconds(30);

  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Reads in its turn, and waits for it as long as somebody looks at an empty page.
   *
   * @throws ProblemException when the turn does not come
   */
  <T> T await(Supplier<T> work) {
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProblemException(new Problem.TooManyRequests(LATER));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(new Problem.TooManyRequests(LATER));
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  /**
   * Reads if nobody else does or waits to.
   *
   * @return what the work says; false when it was not done
   */
  boolean ifFree(BooleanSupplier work) {
    try {
      // With a wait of nothing, unlike without one, those who wait already come first.
      if (!turn.tryAcquire(0, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return work.getAsBoolean();
    } finally {
      turn.release();
    }
  }
}
