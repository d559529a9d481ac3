package dk.borgermaaling.gateway.beskedfordeler;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Link;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Pulled;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.QueueFault;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue.Wear;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The loop alone: a made-up queue says turn by turn what happens, and at last closes it. */
class PullMessagesTest {
  private static final Dueslag QUEUE = new Dueslag(new MunicipalityCode("0461"), UUID.randomUUID());
  private final SettableRealClock clock = new SettableRealClock("2026-11-29T10:00:00Z");
  private final Script queue = new Script();
  private final List<String> notes = new ArrayList<>();
  private final PullMessages pull =
      new PullMessages(
          QUEUE,
          queue,
          new TakePulled(new PlainTransactions(), List.of(), new KeptLetters(), 100),
          new Written(),
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)),
          clock);

  @Test
  void a_link_that_is_due_is_replaced_and_only_then_closed() {
    queue.wears.addAll(List.of(Wear.FRESH, Wear.DUE, Wear.FRESH));
    pull.run();
    assertThat(queue.told).containsExactly("open 1", "open 2", "close 1", "close 2");
    assertThat(notes).containsExactly("connected");
  }

  @Test
  void a_link_that_cannot_be_replaced_is_used_to_its_end() {
    queue.wears.addAll(List.of(Wear.DUE, Wear.OVER, Wear.FRESH));
    queue.refused = 2;
    pull.run();
    assertThat(queue.told)
        .containsExactly("open 1", "refused", "refused", "close 1", "open 2", "close 2");
    assertThat(notes)
        .containsExactly("connected", "failed: refused", "failed: refused", "connected");
    assertThat(pull.downSince()).isPresent();
  }

  /** The first opening succeeds; each later turn the link says how worn it is. */
  private final class Script implements MessageQueue {
    final List<Wear> wears = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    int refused;
    private int opened;

    @Override
    public Link open(Dueslag from) throws QueueFault {
      if (opened > 0 && refused > 0) {
        refused--;
        told.add("refused");
        clock.advance(Duration.ofSeconds(1));
        throw new QueueFault("refused");
      }
      opened++;
      told.add("open " + opened);
      return new Made(opened);
    }
  }

  private final class Made implements Link {
    private final int number;

    Made(int number) {
      this.number = number;
    }

    @Override
    public Optional<Pulled> next(Duration wait) {
      if (queue.wears.isEmpty()) {
        pull.close();
      }
      return Optional.empty();
    }

    @Override
    public Wear wear(Instant now) {
      return queue.wears.remove(0);
    }

    @Override
    public void acknowledge(Pulled message) {}

    @Override
    public void reject(Pulled message) {}

    @Override
    public void close() {
      queue.told.add("close " + number);
    }
  }

  private final class Written implements PullMessages.Notes {
    @Override
    public void connected(Dueslag from, Instant at) {
      notes.add("connected");
    }

    @Override
    public void failed(Dueslag from, Instant at, String why) {
      notes.add("failed: " + why);
    }

    @Override
    public void unexpected(Dueslag from, RuntimeException failure) {
      throw failure;
    }
  }
}
