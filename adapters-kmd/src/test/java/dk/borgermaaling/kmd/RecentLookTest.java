package dk.borgermaaling.kmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which run looks at whom, and searches that are too long for Momentum. */
class RecentLookTest {
  private static final String SUMMER = "2026-08-13T22:00:00Z";
  private static final String LATELY = "2026-11-19T23:00:00Z";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final FakeGateway gateway = new FakeGateway();
  private final FakeMomentum momentum = new FakeMomentum();

  @Test
  void the_first_run_looks_at_everybody_and_the_next_at_who_came_lately() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    assertThat(run()).isOne();
    assertThat(momentum.spans).containsOnly(Span.ALL);
    momentum.spans.clear();
    momentum.in("c-2", "6702809994", "6.6", LATELY);
    momentum.in("c-1", "6701809995", "6.1", LATELY);

    assertThat(run()).isEqualTo(2);
    assertThat(momentum.spans).containsOnly(Span.since(TODAY.minusDays(30)));
    assertThat(gateway.events)
        .extracting(event -> event.happening().getClass().getSimpleName())
        .containsExactly("TargetGroupStarted", "TargetGroupChanged", "TargetGroupStarted");
  }

  @Test
  void nobody_is_gone_who_merely_did_not_come_lately() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();

    assertThat(run()).isZero();
  }

  @Test
  void who_is_gone_is_found_when_everybody_is_looked_at_again() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.citizens.clear();
    gateway.realNow = gateway.realNow.plus(Duration.ofHours(6)).minusSeconds(1);
    assertThat(run()).isZero();

    gateway.realNow = gateway.realNow.plusSeconds(1);
    assertThat(run()).isOne();
    assertThat(last().happening()).isInstanceOf(Happening.CourseEnded.class);
  }

  @Test
  void an_operator_can_have_everybody_looked_at_in_the_next_run_and_in_that_alone() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    run();
    momentum.spans.clear();
    gateway.realNow = gateway.realNow.plusSeconds(60);
    gateway.wantAll(EventSource.MOMENTUM, FakeGateway.ODENSE, gateway.realNow.minusSeconds(1));

    run();
    run();
    assertThat(momentum.spans).containsExactly(Span.ALL, Span.ALL, since(), since());
  }

  @Test
  void a_complete_look_that_broke_off_is_made_by_the_next_run() {
    momentum.in("c-1", "6701809995", "6.6", SUMMER);
    momentum.pagesUntilItBreaks = 1;
    assertThatThrownBy(this::run).isNotNull();
    momentum.pagesUntilItBreaks = Integer.MAX_VALUE;
    momentum.spans.clear();

    run();
    assertThat(momentum.spans).containsOnly(Span.ALL);
  }

  @Test
  void a_search_that_is_too_long_is_read_in_parts_and_nobody_is_lost_between_them() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 400; i++) {
      String day = start.plusDays(i * 3L).toString();
      momentum.in("c-" + i, "6701809995", "6.6", day + "T11:00:00Z");
    }
    momentum.in("old", "6702809994", "6.6", "1994-02-01T11:00:00Z");
    momentum.in("far", "6703809993", "6.6", "2027-11-01T11:00:00Z");
    momentum.mostRows = 12;

    assertThat(run()).as("all but who starts in a year").isLessThanOrEqualTo(401);
    Set<String> told = new HashSet<>(gateway.events.stream().map(CaseEvent::entityId).toList());
    assertThat(told).contains("c-0", "c-200", "old").doesNotContain("far");
    assertThat(told)
        .hasSize((int) momentum.citizens.values().stream().filter(this::hasBegun).count());
    assertThat(momentum.spans).hasSizeLessThan(200);
  }

  @Test
  void a_single_day_is_not_divided_further() {
    assertThat(new Span(TODAY, TODAY.plusDays(1)).isDivisible()).isFalse();
    assertThat(new Span(TODAY, TODAY.plusDays(2)).halves(TODAY))
        .containsExactly(
            new Span(TODAY, TODAY.plusDays(1)), new Span(TODAY.plusDays(1), TODAY.plusDays(2)));
  }

  @Test
  void dividing_comes_to_an_end_at_both_open_ends() {
    for (Span open : List.of(Span.ALL, Span.since(TODAY), new Span(null, TODAY))) {
      Span left = open;
      Span right = open;
      int divisions = 0;
      while (left.isDivisible() || right.isDivisible()) {
        left = left.isDivisible() ? left.halves(TODAY).get(0) : left;
        right = right.isDivisible() ? right.halves(TODAY).get(1) : right;
        divisions++;
      }
      assertThat(divisions).isLessThan(40);
    }
  }

  private boolean hasBegun(CitizenRow row) {
    return !MomentumMapping.date("start", row.targetGroupStartDate()).isAfter(TODAY);
  }

  private static Span since() {
    return Span.since(TODAY.minusDays(30));
  }

  private CaseEvent last() {
    return gateway.events.get(gateway.events.size() - 1);
  }

  private int run() {
    return gateway
        .feed(FakeGateway.settings(false, Duration.ofHours(6), "6.1", "6.6"))
        .run(FakeGateway.ODENSE, momentum);
  }
}
