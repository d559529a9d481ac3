package dk.borgermaaling.simulators.beskedfordeler.pull;

import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.sts.Registry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The queues of those municipalities that have chosen to pull, one for each setting {@code
 * pull.queue.<cvr>}; without any there is no broker. Queues are in memory: after a restart whoever
 * put a message puts it again, unless it was told that it was taken.
 */
public final class BeskedHent implements Part {
  private static final Logger LOG = Logger.getLogger(BeskedHent.class.getName());
  private static final String QUEUE = "pull.queue.";
  private static final long LOOK_MILLIS = 200;
  private final Map<String, UUID> queues = new HashMap<>();
  private final Map<String, Waiting> waiting = new HashMap<>();
  private final @Nullable PullBroker broker;
  private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(1);
  private int taken;

  public BeskedHent(Surroundings around, Registry registry, Clock real) {
    Map<String, String> settings = around.settings().caseSystems();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(QUEUE)) {
            queues.put(key.substring(QUEUE.length()), UUID.fromString(value));
          }
        });
    broker = queues.isEmpty() ? null : open(around, registry, real);
  }

  private PullBroker open(Surroundings around, Registry registry, Clock real) {
    int port = Integer.parseInt(around.settings().caseSystems().getOrDefault("pull.port", "5671"));
    LogIn logIn = new LogIn(around.key("sts").certificate(), registry, real);
    try {
      PullBroker opened = PullBroker.open(port, around.settings().certificatesDir(), logIn);
      queues.forEach(opened::addQueue);
      ScheduledFuture<?> unused =
          looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("the broker cannot be opened", e);
    }
  }

  @Override
  public String name() {
    return "beskedHent";
  }

  /** Whether this municipality pulls its messages. */
  public boolean isFor(String cvr) {
    return queues.containsKey(cvr);
  }

  /** Where its broker is; 0 when there is none. */
  public int port() {
    return broker == null ? 0 : broker.port();
  }

  /**
   * Puts a message into the municipality's queue.
   *
   * @param message a bare Haendelsesbesked
   * @return done when it was acknowledged, or turned away for good
   */
  public CompletableFuture<Void> put(String cvr, String message) {
    UUID queue = queues.get(cvr);
    PullBroker open = broker;
    if (queue == null || open == null) {
      throw new IllegalArgumentException("this municipality does not pull");
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    String handle = UUID.randomUUID().toString();
    open.put(queue, handle, message.getBytes(StandardCharsets.UTF_8));
    synchronized (this) {
      waiting.put(handle, new Waiting(queue, done));
    }
    return done;
  }

  private void look() {
    try {
      for (UUID queue : queues.values()) {
        gone(queue).values().forEach(done -> done.complete(null));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the queues could not be looked at; they are again", e);
    }
  }

  /** What is known to be put is asked for first: it is gone only when it has been there. */
  private synchronized Map<String, CompletableFuture<Void>> gone(UUID queue) {
    PullBroker open = broker;
    Map<String, CompletableFuture<Void>> gone = new HashMap<>();
    if (open == null || waiting.isEmpty()) {
      return gone;
    }
    Set<String> there = open.waiting(queue);
    waiting.forEach(
        (handle, one) -> {
          if (one.queue().equals(queue) && !there.contains(handle)) {
            gone.put(handle, one.done());
          }
        });
    waiting.keySet().removeAll(gone.keySet());
    taken += gone.size();
    return gone;
  }

  @Override
  public synchronized JsonObject status() {
    return Json.createObjectBuilder().add("taken", taken).add("waiting", waiting.size()).build();
  }

  @Override
  public void close() {
    looks.shutdownNow();
    if (broker != null) {
      broker.close();
    }
  }

  private record Waiting(UUID queue, CompletableFuture<Void> done) {}
}
