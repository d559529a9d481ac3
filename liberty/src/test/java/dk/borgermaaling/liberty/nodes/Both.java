package dk.borgermaaling.liberty.nodes;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Sends the same to both nodes at the same moment, several at a time. */
final class Both implements AutoCloseable {
  private static final int PAIRS_AT_ONCE = 4;
  private final ExecutorService threads = Executors.newFixedThreadPool(2 * PAIRS_AT_ONCE);
  private final List<URI> nodes;

  Both(List<URI> nodes) {
    this.nodes = nodes;
  }

  /** What both nodes answered to one of them. */
  record Answers(HttpResponse<String> first, HttpResponse<String> second) {
    List<Integer> statuses() {
      return IntStream.of(first.statusCode(), second.statusCode()).sorted().boxed().toList();
    }

    HttpResponse<String> withStatus(int status) {
      return first.statusCode() == status ? first : second;
    }
  }

  /**
   * The two halves of a pair stand beside each other in the queue, so that each finds its other.
   */
  <T> List<Answers> send(List<T> items, BiFunction<URI, T, HttpResponse<String>> sending) {
    List<Future<HttpResponse<String>>> halves = new ArrayList<>();
    for (T item : items) {
      CyclicBarrier together = new CyclicBarrier(nodes.size());
      for (URI node : nodes) {
        halves.add(
            threads.submit(
                () -> {
                  await(together);
                  return sending.apply(node, item);
                }));
      }
    }
    List<Answers> answers = new ArrayList<>();
    for (int i = 0; i < halves.size(); i += 2) {
      answers.add(new Answers(get(halves.get(i)), get(halves.get(i + 1))));
    }
    return answers;
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(Future<HttpResponse<String>> half) {
    try {
      return half.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
