package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockDriftTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final Thumbprint CALLER = new Thumbprint("ab".repeat(32));
  private static final Thumbprint STS = new Thumbprint("cd".repeat(32));
  private final ClockDrift drift = new ClockDrift(Duration.ofSeconds(30));
  private final LogLines log = LogLines.of(ClockDrift.class);

  @AfterEach
  void close() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 30, -30})
  void a_clock_within_the_warning_is_not_told_of(long seconds) {
    drift.message(CALLER, NOW.plusSeconds(seconds), NOW);
    drift.token(STS, NOW.plusSeconds(seconds), NOW);
    assertThat(log.all()).isEmpty();
  }

  @Test
  void a_clock_ahead_and_a_clock_behind_are_told_of_by_the_beginning_of_the_thumbprint() {
    drift.message(CALLER, NOW.plusMillis(30_001), NOW);
    drift.token(STS, NOW.plusSeconds(42), NOW);
    drift.message(new Thumbprint("ef".repeat(32)), NOW.minusSeconds(90), NOW);
    assertThat(log.all())
        .containsExactly(
            "WARNING the clock of the caller abababab is 30 s ahead of ours",
            "WARNING the clock of the token service cdcdcdcd is 42 s ahead of ours",
            "WARNING the clock of the caller efefefef is 90 s behind ours, or its messages are so"
                + " long on their way");
  }

  @Test
  void how_old_a_token_is_says_nothing() {
    drift.token(STS, NOW.minus(Duration.ofHours(7)), NOW);
    assertThat(log.all()).isEmpty();
  }

  @Test
  void each_certificate_has_a_line_an_hour() {
    Instant almost = NOW.plus(Duration.ofHours(1)).minusMillis(1);
    Instant later = NOW.plus(Duration.ofHours(1));
    for (Instant now : new Instant[] {NOW, NOW, almost}) {
      drift.message(CALLER, now.plusSeconds(40), now);
    }
    assertThat(log.all()).hasSize(1);
    drift.message(STS, NOW.plusSeconds(40), NOW);
    assertThat(log.all()).hasSize(2);
    drift.message(CALLER, later.plusSeconds(40), later);
    assertThat(log.all()).hasSize(3);
  }

  @Test
  void a_warning_for_everybody_is_refused_at_the_start() {
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertThatThrownBy(() -> new ClockDrift(none))
          .hasMessageContaining("gateway.trust.clock-drift-warning");
    }
  }
}
