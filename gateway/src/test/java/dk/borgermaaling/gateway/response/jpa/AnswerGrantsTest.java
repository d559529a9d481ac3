package dk.borgermaaling.gateway.response.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.testing.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

class AnswerGrantsTest {
  private final Database database = Database.fresh();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM answers.sealed_answer",
        "DELETE FROM answers.sealed_answer",
        "UPDATE answers.sealed_answer SET received_on = received_on",
        "SELECT * FROM answers.response",
        "SELECT * FROM answers.answer_item",
        "SELECT * FROM answers.comment",
        "SELECT * FROM answers.unreadable_answer",
        "INSERT INTO answers.response VALUES (gen_random_uuid(), '0461', 'g', 'v', '2026-W48')"
      })
  void the_gateways_role_puts_in_and_reads_nothing(String sql) {
    assertThat(refusal(database.gateway(), sql)).isEqualTo("42501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM contact.contact_marker",
        "SELECT * FROM ops.municipality",
        "UPDATE answers.response SET survey_group = 'x'",
        "UPDATE answers.answer_item SET score = 5",
        "INSERT INTO answers.sealed_answer VALUES (gen_random_uuid(), DATE '2026-11-23', '')"
      })
  void the_role_for_answers_sees_no_person_and_changes_no_answer(String sql) {
    database
        .owner()
        .useHandle(handle -> handle.execute("CREATE TABLE contact.contact_marker (a int)"));
    assertThat(refusal(database.answers(), sql)).isEqualTo("42501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM answers.comment",
        "SELECT * FROM answers.sealed_answer",
        "SELECT * FROM answers.unreadable_answer",
        "DELETE FROM answers.answer_item"
      })
  void the_role_for_reports_reads_scores_alone(String sql) {
    assertThat(refusal(database.report(), sql)).isEqualTo("42501");
    try (Handle handle = database.report().open()) {
      String readable =
          "SELECT count(*) FROM answers.answer_item JOIN answers.response ON id = response_id";
      int items = handle.createQuery(readable).mapTo(int.class).one();
      assertThat(items).isZero();
    }
  }

  @Test
  void no_table_of_answers_has_a_time_a_sequence_or_a_default() {
    assertThat(
            strings(
                "SELECT table_name || '.' || column_name FROM information_schema.columns"
                    + " WHERE table_schema = 'answers' AND (data_type LIKE 'time%'"
                    + " OR column_default IS NOT NULL OR is_identity = 'YES')"))
        .isEmpty();
    assertThat(
            strings(
                "SELECT table_name || '.' || column_name FROM information_schema.columns"
                    + " WHERE table_schema = 'answers' AND data_type = 'date'"))
        .containsExactly("sealed_answer.received_on");
  }

  private List<String> strings(String sql) {
    return database
        .owner()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static String refusal(Jdbi role, String sql) {
    try (Handle handle = role.open()) {
      handle.execute(sql);
      return "not refused";
    } catch (UnableToExecuteStatementException e) {
      return e.getCause() instanceof PSQLException refused ? refused.getSQLState() : "other";
    }
  }
}
