package dk.borgermaaling.gateway.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DanishFiguresTest {
  @Test
  void thousands_have_a_point_and_decimals_a_comma() {
    assertThat(DanishFigures.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(DanishFigures.one(63.75)).isEqualTo("63,8");
    assertThat(DanishFigures.two(3.5)).isEqualTo("3,50");
  }

  @Test
  void a_no_break_space_stands_before_the_percent_sign() {
    assertThat(DanishFigures.percent(0.3876)).isEqualTo("38,8\u00a0%");
  }

  @Test
  void a_difference_has_a_sign_unless_it_is_nothing() {
    assertThat(DanishFigures.difference(4.21)).isEqualTo("+4,2");
    assertThat(DanishFigures.difference(-0.3)).isEqualTo("\u22120,3");
    assertThat(DanishFigures.difference(-0.04)).isEqualTo("0,0");
  }

  @Test
  void times_are_danish_whatever_zone_the_server_runs_in() {
    assertThat(DanishFigures.time(Instant.parse("2026-07-01T22:30:00Z")))
        .isEqualTo("02-07-2026 00:30");
    assertThat(DanishFigures.week("2026-W03")).isEqualTo("uge 3, 2026");
  }
}
