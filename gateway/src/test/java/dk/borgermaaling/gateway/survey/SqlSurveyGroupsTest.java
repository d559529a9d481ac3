package dk.borgermaaling.gateway.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.survey.SurveyGroups.Mapping;
import dk.borgermaaling.gateway.survey.jpa.SqlSurveyGroups;
import dk.borgermaaling.gateway.testing.Database;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlSurveyGroupsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Database database = Database.fresh();
  private final SqlSurveyGroups groups = new SqlSurveyGroups(database.gateway());

  @BeforeEach
  void read() {
    groups.refresh();
  }

  @Test
  void five_groups_are_shown_in_their_order() {
    assertThat(groups.all(DAY))
        .extracting(SurveyGroup::id)
        .containsExactly(
            "dagpenge", "sygedagpenge", "jobparate", "aktivitetsparate", "jobafklaring");
  }

  @ParameterizedTest
  @CsvSource({
    "LAB6, 6.1, dagpenge",
    "LAB6, 6.2, jobparate",
    "LAB6, 6.3, aktivitetsparate",
    "LAB6, 6.4, jobparate",
    "LAB6, 6.5, aktivitetsparate",
    "LAB6, 6.6, sygedagpenge",
    "LAB6, 6.7, jobafklaring",
    "LAB2, 2.1, dagpenge",
    "LAB2, 2.5, sygedagpenge",
    "LAB2, 2.12, jobparate",
    "LAB2, 2.14, jobafklaring",
    "KONTAKTGRUPPE, KG1, dagpenge",
    "KONTAKTGRUPPE, KG2/7, jobparate",
    "KONTAKTGRUPPE, KG2/5, aktivitetsparate",
    "KONTAKTGRUPPE, KG13, jobafklaring"
  })
  void a_code_leads_to_its_group(String system, String code, String group) {
    assertThat(groups.map(new TargetGroupCode(system, code, DAY), DAY))
        .isInstanceOfSatisfying(
            Mapping.Surveyed.class, found -> assertThat(found.group().id()).isEqualTo(group));
  }

  @Test
  void not_surveyed_and_unknown_are_different_answers() {
    assertThat(groups.map(new TargetGroupCode("LAB6", "6.9", DAY), DAY))
        .isInstanceOf(Mapping.NotSurveyed.class);
    assertThat(groups.map(new TargetGroupCode("KONTAKTGRUPPE", "KG2/8", DAY), DAY))
        .isInstanceOf(Mapping.NotSurveyed.class);
    assertThat(groups.map(new TargetGroupCode("LAB6", "6.14", DAY), DAY))
        .isInstanceOf(Mapping.Unknown.class);
    assertThat(groups.map(new TargetGroupCode("LAB2", "6.1", DAY), DAY))
        .isInstanceOf(Mapping.Unknown.class);
  }

  @Test
  void a_mapping_ends_before_its_last_day_and_another_takes_over() {
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE ops.target_group_mapping SET valid_to = '2027-01-01' WHERE code = '6.7'");
              handle.execute(
                  "INSERT INTO ops.target_group_mapping VALUES ('LAB6', '6.7', NULL, '2027-01-01', NULL)");
            });
    groups.refresh();
    TargetGroupCode code = new TargetGroupCode("LAB6", "6.7", DAY);
    assertThat(groups.map(code, LocalDate.of(2026, 12, 31))).isInstanceOf(Mapping.Surveyed.class);
    assertThat(groups.map(code, LocalDate.of(2027, 1, 1))).isInstanceOf(Mapping.NotSurveyed.class);
    assertThat(groups.mapLast(code, LocalDate.of(2027, 1, 1)))
        .isInstanceOf(Mapping.NotSurveyed.class);
  }

  @Test
  void a_code_that_the_act_no_longer_has_is_read_as_it_was_last_meant() {
    database
        .owner()
        .useHandle(
            handle ->
                handle.execute("UPDATE ops.target_group_mapping SET valid_to = '2027-01-01'"));
    groups.refresh();
    TargetGroupCode code = new TargetGroupCode("LAB6", "6.7", DAY);
    LocalDate afterIt = LocalDate.of(2027, 1, 4);
    assertThat(groups.knows(code, afterIt)).isFalse();
    assertThat(groups.knewBy(code, afterIt)).isTrue();
    assertThat(groups.mapLast(code, afterIt)).isInstanceOf(Mapping.Surveyed.class);
    assertThat(groups.knewBy(code, LocalDate.of(2019, 12, 31))).isFalse();
    assertThat(groups.mapLast(new TargetGroupCode("LAB6", "6.99", DAY), afterIt))
        .isInstanceOf(Mapping.Unknown.class);
  }
}
