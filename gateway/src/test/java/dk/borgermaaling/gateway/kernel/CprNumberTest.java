package dk.borgermaaling.gateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CprNumberTest {
  @ParameterizedTest
  @CsvSource({
    "6701803999, 1980-01-07", "6701804999, 1980-01-07", "6701364999, 2036-01-07",
    "6701374999, 1937-01-07", "6701575999, 2057-01-07", "6701588999, 1858-01-07",
    "6701369999, 2036-01-07", "0701803999, 1980-01-07"
  })
  void the_century_follows_from_the_seventh_digit(String number, LocalDate born) {
    assertThat(new CprNumber(number).birthDate()).isEqualTo(born);
  }

  @Test
  void a_day_raised_by_sixty_is_a_replacement_number() {
    assertThat(new CprNumber("6701809995").isReplacement()).isTrue();
    assertThat(new CprNumber("0701809995").isReplacement()).isFalse();
  }

  @Test
  void the_last_four_digits_are_not_shown() {
    assertThat(new CprNumber("6701809995")).hasToString("670180-****");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "670180-9995",
        "67018099951",
        "670180999",
        "4001809995",
        "6713809995",
        "9201809995"
      })
  void anything_that_is_no_date_and_serial_is_malformed(String number) {
    assertThatThrownBy(() -> new CprNumber(number))
        .isInstanceOf(ProblemException.class)
        .satisfies(
            problem -> {
              if (number.length() > 4) {
                assertThat(problem.getMessage()).doesNotContain(number);
              }
            });
  }
}
