package dk.borgermaaling.gateway.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.jpa.SqlMunicipalities;
import dk.borgermaaling.gateway.testing.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SqlMunicipalitiesTest {
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final SqlMunicipalities municipalities =
      new SqlMunicipalities(Database.fresh().gateway());

  @Test
  void all_98_are_there_in_danish_order() {
    municipalities.refresh();
    List<String> names = municipalities.all(DAY).stream().map(Municipality::name).toList();
    assertThat(names).hasSize(98).startsWith("Albertslund").endsWith("Aarhus");
    assertThat(names.indexOf("Ærø")).isLessThan(names.indexOf("Aabenraa"));
  }

  @Test
  void a_municipality_takes_part_from_the_first_to_before_the_last_day_of_its_agreement() {
    agree("2026-01-01..2026-12-01");
    assertThat(participates(LocalDate.of(2025, 12, 31))).isFalse();
    assertThat(participates(LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(participates(LocalDate.of(2026, 11, 30))).isTrue();
    assertThat(participates(LocalDate.of(2026, 12, 1))).isFalse();
  }

  @Test
  void it_is_found_by_its_cvr_number_with_its_instruction_on_quarantine() {
    agree("2026-01-01 across");
    assertThat(municipalities.byCvr(new Cvr("35209115"), DAY))
        .contains(
            new Municipality(ODENSE, "Odense", "Odense Kommune", new Cvr("35209115"), true, true));
  }

  @Test
  void agreements_that_are_there_are_not_overwritten_by_a_later_start() {
    agree("2026-01-01..2026-12-01");
    agree("2020-01-01..");
    assertThat(participates(LocalDate.of(2025, 6, 1))).isFalse();
  }

  @Test
  void a_line_that_cannot_be_read_stops_the_start() {
    assertThatThrownBy(() -> agree("since last year"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0461");
  }

  private void agree(String line) {
    Properties lines = new Properties();
    lines.setProperty("0461", line);
    municipalities.agreeFirst(ServiceAgreement.from(lines));
    municipalities.refresh();
  }

  private boolean participates(LocalDate on) {
    return municipalities.byCode(ODENSE, on).map(Municipality::participates).orElse(false);
  }
}
