package dk.borgermaaling.kmd.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PollingTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final MunicipalityCode TAARNBY = new MunicipalityCode("0185");
  private static final Duration INTERVAL = Duration.ofMinutes(15);

  private final CountingRuns runs = new CountingRuns();
  private boolean down;

  @Test
  void after_a_good_run_the_next_comes_after_the_interval() {
    assertThat(polling().run(ODENSE)).hasValue(INTERVAL);
    assertThat(runs.succeeded).isOne();
  }

  @Test
  void failures_wait_longer_each_time_up_to_the_longest_pause() {
    down = true;
    Polling polling = polling();

    assertThat(List.of(polling.run(ODENSE), polling.run(ODENSE), polling.run(ODENSE)))
        .containsExactly(
            Optional.of(INTERVAL),
            Optional.of(Duration.ofMinutes(30)),
            Optional.of(Duration.ofMinutes(40)));
    assertThat(runs.reason).isEqualTo("Momentum 0461 does not answer; try again in 60 s");
    down = false;
    assertThat(polling.run(ODENSE)).hasValue(INTERVAL);
  }

  @Test
  void a_municipality_without_a_connection_is_polled_no_more() {
    assertThat(polling().run(TAARNBY)).isEmpty();
  }

  private Polling polling() {
    return new Polling(
        (municipality, momentum) -> {
          momentum.citizensIn("6.1", rows -> {});
          return 0;
        },
        Map.of(ODENSE, new SometimesDown()),
        runs,
        INTERVAL,
        Duration.ofMinutes(40));
  }

  private final class SometimesDown implements Momentum {
    @Override
    public void citizensIn(String targetGroupCode, Consumer<List<CitizenRow>> page) {
      if (down) {
        throw new ProblemException(
            new Problem.UpstreamUnavailable("Momentum 0461", Duration.ofMinutes(1)));
      }
    }

    @Override
    public void conversationsChangedSince(Instant from, Consumer<List<TaskRow>> page) {
      throw new UnsupportedOperationException("not read here");
    }

    @Override
    public Optional<String> cprOf(String citizenId) {
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
