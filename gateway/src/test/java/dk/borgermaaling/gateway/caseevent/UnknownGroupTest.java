package dk.borgermaaling.gateway.caseevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownGroupTest {
  private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

  @ParameterizedTest
  @CsvSource({"LAB6, 6.14", "KONTAKTGRUPPE, KG2/4", "LAB2027, A-1"})
  void what_the_sentence_says_can_be_read_back(String system, String code) {
    UnknownGroup unknown = new UnknownGroup(new TargetGroupCode(system, code, DAY), DAY);
    assertThat(UnknownGroup.in(unknown.problem().publicDetail())).contains(unknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.99", "A3", "KG2/4", "INT-KP"})
  void so_can_a_code_that_was_told_without_its_system(String code) {
    UnknownGroup unknown = new UnknownGroup(TargetGroupCode.untold(code, DAY), DAY);
    assertThat(UnknownGroup.in(unknown.problem().publicDetail())).contains(unknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6701809995", "67018.09995", "syg siden maj", "Sygedagpengemodtager-"})
  void words_and_personal_numbers_in_its_place_are_never_repeated(String code) {
    UnknownGroup unknown = new UnknownGroup(TargetGroupCode.untold(code, DAY), DAY);
    assertThat(unknown.problem().publicDetail())
        .startsWith("The target group code is not in the table of 2027-01-04")
        .doesNotContain(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6701809995", "670180-9995", "67018.09995"})
  void a_personal_number_in_the_place_of_a_code_is_never_repeated(String code) {
    UnknownGroup unknown = new UnknownGroup(new TargetGroupCode("LAB6", code, DAY), DAY);
    assertThat(unknown.problem().publicDetail())
        .isEqualTo("The target group is not in the table of 2027-01-04");
  }

  @Test
  void another_sentence_tells_no_code() {
    assertThat(UnknownGroup.in("The target group is not in the table of 2027-01-04")).isEmpty();
    assertThat(UnknownGroup.in("The target group LAB6 6.1 is not in the table of 2027-13-04"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LAB6, 6.13, true",
    "LAB6, 2.1, false",
    "LAB2, 2.12, true",
    "KONTAKTGRUPPE, KG13, true",
    "KONTAKTGRUPPE, KG2/4, true",
    "KONTAKTGRUPPE, KG2/, false",
    "KONTAKTGRUPPE, 2/4, false",
    "LAB2027, x, true",
    "LAB2027, -, false"
  })
  void each_code_system_has_codes_of_its_own_form(CodeSystem system, String code, boolean fits) {
    assertThat(system.writes(code)).isEqualTo(fits);
  }
}
