package dk.borgermaaling.gateway.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoWeekTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23,2026-W48",
    "2026-12-31,2026-W53",
    "2027-01-03,2026-W53",
    "2027-01-04,2027-W01"
  })
  void the_year_is_the_weeks_own(LocalDate date, String week) {
    assertThat(IsoWeek.of(date).text()).isEqualTo(week);
  }
}
