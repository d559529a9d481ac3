package dk.borgermaaling.gateway.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {
  @ParameterizedTest
  @CsvSource({
    "003A, 01, TV, 3A, 1, tv",
    "012b, st., 0003, 12B, st, 3",
    "7, KL, mf, 7, kl, mf",
    "101 c, k2, '', 101C, k2, ",
    "8, , , 8, , "
  })
  void the_register_s_way_of_writing_becomes_that_of_the_schema(
      String building,
      @Nullable String floor,
      @Nullable String suite,
      String wantedBuilding,
      @Nullable String wantedFloor,
      @Nullable String wantedSuite) {
    PostalAddress address = at("Testvej", building, floor, suite);
    assertThat(address.building()).isEqualTo(wantedBuilding);
    assertThat(address.floor()).isEqualTo(wantedFloor);
    assertThat(address.suite()).isEqualTo(wantedSuite);
    assertThat(address.isStructured()).isTrue();
    assertThat(address.defect()).isEmpty();
  }

  @Test
  void the_label_has_the_name_first_and_the_town_last() {
    assertThat(Sheets.LONG.label())
        .containsExactly(
            "Åse Bjørnsdottir",
            "Østergaard-Lindström Wæver",
            "c/o Ægir Ø. Sørensen",
            "Prinsesse Charlottes Gade 12B,",
            "1. tv",
            "Nørrebro",
            "2200 København N");
  }

  @Test
  void a_street_that_is_too_long_for_its_element_goes_as_free_lines() {
    PostalAddress address =
        at("Den meget lange vej bag de gamle fabrikker ved havnen", "3", "2", "tv");
    assertThat(address.isStructured()).isFalse();
    assertThat(address.defect()).isEmpty();
    assertThat(address.freeLines())
        .hasSizeLessThanOrEqualTo(6)
        .allMatch(line -> line.length() <= PostalAddress.LINE);
    assertThat(String.join(" ", address.freeLines()))
        .isEqualTo(
            "Den meget lange vej bag de gamle fabrikker ved havnen 3, 2. tv 2300 København S");
  }

  @Test
  void a_building_that_the_schema_does_not_know_goes_as_free_lines() {
    assertThat(at("Testvej", "12-14", null, null).isStructured()).isFalse();
    assertThat(at("Testvej", "", null, null).isStructured()).isFalse();
    assertThat(at("Testvej", "12-14", null, null).defect()).isEmpty();
  }

  @Test
  void what_no_window_can_show_is_a_defect_without_the_address_in_it() {
    PostalAddress tooMuch =
        new PostalAddress(
            "x".repeat(131), null, "Testvej", "3", null, null, null, "2300", "København S");
    assertThat(tooMuch.defect()).contains("the name must have 1 to 130 characters");
    PostalAddress tooHigh =
        new PostalAddress(
            "Aa ".repeat(40),
            "Bb ".repeat(30),
            "Testvej",
            "3",
            null,
            null,
            "Cc ".repeat(10),
            "2300",
            "København S");
    assertThat(tooHigh.defect()).contains("name and address do not fit in the window");
    assertThat(
            new PostalAddress("A", null, "Testvej", "3", null, null, null, "FR-75001", "Paris")
                .defect())
        .contains("the post code must have four digits");
    assertThat(new PostalAddress("A", null, " ", "3", null, null, null, "2300", "Kbh").defect())
        .contains("the street is missing");
    assertThat(Sheets.LONG).hasToString("PostalAddress[not shown]");
  }

  private static PostalAddress at(
      String street, String building, @Nullable String floor, @Nullable String suite) {
    return new PostalAddress(
        "Test Testesen", null, street, building, floor, suite, null, "2300", "København S");
  }
}
