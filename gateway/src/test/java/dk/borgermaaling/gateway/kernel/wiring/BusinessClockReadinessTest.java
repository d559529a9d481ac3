package dk.borgermaaling.gateway.kernel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.jpa.SqlBusinessClock;
import dk.borgermaaling.gateway.testing.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockReadinessTest {
  private static final Instant REAL = Instant.parse("2026-11-22T20:00:00Z");

  @Test
  void a_node_that_has_not_read_its_clock_for_half_a_minute_is_not_ready() {
    Clock then = Clock.fixed(REAL, ZoneOffset.UTC);
    SqlBusinessClock clock = new SqlBusinessClock(Database.fresh().gateway(), then);
    assertThat(clock.readAt().plus(Duration.ofSeconds(30))).isBefore(REAL);
    clock.startAt(new SqlBusinessClock.Setting(REAL, REAL, 1));
    assertThat(ready(clock, Duration.ofSeconds(29))).isTrue();
    assertThat(ready(clock, Duration.ofSeconds(30))).isFalse();
  }

  private static boolean ready(SqlBusinessClock clock, Duration later) {
    Clock now = Clock.fixed(REAL.plus(later), ZoneOffset.UTC);
    return BusinessClockReadiness.isFresh(clock.readAt(), now.instant());
  }
}
