package dk.borgermaaling.gateway.kernel.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.testing.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SqlBusinessClockTest {
  private static final Instant REAL = Instant.parse("2026-11-22T20:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-23T07:55:00Z");
  private static final double A_DAY_IN_TEN_SECONDS = 8640;

  private final Database database = Database.fresh();

  @Test
  void a_day_passes_in_ten_seconds() {
    SqlBusinessClock clock = clockAt(REAL.plusSeconds(10));
    clock.startAt(new SqlBusinessClock.Setting(REAL, MONDAY, A_DAY_IN_TEN_SECONDS));
    assertThat(clock.now()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
  }

  @Test
  void a_business_instant_has_its_real_one() {
    SqlBusinessClock clock = clockAt(REAL);
    clock.startAt(new SqlBusinessClock.Setting(REAL, MONDAY, A_DAY_IN_TEN_SECONDS));
    assertThat(clock.toReal(MONDAY.plus(Duration.ofDays(3)))).isEqualTo(REAL.plusSeconds(30));
    assertThat(clock.toReal(MONDAY.minus(Duration.ofHours(12)))).isEqualTo(REAL.minusSeconds(5));
  }

  @Test
  void a_second_start_keeps_the_first_setting() {
    clockAt(REAL).startAt(new SqlBusinessClock.Setting(REAL, MONDAY, A_DAY_IN_TEN_SECONDS));
    SqlBusinessClock restarted = clockAt(REAL.plusSeconds(20));
    restarted.startAt(new SqlBusinessClock.Setting(REAL.plusSeconds(20), REAL, 1));
    assertThat(restarted.now()).isEqualTo(MONDAY.plus(Duration.ofDays(2)));
  }

  @Test
  void production_runs_on_real_time() {
    SqlBusinessClock clock = clockAt(REAL.plusNanos(123_000));
    clock.startAt(new SqlBusinessClock.Setting(REAL, REAL, 1));
    assertThat(clock.now()).isEqualTo(REAL.plusNanos(123_000));
  }

  @Test
  void it_notices_when_it_was_set() {
    SqlBusinessClock clock = clockAt(REAL);
    clock.startAt(new SqlBusinessClock.Setting(REAL, MONDAY, A_DAY_IN_TEN_SECONDS));
    assertThat(clock.refresh()).as("nothing has happened").isFalse();
    database.gateway().useHandle(handle -> handle.execute("UPDATE ops.clock SET speed = 1"));
    assertThat(clock.refresh()).as("set").isTrue();
    assertThat(clock.toReal(MONDAY.plusSeconds(7))).isEqualTo(REAL.plusSeconds(7));
    assertThat(clock.refresh()).as("told once").isFalse();
  }

  @Test
  void asked_too_early_it_says_so() {
    assertThatThrownBy(clockAt(REAL)::now).isInstanceOf(IllegalStateException.class);
  }

  private SqlBusinessClock clockAt(Instant real) {
    return new SqlBusinessClock(database.gateway(), Clock.fixed(real, ZoneOffset.UTC));
  }
}
