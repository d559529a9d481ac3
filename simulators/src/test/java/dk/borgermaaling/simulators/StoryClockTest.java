package dk.borgermaaling.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StoryClockTest {
  private static final Instant REAL = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-23T07:55:00Z");

  @Test
  void a_day_of_the_story_lasts_ten_seconds_at_the_demonstration_s_speed() {
    StoryClock clock =
        new StoryClock(Clock.fixed(REAL.plusSeconds(10), ZoneOffset.UTC), REAL, MONDAY, 8640);
    assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-24T07:55:00Z"));
    assertThat(clock.toReal(Instant.parse("2026-11-25T07:55:00Z"))).isEqualTo(REAL.plusSeconds(20));
  }

  @Test
  void at_speed_one_without_offset_both_times_are_the_same() {
    StoryClock clock =
        new StoryClock(Clock.fixed(REAL, ZoneOffset.UTC), Instant.EPOCH, Instant.EPOCH, 1);
    assertThat(clock.now()).isEqualTo(REAL);
    assertThat(clock.toReal(MONDAY)).isEqualTo(MONDAY);
  }
}
