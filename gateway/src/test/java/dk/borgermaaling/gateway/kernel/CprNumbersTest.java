package dk.borgermaaling.gateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CprNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "6701809995, (skjult)",
    "670180-9995, (skjult)",
    "670180 9995, (skjult)",
    "670180.9995, (skjult)",
    "670180_9995, (skjult)",
    "delta_6701809995.xml, delta_(skjult).xml",
    "a6701809995b670180-9987, a(skjult)b(skjult)",
    "3112999999, (skjult)",
    "8a1c0000-0000-4000-8000-00000000000g/6701809995,"
        + " 8a1c0000-0000-4000-8000-00000000000g/(skjult)"
  })
  void a_number_is_found_wherever_it_stands(String text, String hidden) {
    assertThat(CprNumbers.areIn(text)).isTrue();
    assertThat(CprNumbers.hiddenIn(text, "(skjult)")).isEqualTo(hidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "delta-2026-11-20.xml",
        "20261120093000",
        "67018099951",
        "670180999",
        "9201809995",
        "6713809995",
        "670180--9995",
        "8a1c0000-0000-4000-8000-006701809995",
        "cpr-ab010170-1234-4000-8000-00000000001a",
        "AB010170-1234-4000-8000-00000000001A"
      })
  void what_is_no_number_stays(String text) {
    assertThat(CprNumbers.areIn(text)).isFalse();
    assertThat(CprNumbers.hiddenIn(text, "(skjult)")).isEqualTo(text);
  }

  @Test
  void what_stands_instead_is_taken_as_it_is() {
    assertThat(CprNumbers.hiddenIn("6701809995", "$1\\")).isEqualTo("$1\\");
  }
}
