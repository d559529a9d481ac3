package dk.borgermaaling.gateway.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.calendar.DanishOfficeHours;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.notification.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendWindowTest {
  private static final ClosedDays CLOSED = new DanishOfficeHours();

  @ParameterizedTest
  @CsvSource({
    "123456 8-18, 2026-11-28T07:00, 2026-11-28T08:00", // a Saturday of a window that has it
    "123456 8-18, 2026-11-28T18:00, 2026-11-30T08:00",
    "3 10-12, 2026-11-25T12:00, 2026-12-02T10:00",
    "1234567 0-24, 2026-11-28T23:59:59, 2026-11-28T23:59:59",
    "1234567 0-24, 2026-12-24T10:00, 2026-12-27T00:00", // holidays are closed whatever the window
    "1234567 2-3, 2026-03-29T01:30, 2026-03-29T03:00", // two o'clock does not exist that night
  })
  void the_next_moment_of_a_window_is(String window, LocalDateTime from, LocalDateTime expected) {
    assertThat(SendWindow.parse(window).next(danish(from), CLOSED)).isEqualTo(danish(expected));
  }

  @Test
  void it_is_danish_time_on_both_sides_of_summer_time() {
    SendWindow nine = SendWindow.STANDARD;
    assertThat(nine.next(Instant.parse("2027-03-26T20:00:00Z"), CLOSED))
        .isEqualTo(Instant.parse("2027-03-30T07:00:00Z"));
    assertThat(nine.next(Instant.parse("2026-10-23T20:00:00Z"), CLOSED))
        .isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "8 9-15", "12345 15-9", "12345 9-25", "12345 9-9"})
  void what_is_no_window_is_refused(String text) {
    assertThatThrownBy(() -> SendWindow.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_window_is_written_as_it_is_read() {
    assertThat(SendWindow.parse("531 8-18")).hasToString("135 8-18");
  }

  /** A day on which municipalities differ ({@code lukkedag_lokal}) is open, any other is closed. */
  @Test
  void the_days_of_the_years_to_come_are_those_of_the_reference() throws IOException {
    Path list = ReferenceData.require("domain").resolve("danske_helligdage_2024_2030.csv");
    Map<LocalDate, Boolean> days = new TreeMap<>();
    for (String line : Files.readAllLines(list).subList(1, 99)) {
      String[] cells = line.split(";", -1);
      days.merge(LocalDate.parse(cells[0]), !cells[2].equals("lukkedag_lokal"), Boolean::logicalOr);
    }
    LocalDate last = LocalDate.of(2030, 12, 31);
    for (LocalDate day = LocalDate.of(2024, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
      assertThat(CLOSED.isClosed(day)).as(day.toString()).isEqualTo(days.getOrDefault(day, false));
    }
  }

  private static Instant danish(LocalDateTime time) {
    return time.atZone(BusinessClock.DENMARK).toInstant();
  }
}
