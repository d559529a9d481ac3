package dk.borgermaaling.simulators.casesystems;

import dk.borgermaaling.simulators.Journal;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How far a case system has told its part of the story. The position moves when receipts have come
 * and is kept in a journal, so that a restart goes on where it was; a batch whose answer was lost
 * is sent again, which changes nothing at the gateway.
 */
public final class Telling implements Closeable {
  private final List<StoryEvent> events;
  private final Supplier<Instant> now;
  private final Delivery delivery;
  private final String story;
  private final Journal journal;

  /** Held while batches are sent; how far it is can be asked meanwhile. */
  private final Object sending = new Object();

  private final AtomicInteger position = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Receipts receipts = Receipts.NONE;

  /**
   * Goes on where the journal ends.
   *
   * @param topic of the journal
   */
  public Telling(
      Surroundings around, String topic, World world, Town.Source source, Delivery delivery) {
    this.events = world.story().events(source);
    this.now = around.clock()::now;
    this.delivery = delivery;
    this.story = world.seed() + "/" + world.citizens().size() + "/" + world.start();
    this.journal = around.journal(topic, this::replay);
  }

  private void replay(JsonObject entry) {
    if (!story.equals(entry.getString("story"))) {
      throw new IllegalStateException("the state folder belongs to another story");
    }
    position.set(entry.getInt("position"));
    receipts = Receipts.of(entry);
  }

  /** Takes the way to the gateway once; see {@link Delivery#knock}. */
  void knock() throws IOException, InterruptedException {
    synchronized (sending) {
      delivery.knock();
    }
  }

  /**
   * Hands over what is due and not handed over yet, batch after batch.
   *
   * @throws IOException the gateway has not answered; call again later
   */
  public void tellDue() throws IOException, InterruptedException {
    synchronized (sending) {
      tellAllDue();
    }
  }

  private void tellAllDue() throws IOException, InterruptedException {
    List<StoryEvent> batch = Batches.next(events, position.get(), now.get());
    while (!batch.isEmpty()) {
      try {
        receipts = receipts.plus(delivery.send(batch));
      } catch (IOException e) {
        failures.incrementAndGet();
        throw e;
      }
      int told = position.addAndGet(batch.size());
      journal.append(
          Json.createObjectBuilder(receipts.json())
              .add("story", story)
              .add("position", told)
              .build());
      batch = Batches.next(events, position.get(), now.get());
    }
  }

  /** Hands over once more everything handed over so far; the position stays where it is. */
  public Receipts tellAgain() throws IOException, InterruptedException {
    synchronized (sending) {
      return tellAllTold();
    }
  }

  private Receipts tellAllTold() throws IOException, InterruptedException {
    Receipts again = Receipts.NONE;
    List<StoryEvent> told = events.subList(0, position.get());
    int sent = 0;
    List<StoryEvent> batch = Batches.next(told, sent, Instant.MAX);
    while (!batch.isEmpty()) {
      again = again.plus(delivery.send(batch));
      sent += batch.size();
      batch = Batches.next(told, sent, Instant.MAX);
    }
    return again;
  }

  /** Everything handed over so far. */
  public List<StoryEvent> told() {
    return events.subList(0, position.get());
  }

  public boolean complete() {
    return position.get() == events.size();
  }

  /** Counts only. */
  public JsonObject status() {
    Instant by = now.get();
    return Json.createObjectBuilder(receipts.json())
        .add("events", events.size())
        .add("due", events.stream().filter(e -> !e.toldAt().isAfter(by)).count())
        .add("sent", position.get())
        .add("failedAttempts", failures.get())
        .build();
  }

  @Override
  public void close() throws IOException {
    delivery.close();
    journal.close();
  }
}
