package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Link;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Pulled;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.QueueFault;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Wear;
import dk.borgermaaling.gateway.kernel.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pulls one queue until it is closed: a message is stored and committed, then acknowledged, then
 * the next one is looked at. When the connection, the database or anything else fails, what was not
 * acknowledged goes back to the queue, and after a pause the queue is opened anew. A process that
 * dies in between gets the message again, which {@link Taker} stores once.
 */
public final class PullMessages implements Runnable, AutoCloseable {
  private static final Duration LOOK_UP = Duration.ofMillis(500);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private final Dueslag from;
  private final MessageQueue queue;
  private final TakePulled taker;
  private final Notes notes;
  private final Backoff backoff;
  private final Clock real;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Instant downSince;
  private @Nullable Link link;
  private Instant notedAt = Instant.MIN;
  private Instant renewAgain = Instant.MIN;
  private int failures;

  public PullMessages(
      Dueslag from,
      MessageQueue queue,
      TakePulled taker,
      Notes notes,
      Backoff backoff,
      Clock real) {
    this.from = from;
    this.queue = queue;
    this.taker = taker;
    this.notes = notes;
    this.backoff = backoff;
    this.real = real;
    this.downSince = real.instant();
  }

  /** Real time since when this node is not connected; empty while it is. */
  public Optional<Instant> downSince() {
    return Optional.ofNullable(downSince);
  }

  /** Returns when it is closed, from any thread, and the message in hand is answered. */
  @Override
  public void run() {
    try {
      while (closing.getCount() > 0) {
        turn();
      }
    } finally {
      drop();
      downSince = real.instant();
    }
  }

  private void turn() {
    try {
      Link open = fresh();
      Optional<Pulled> message = open.next(LOOK_UP);
      if (message.isPresent()) {
        answer(open, message.get());
      }
      failures = 0;
      connected();
    } catch (QueueFault e) {
      failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) { // the message is not stored: it comes again
      notes.unexpected(from, e);
      failed("a message could not be stored");
    }
  }

  private void answer(Link open, Pulled message) throws QueueFault {
    switch (taker.take(from.municipality(), message.body())) {
      case ACKNOWLEDGE -> open.acknowledge(message);
      case REJECT -> open.reject(message);
    }
  }

  /** The next link is opened before the last one is closed: renewing loses no time. */
  private Link fresh() throws QueueFault {
    Link current = link;
    if (current == null) {
      Link first = queue.open(from);
      link = first;
      return first;
    }
    Instant now = real.instant();
    Wear wear = current.wear(now);
    if (wear == Wear.FRESH || (wear == Wear.DUE && now.isBefore(renewAgain))) {
      return current;
    }
    try {
      Link next = queue.open(from);
      link = next;
      current.close();
      return next;
    } catch (QueueFault e) {
      if (wear == Wear.OVER) {
        throw e;
      }
      renewAgain = now.plus(backoff.after(1));
      notes.failed(from, now, String.valueOf(e.getMessage()));
      return current;
    }
  }

  private void connected() {
    Instant now = real.instant();
    if (downSince != null || now.isAfter(notedAt.plus(NOTED_EVERY))) {
      downSince = null;
      notedAt = now;
      notes.connected(from, now);
    }
  }

  private void failed(String why) {
    drop();
    Instant now = real.instant();
    if (downSince == null) {
      downSince = now;
    }
    notes.failed(from, now, why);
    failures++;
    pause(backoff.after(failures));
  }

  private void drop() {
    Link open = link;
    link = null;
    if (open != null) {
      open.close();
    }
  }

  private void pause(Duration pause) {
    try {
      boolean unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }

  /** Who is told how it goes. Nothing here may throw. */
  public interface Notes {
    void connected(Dueslag from, Instant at);

    void failed(Dueslag from, Instant at, String why);

    void unexpected(Dueslag from, RuntimeException failure);
  }
}
