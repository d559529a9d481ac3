package dk.borgermaaling.gateway.beskedfordeler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Pulls all queues that the table names, each in a thread of its own. Every node does, and a queue
 * gives each message to one of them.
 */
public final class Pulling implements AutoCloseable {
  private static final Duration LAST_MESSAGE = Duration.ofSeconds(10);
  private final Dueslags table;
  private final Function<Dueslag, PullMessages> pulls;
  private final ThreadFactory threads;
  private final Map<Dueslag, Running> running = new HashMap<>();
  private boolean closed;

  public Pulling(Dueslags table, Function<Dueslag, PullMessages> pulls, ThreadFactory threads) {
    this.table = table;
    this.pulls = pulls;
    this.threads = threads;
  }

  /** Reads the table: begins with new queues, and with those whose thread has died; ends others. */
  public void refresh() {
    List<Dueslag> wanted = table.all();
    synchronized (this) {
      running.entrySet().removeIf(one -> !one.getValue().thread().isAlive());
      running.entrySet().stream()
          .filter(one -> !wanted.contains(one.getKey()))
          .forEach(one -> one.getValue().pull().close());
      if (!closed) {
        wanted.forEach(one -> running.computeIfAbsent(one, this::begin));
      }
    }
  }

  private Running begin(Dueslag from) {
    PullMessages pull = pulls.apply(from);
    Thread thread = threads.newThread(pull);
    thread.start();
    return new Running(pull, thread);
  }

  /** How many queues this node pulls, or tries to. */
  public synchronized int queues() {
    return running.size();
  }

  /** How many of them it is connected to. */
  public synchronized int connected() {
    return (int) running.values().stream().filter(one -> one.pull().downSince().isEmpty()).count();
  }

  /** Real time since when this node has not been connected to one of them. */
  public synchronized Optional<Instant> downSince() {
    return running.values().stream()
        .flatMap(one -> one.pull().downSince().stream())
        .min(Instant::compareTo);
  }

  /** Ends all; what is in hand is answered first, what waits in a link goes back to its queue. */
  @Override
  public void close() {
    List<Running> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(running.values());
    }
    all.forEach(one -> one.pull().close());
    try {
      long deadline = System.nanoTime() + LAST_MESSAGE.toNanos();
      for (Running one : all) {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        one.thread().join(Math.max(1, left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Running(PullMessages pull, Thread thread) {}
}
