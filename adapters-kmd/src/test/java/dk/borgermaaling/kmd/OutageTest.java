package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same history is polled twice, once without and once with a day on which Momentum answers no
 * more than some first pages, and with a gateway that is killed between two transactions. What was
 * told, and what is remembered, must be the same in the end.
 */
class OutageTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final int HOURS = 72;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_day_without_momentum_ends_with_the_same_events_and_versions(long seed) {
    Polled without = new Polled(seed, false);
    Polled with = new Polled(seed, true);
    for (int hour = 0; hour < HOURS; hour++) {
      without.hour(hour);
      with.hour(hour);
    }
    without.settle();
    with.settle();

    assertThat(with.told()).isEqualTo(without.told());
    assertThat(with.gateway.letters).isEqualTo(without.gateway.letters);
    assertThat(with.gateway.events).extracting(CaseEvent::eventId).doesNotHaveDuplicates();
    assertThat(with.failures).isPositive();
  }

  private static final class Polled {
    private final FakeGateway gateway = new FakeGateway();
    private final FakeMomentum momentum = new FakeMomentum();
    private final Random history;
    private final Random faults;
    private final boolean disturbed;
    private int failures;

    Polled(long seed, boolean disturbed) {
      this.history = new Random(seed);
      this.faults = new Random(seed);
      this.disturbed = disturbed;
      for (int i = 0; i < 60; i++) {
        momentum.in("c-" + i, "%010d".formatted(6701800000L + i), code(), "2026-08-13T22:00:00Z");
      }
    }

    private String code() {
      return List.of("6.1", "6.6", "6.7").get(history.nextInt(3));
    }

    /**
     * What is held in the day of the outage is not taken back, and each citizen changes at most
     * once in it: what is over by the next look is not Momentum's to tell.
     */
    void hour(int hour) {
      gateway.now = START.plus(Duration.ofHours(hour));
      gateway.realNow = gateway.now;
      String citizen = "c-" + hour % 60;
      String at = gateway.now.toString();
      if (hour % 3 == 0) {
        String start = gateway.now.atOffset(ZoneOffset.UTC).toLocalDate() + "T00:00:00Z";
        momentum.in(citizen, "%010d".formatted(6701800000L + hour % 60), code(), start);
      } else if (hour % 3 == 1) {
        momentum.task("t-" + hour, 1, at, at, citizen);
      } else if (hour > 9 && (hour - 7 < 24 || hour - 7 > 48)) {
        momentum.task("t-" + (hour - 7), 2, at, at, "c-" + (hour - 7) % 60);
      }
      boolean outage = disturbed && hour >= 24 && hour < 48;
      momentum.pagesUntilItBreaks = outage ? faults.nextInt(60) : Integer.MAX_VALUE;
      gateway.killAfterTransactions =
          outage && faults.nextInt(4) == 0 ? gateway.transactions() : Integer.MAX_VALUE;
      poll();
    }

    void settle() {
      momentum.pagesUntilItBreaks = Integer.MAX_VALUE;
      gateway.killAfterTransactions = Integer.MAX_VALUE;
      gateway.realNow = gateway.realNow.plus(Duration.ofHours(7));
      gateway.now = gateway.realNow;
      poll();
      poll();
    }

    private void poll() {
      try {
        gateway
            .feed(FakeGateway.settings(true, Duration.ofHours(6), "6.1", "6.6", "6.7"))
            .run(FakeGateway.ODENSE, momentum);
      } catch (ProblemException | IllegalStateException e) {
        failures++;
      }
    }

    /** All but the order in which different entities were told. */
    List<String> told() {
      List<String> told = new ArrayList<>();
      gateway.events.forEach(
          event ->
              told.add(
                  String.join(
                      " ",
                      event.entityId(),
                      "" + event.version(),
                      event.occurredAt().toString(),
                      event.happening().toString(),
                      String.valueOf(event.targetGroup()),
                      event.recipient().toString())));
      return told.stream().sorted().toList();
    }
  }
}
