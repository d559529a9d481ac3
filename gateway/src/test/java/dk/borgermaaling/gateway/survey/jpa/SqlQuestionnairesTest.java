package dk.borgermaaling.gateway.survey.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.survey.Question;
import dk.borgermaaling.gateway.survey.Questionnaire;
import dk.borgermaaling.gateway.survey.Questionnaires;
import dk.borgermaaling.gateway.survey.SurveySettings;
import dk.borgermaaling.gateway.survey.Theme;
import dk.borgermaaling.gateway.testing.Database;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SqlQuestionnairesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private final Database database = Database.fresh();

  @Test
  void the_first_version_asks_fourteen_questions_in_five_themes() {
    Questionnaire questionnaire = questionnaires(false).inForce(DAY);
    assertThat(questionnaire.version()).isEqualTo("2026.1");
    assertThat(questionnaire.themes())
        .extracting(Theme::id)
        .containsExactly("meeting", "goals", "conversation", "progression", "overall");
    assertThat(questionnaire.questions())
        .extracting(Question::id)
        .containsExactly(
            "meeting-respect",
            "meeting-listened",
            "meeting-information",
            "meeting-contact",
            "goals-known",
            "goals-influence",
            "goals-meaning",
            "conversation-prepared",
            "conversation-understood",
            "conversation-next-steps",
            "progress-closer",
            "progress-opportunities",
            "progress-belief",
            "overall-satisfaction");
    assertThat(questionnaire.themes())
        .allSatisfy(t -> assertThat(t.questions()).hasSizeBetween(1, 4));
  }

  @Test
  void a_switched_on_theme_is_asked_and_named_in_the_version() {
    Questionnaires on = questionnaires(true);
    Questionnaire questionnaire = on.inForce(DAY);
    assertThat(questionnaire.version()).isEqualTo("2026.1+across");
    assertThat(questionnaire.theme("across").orElseThrow().questions()).hasSize(2);
    assertThat(on.byVersion("2026.1+across")).contains(questionnaire);
    assertThat(on.byVersion("2026.1")).isEmpty();
  }

  @Test
  void those_on_sickness_benefit_are_asked_about_returning_to_work() {
    Theme progression = questionnaires(false).inForce(DAY).theme("progression").orElseThrow();
    assertThat(progression.questions())
        .allSatisfy(
            question ->
                assertThat(question.wordingFor("sygedagpenge"))
                    .contains("vende tilbage til arbejde"));
    assertThat(progression.questions().get(0).wordingFor("dagpenge")).contains("job");
  }

  @Test
  void a_new_version_is_asked_from_its_first_day_and_the_old_one_can_still_be_read() {
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute("INSERT INTO ops.questionnaire VALUES ('2027.1', DATE '2027-01-01')");
              for (String table : new String[] {"scale_option", "theme", "question"}) {
                handle.execute(
                    "CREATE TEMP TABLE copied AS SELECT * FROM ops.questionnaire_" + table);
                handle.execute("UPDATE copied SET version = '2027.1'");
                handle.execute("INSERT INTO ops.questionnaire_" + table + " SELECT * FROM copied");
                handle.execute("DROP TABLE copied");
              }
            });
    Questionnaires both = questionnaires(false);
    assertThat(both.inForce(LocalDate.of(2026, 12, 31)).version()).isEqualTo("2026.1");
    assertThat(both.inForce(LocalDate.of(2027, 1, 1)).version()).isEqualTo("2027.1");
    assertThat(both.byVersion("2026.1")).isPresent();
    assertThatThrownBy(() -> both.inForce(LocalDate.of(2025, 12, 31)))
        .isInstanceOf(IllegalStateException.class);
  }

  private Questionnaires questionnaires(boolean acrossDepartments) {
    return new SqlQuestionnaires(database.gateway(), new SurveySettings(acrossDepartments));
  }
}
