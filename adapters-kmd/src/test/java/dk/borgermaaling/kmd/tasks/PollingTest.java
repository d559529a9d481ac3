package dk.borgermaaling.kmd.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Counts;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.Span;
import dk.borgermaaling.kmd.TaskRow;
import dk.borgermaaling.kmd.Unanswered;
import dk.borgermaaling.kmd.rest.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollingTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");
  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final Duration CIRCUIT = Duration.ofHours(2);

  private final SettableClock clock = new SettableClock();
  private final CountingRuns runs = new CountingRuns();
  private final States states = new States();
  private final Circuit circuit = new Circuit("gateway.kmd.circuit", 3, CIRCUIT, clock);
  private Duration retryAfter = Duration.ofMinutes(1);
  private boolean down;
  private int asked;

  @Test
  void after_a_good_run_the_next_comes_after_the_interval() {
    assertThat(polling().run(ODENSE)).hasValue(INTERVAL);
    assertThat(runs.succeeded).isOne();
  }

  @Test
  void failures_wait_longer_each_time_up_to_the_longest_pause() {
    down = true;
    Polling polling = polling();

    assertThat(List.of(polling.run(ODENSE), polling.run(ODENSE)))
        .containsExactly(Optional.of(INTERVAL), Optional.of(Duration.ofMinutes(30)));
    assertThat(runs.reason).isEqualTo("citizensearch: status 503");
    down = false;
    assertThat(polling.run(ODENSE)).hasValue(INTERVAL);
  }

  @Test
  void momentum_may_ask_for_a_longer_wait_but_for_none_longer_than_the_longest() {
    down = true;
    retryAfter = Duration.ofMinutes(20);
    assertThat(polling().run(ODENSE)).hasValue(Duration.ofMinutes(20));
    retryAfter = Duration.ofDays(7);
    assertThat(polling().run(ODENSE)).hasValue(Duration.ofMinutes(40));
  }

  @Test
  void an_open_circuit_is_waited_for_without_asking_and_is_not_a_failure() {
    down = true;
    circuit.failed();
    circuit.failed();
    Polling polling = polling();
    assertThat(polling.run(ODENSE)).as("opened by this run").hasValue(CIRCUIT);
    assertThat(states.until).isEqualTo(clock.instant().plus(CIRCUIT));

    clock.forward(Duration.ofHours(1));
    assertThat(polling.run(ODENSE)).hasValue(Duration.ofHours(1));
    assertThat(asked).isOne();
    assertThat(runs.failures).isOne();
  }

  @Test
  void after_a_restart_the_circuit_is_as_it_was_and_one_failure_opens_it_again() {
    states.until = clock.instant();
    down = true;

    assertThat(polling().run(ODENSE)).as("half open").hasValue(CIRCUIT);
    clock.forward(CIRCUIT);
    down = false;
    assertThat(polling().run(ODENSE)).hasValue(INTERVAL);
    assertThat(states.until).isNull();
  }

  @Test
  void a_municipality_without_a_connection_is_polled_no_more() {
    assertThat(polling().run(TAARNBY)).isEmpty();
    polling().dryRun(TAARNBY);
    assertThat(states.found).isNull();
  }

  @Test
  void what_a_dry_run_found_is_kept_and_so_is_why_it_broke_off() {
    polling().dryRun(ODENSE);
    FeedControl.DryRun found = found();
    assertThat(found.events()).isEqualTo(Map.of("CourseEnded", 3));
    assertThat(found.letters()).isEqualTo(Map.of("malformed", 1));
    assertThat(found.failure()).isNull();

    down = true;
    polling().dryRun(ODENSE);
    assertThat(found().failure()).isEqualTo("citizensearch: status 503");
    assertThat(runs.failures).isZero();
  }

  private FeedControl.DryRun found() {
    return DryRunText.parse(new FeedStates.DryRun(clock.instant(), String.valueOf(states.found)));
  }

  private Polling polling() {
    return new Polling(
        new Polling.Runs() {
          @Override
          public int run(MunicipalityCode municipality, Momentum momentum) {
            momentum.citizensIn("6.1", new Span(null, null), rows -> {});
            return 0;
          }

          @Override
          public Counts dryRun(MunicipalityCode municipality, Momentum momentum) {
            momentum.citizensIn("6.1", new Span(null, null), rows -> {});
            return new Counts(
                new TreeMap<>(Map.of("CourseEnded", 3)), new TreeMap<>(Map.of("malformed", 1)));
          }
        },
        Map.of(ODENSE, new Connection(new SometimesDown(), circuit)),
        runs,
        states,
        clock,
        INTERVAL,
        Duration.ofMinutes(40));
  }

  private final class SometimesDown implements Momentum {
    @Override
    public void citizensIn(String targetGroupCode, Span starts, Consumer<List<CitizenRow>> page) {
      asked++;
      if (down) {
        circuit.failed();
        throw Unanswered.problem("Momentum 0461", "citizensearch: status 503", retryAfter);
      }
    }

    @Override
    public void conversationsChanged(
        Instant from, @Nullable Instant to, Consumer<List<TaskRow>> page) {
      throw new UnsupportedOperationException("not read here");
    }

    @Override
    public Optional<String> cprOf(String citizenId) {
      return Optional.empty();
    }

    @Override
    public Optional<List<TaxonomyItem>> taxonomy(String code) {
      return Optional.empty();
    }
  }

  private static final class States implements FeedStates {
    private @Nullable Instant until;
    private @Nullable String found;

    @Override
    public State of(EventSource source, MunicipalityCode municipality) {
      return new State(null, null, until);
    }

    @Override
    public void lookedAtAll(EventSource source, MunicipalityCode municipality, Instant begun) {
      throw new UnsupportedOperationException("the feed says so");
    }

    @Override
    public void wantAll(EventSource source, MunicipalityCode municipality, Instant at) {
      throw new UnsupportedOperationException("the operator says so");
    }

    @Override
    public void circuit(EventSource source, MunicipalityCode municipality, @Nullable Instant end) {
      until = end;
    }

    @Override
    public void dryRun(EventSource source, MunicipalityCode municipality, Instant at, String text) {
      found = text;
    }

    @Override
    public Optional<DryRun> dryRun(EventSource source, MunicipalityCode municipality) {
      return Optional.empty();
    }
  }

  private static final class CountingRuns implements FeedRuns {
    private int succeeded;
    private int failures;
    private String reason = "";

    @Override
    public void succeeded(EventSource source, MunicipalityCode municipality, int events) {
      succeeded++;
      failures = 0;
    }

    @Override
    public int failed(EventSource source, MunicipalityCode municipality, String why) {
      reason = why;
      return ++failures;
    }

    @Override
    public List<FeedRun> all() {
      throw new UnsupportedOperationException("only the console asks");
    }
  }
}
