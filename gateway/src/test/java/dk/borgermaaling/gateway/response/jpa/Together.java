package dk.borgermaaling.gateway.response.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work in several threads at once. */
final class Together {
  private Together() {}

  static <T> List<T> run(int threads, Callable<T> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> same = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        same.add(work);
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : executor.invokeAll(same)) {
        results.add(result.get());
      }
      return results;
    } finally {
      executor.shutdown();
    }
  }
}
