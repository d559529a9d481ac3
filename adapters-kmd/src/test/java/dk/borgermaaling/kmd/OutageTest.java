package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same history is polled twice, once without and once with a day on which Momentum answers no
 * more than some first pages, and with a gateway that is killed between two transactions. What was
 * told, and what is remembered, must be the same in the end, but for the day of what Momentum shows
 * only by what is there no more: a course that has ended, a number that was changed.
 */
class OutageTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final int HOURS = 72;
  private static final Instant DOWN = START.plus(Duration.ofDays(1));
  private static final Instant OVER = START.plus(Duration.ofDays(2));

  /** Between two complete looks, which alone find these. */
  private static final Duration COMPLETE = Duration.ofHours(6);

  /** Citizens of whom nothing else is told, by the hour in which they leave. */
  private static final Map<Integer, String> LEAVERS =
      Map.of(5, "l-1", 25, "l-2", 34, "l-3", 46, "l-4", 64, "l-5");

  /** By the hour in which their number changes. */
  private static final Map<Integer, String> CHANGERS =
      Map.of(7, "n-1", 26, "n-2", 39, "n-3", 65, "n-4");

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

    assertThat(with.told(event -> !seenOnly(event))).isEqualTo(without.told(e -> !seenOnly(e)));
    assertDatedByTheLook(without.seenOnly(), with.seenOnly());
    assertThat(with.gateway.letters).isEqualTo(without.gateway.letters);
    assertThat(with.gateway.events).extracting(CaseEvent::eventId).doesNotHaveDuplicates();
    assertThat(with.failures).isPositive();
  }

  /** Momentum does not say when: it is told as of the look that found it. */
  private static boolean seenOnly(CaseEvent event) {
    return event.happening() instanceof Happening.CourseEnded
        || event.happening() instanceof Happening.CprChanged;
  }

  private static void assertDatedByTheLook(
      Map<String, CaseEvent> without, Map<String, CaseEvent> with) {
    assertThat(without).hasSize(LEAVERS.size() + CHANGERS.size());
    assertThat(with.keySet()).isEqualTo(without.keySet());
    without.forEach(
        (entity, event) -> {
          CaseEvent later = Objects.requireNonNull(with.get(entity));
          assertThat(later.version()).isEqualTo(event.version());
          assertThat(later.targetGroup()).isEqualTo(event.targetGroup());
          assertThat(later.recipient()).isEqualTo(event.recipient());
          assertThat(later.formerly()).isEqualTo(event.formerly());
          assertThat(later.happening()).hasSameClassAs(event.happening());
          assertThat(later.happening().date())
              .isEqualTo(LocalDate.ofInstant(later.occurredAt(), BusinessClock.DENMARK));
          if (event.occurredAt().isBefore(DOWN)) {
            assertThat(later.occurredAt()).isEqualTo(event.occurredAt());
          } else {
            Instant seen = event.occurredAt().isBefore(OVER) ? OVER : event.occurredAt();
            assertThat(later.occurredAt())
                .isBetween(event.occurredAt().minus(COMPLETE), seen.plus(COMPLETE));
          }
        });
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
      LEAVERS.forEach((hour, id) -> momentum.in(id, number(hour), "6.6", "2026-08-13T22:00:00Z"));
      CHANGERS.forEach((hour, id) -> momentum.in(id, number(hour), "6.1", "2026-08-13T22:00:00Z"));
    }

    private static String number(int of) {
      return "%010d".formatted(6702800000L + of);
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
      String leaver = LEAVERS.get(hour);
      if (leaver != null) {
        momentum.citizens.remove(leaver);
      }
      String changer = CHANGERS.get(hour);
      if (changer != null) {
        momentum.in(changer, number(hour + 1000), "6.1", "2026-08-13T22:00:00Z");
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
            .feed(FakeGateway.settings(true, COMPLETE, "6.1", "6.6", "6.7"))
            .run(FakeGateway.ODENSE, momentum);
      } catch (ProblemException | IllegalStateException e) {
        failures++;
      }
    }

    /** All but the order in which different entities were told. */
    List<String> told(Predicate<CaseEvent> which) {
      return gateway.events.stream()
          .filter(which)
          .map(
              event ->
                  String.join(
                      " ",
                      event.entityId(),
                      "" + event.version(),
                      event.occurredAt().toString(),
                      event.happening().toString(),
                      String.valueOf(event.targetGroup()),
                      event.recipient().toString()))
          .sorted()
          .toList();
    }

    Map<String, CaseEvent> seenOnly() {
      return gateway.events.stream()
          .filter(OutageTest::seenOnly)
          .collect(Collectors.toMap(CaseEvent::entityId, event -> event));
    }
  }
}
