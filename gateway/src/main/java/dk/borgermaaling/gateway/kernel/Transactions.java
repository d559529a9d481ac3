package dk.borgermaaling.gateway.kernel;

import java.util.function.Supplier;

/**
 * Runs work in one database transaction: joins the one that is open, or opens one and commits it at
 * the end. A runtime exception rolls back and is thrown on.
 */
public interface Transactions {
  <T> T inOne(Supplier<T> work);

  default void runInOne(Runnable work) {
    inOne(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }
}
