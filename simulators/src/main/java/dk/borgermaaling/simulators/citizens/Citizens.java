package dk.borgermaaling.simulators.citizens;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.Journal;
import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.mailbox.Letter;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Citizens who act on their mail soon after it comes. A visit that finds the gateway down is made
 * again until it ends; what has ended is written down, so that a restart goes on where it was.
 */
public final class Citizens implements Part {
  private static final Logger LOG = Logger.getLogger(Citizens.class.getName());
  private static final int THREADS = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Gateway gateway;
  private final Mailboxes mailboxes;
  private final long seed;
  private final Duration answerDelay;
  private final boolean act;
  private final Journal journal;
  private final Set<String> taken = new HashSet<>();
  private final Map<Visit.Outcome, Integer> outcomes = new EnumMap<>(Visit.Outcome.class);
  private int pending;
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(THREADS);

  public Citizens(Surroundings around, Mailboxes mailboxes) {
    this.gateway = around.gateway();
    this.mailboxes = mailboxes;
    this.seed = around.settings().seed();
    this.answerDelay = around.settings().answerDelay();
    this.act = around.settings().citizens();
    this.journal = around.journal("citizens", this::replay);
  }

  private void replay(JsonObject entry) {
    taken.add(entry.getString("messageUuid"));
    outcomes.merge(Visit.Outcome.valueOf(entry.getString("outcome")), 1, Integer::sum);
  }

  @Override
  public String name() {
    return "citizens";
  }

  @Override
  public void start() {
    if (act) {
      mailboxes.read(this::receive);
    }
  }

  private void receive(Letter letter) {
    if (letter.link().isEmpty()
        || !AnswerHabits.of(seed, letter.recipient()).actsOn(letter.step())) {
      return;
    }
    synchronized (this) {
      if (!taken.add(letter.messageUuid())) {
        return;
      }
      pending++;
    }
    double part = AnswerHabits.chance(seed, letter.recipient(), "delay");
    schedule(letter, 1, Duration.ofMillis(Math.round(answerDelay.toMillis() * part)));
  }

  private void schedule(Letter letter, int attempt, Duration wait) {
    if (!people.isShutdown()) {
      ScheduledFuture<?> unused =
          people.schedule(() -> visit(letter, attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void visit(Letter letter, int attempt) {
    try {
      Visit visit =
          new Visit(gateway, question -> AnswerHabits.answer(seed, letter.recipient(), question));
      Visit.Outcome outcome = visit.make(URI.create(letter.link()));
      if (outcome == Visit.Outcome.TRY_AGAIN) {
        schedule(letter, attempt + 1, pause(attempt));
      } else {
        end(letter, outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a visit failed and is given up", e);
      end(letter, Visit.Outcome.STUCK);
    }
  }

  private synchronized void end(Letter letter, Visit.Outcome outcome) {
    if (outcome == Visit.Outcome.STUCK) {
      LOG.warning("a citizen did not get through the pages");
    }
    journal.append(
        Json.createObjectBuilder()
            .add("messageUuid", letter.messageUuid())
            .add("outcome", outcome.name())
            .build());
    outcomes.merge(outcome, 1, Integer::sum);
    pending--;
  }

  /** Half a second, doubled at every attempt. */
  private static Duration pause(int attempt) {
    Duration pause = Duration.ofMillis(500L << Math.min(attempt - 1, 5));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  @Override
  public synchronized JsonObject status() {
    JsonObjectBuilder counts = Json.createObjectBuilder();
    for (Visit.Outcome outcome : Visit.Outcome.values()) {
      if (outcome != Visit.Outcome.TRY_AGAIN) {
        counts.add(key(outcome), outcomes.getOrDefault(outcome, 0));
      }
    }
    return counts.add("pending", pending).build();
  }

  private static String key(Visit.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public synchronized boolean complete() {
    return pending == 0;
  }

  @Override
  public void close() throws IOException {
    people.shutdownNow();
    try {
      if (!people.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warning("a visit is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }
}
