package dk.borgermaaling.gateway.kernel.wiring;

import dk.borgermaaling.gateway.kernel.Causes;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads small tables again and again, away from any transaction. */
@ApplicationScoped
public class Refreshing {
  private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);

  private final Queue<Future<?>> running = new ConcurrentLinkedQueue<>();

  @Resource private ManagedScheduledExecutorService executor;

  /** Refreshes now, so that a failure stops the start, and then after every pause (real time). */
  public void start(String name, Duration pause, Runnable refresh) {
    refresh.run();
    running.add(
        executor.scheduleWithFixedDelay(
            () -> again(name, refresh), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static void again(String name, Runnable refresh) {
    try {
      refresh.run();
    } catch (RuntimeException e) { // it must be tried again, whatever went wrong
      LOG.warn("{} could not be read; it goes on as last read: {}", name, Causes.trace(e));
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(future -> future.cancel(false));
  }
}
