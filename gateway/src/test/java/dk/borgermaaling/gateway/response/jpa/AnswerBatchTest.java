package dk.borgermaaling.gateway.response.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.AnswerBatch;
import dk.borgermaaling.gateway.response.BatchSettings;
import dk.borgermaaling.gateway.response.IsoWeek;
import dk.borgermaaling.gateway.response.SampleAnswers;
import dk.borgermaaling.gateway.response.SealedRow;
import dk.borgermaaling.gateway.response.WaitingAnswers;
import dk.borgermaaling.gateway.response.crypto.HpkeSeal;
import dk.borgermaaling.gateway.response.crypto.HpkeSealOpener;
import dk.borgermaaling.gateway.response.crypto.SealKeys;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerBatchTest {
  @TempDir private Path keys;
  private final Database database = Database.fresh();
  private final SettableClock clock = SettableClock.at("2026-11-23T12:00");

  @BeforeEach
  void makeKeys() throws IOException {
    SealKeys.writeMissing(keys);
  }

  @Test
  void ten_waiting_answers_are_written_shuffled_and_the_buffer_is_empty() throws IOException {
    List<Integer> sent = IntStream.range(0, 40).boxed().toList();
    for (int number : sent) {
      keep(SampleAnswers.numbered(number));
    }
    assertThat(batch().run()).isEqualTo(new AnswerBatch.Result(40, 0));
    assertThat(count("sealed_answer")).isZero();
    List<String> groups = strings("SELECT survey_group FROM answers.response ORDER BY ctid");
    assertThat(groups)
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(n -> "group-" + n).toList())
        .isNotEqualTo(sent.stream().map(n -> "group-" + n).toList());
    List<String> commenting = strings("SELECT survey_group FROM answers.comment ORDER BY ctid");
    assertThat(commenting)
        .hasSize(20)
        .isNotEqualTo(groups.stream().filter(commenting::contains).toList());
    assertThat(
            strings(
                "SELECT c.id::text FROM answers.comment c JOIN answers.response r ON r.id = c.id"))
        .isEmpty();
  }

  @Test
  void nothing_on_disk_tells_which_batch_of_a_week_an_answer_came_with() throws IOException {
    for (int round = 0; round < 3; round++) {
      for (int number = 0; number < 10; number++) {
        keep(
            new Answer(
                new MunicipalityCode("0461"),
                "dagpenge",
                round == 1 ? SamplingMode.ROUND : SamplingMode.CONTINUOUS,
                "round-" + round,
                new IsoWeek("2026-W48"),
                Map.of("heard", 1 + round, "clear", 0),
                "comment of round " + round));
      }
      assertThat(batch().run().written()).isEqualTo(10);
    }
    assertThat(strings("SELECT DISTINCT xmin::text FROM answers.response")).hasSize(1);
    assertThat(strings("SELECT DISTINCT xmin::text FROM answers.answer_item")).hasSize(1);
    assertThat(strings("SELECT DISTINCT xmin::text FROM answers.comment")).hasSize(1);
    assertThat(strings("SELECT mode || '/' || count(*) FROM answers.response GROUP BY mode"))
        .as("rewritten with each batch, and still of their mode")
        .containsExactlyInAnyOrder("CONTINUOUS/20", "ROUND/10");
    List<String> onDisk =
        strings("SELECT questionnaire_version FROM answers.response ORDER BY ctid");
    assertThat(onDisk).hasSize(30).isNotEqualTo(onDisk.stream().sorted().toList());
    assertThat(
            strings(
                "SELECT concat_ws('/', questionnaire_version, question, coalesce(score::text, '-'),"
                    + " count(*)) FROM answers.response JOIN answers.answer_item ON response_id = id"
                    + " GROUP BY questionnaire_version, question, score ORDER BY 1"))
        .containsExactly(
            "round-0/clear/-/10",
            "round-0/heard/1/10",
            "round-1/clear/-/10",
            "round-1/heard/2/10",
            "round-2/clear/-/10",
            "round-2/heard/3/10");
    assertThat(count("comment")).isEqualTo(30);
  }

  @Test
  void an_answer_arrives_as_it_was_given_and_dont_know_has_no_score() throws IOException {
    for (int number = 0; number < 10; number++) {
      keep(SampleAnswers.numbered(number));
    }
    batch().run();
    assertThat(
            strings(
                "SELECT concat_ws('/', municipality_code, questionnaire_version, iso_week, question,"
                    + " coalesce(score::text, '-')) FROM answers.response r"
                    + " JOIN answers.answer_item i ON i.response_id = r.id"
                    + " WHERE survey_group = 'group-3' ORDER BY question"))
        .containsExactly("0461/t.1/2026-W48/clear/-", "0461/t.1/2026-W48/heard/4");
  }

  @Test
  void fewer_wait_for_company_but_not_for_ever() throws IOException {
    for (int number = 0; number < 9; number++) {
      keep(SampleAnswers.numbered(number));
    }
    assertThat(batch().run().written()).isZero();
    clock.advance(Duration.ofDays(6));
    assertThat(batch().run().written()).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(batch().run().written()).isEqualTo(9);
    assertThat(batch().run().written()).isZero();
  }

  @Test
  void a_crash_in_the_middle_loses_nothing_and_doubles_nothing() throws IOException {
    for (int number = 0; number < 12; number++) {
      keep(SampleAnswers.numbered(number));
    }
    WaitingAnswers dies =
        new DelegatingWaitingAnswers(new SqlWaitingAnswers(database.answers())) {
          @Override
          public void delete(List<SealedRow> rows) {
            throw new IllegalStateException("killed here");
          }
        };
    assertThatThrownBy(() -> batch(dies).run()).hasMessage("killed here");
    assertThat(count("response")).isZero();
    assertThat(count("sealed_answer")).isEqualTo(12);
    assertThat(batch().run().written()).isEqualTo(12);
    assertThat(count("response")).isEqualTo(12);
  }

  @Test
  void two_nodes_at_once_write_every_answer_once() throws Exception {
    for (int number = 0; number < 60; number++) {
      keep(SampleAnswers.numbered(number));
    }
    List<AnswerBatch.Result> results = Together.run(6, () -> batch().run());
    assertThat(results.stream().mapToInt(AnswerBatch.Result::written).sum()).isEqualTo(60);
    assertThat(count("response")).isEqualTo(60);
    assertThat(count("sealed_answer")).isZero();
  }

  @Test
  void an_answer_that_no_key_opens_is_set_aside_and_blocks_nobody(@TempDir Path otherKeys)
      throws IOException {
    SealKeys.writeMissing(otherKeys);
    for (int number = 0; number < 10; number++) {
      keep(SampleAnswers.numbered(number));
    }
    byte[] foreign =
        HpkeSeal.with(otherKeys.resolve(SealKeys.PUBLIC_FILE)).close(SampleAnswers.numbered(1));
    new SqlSealedBuffer(database.gateway()).add(foreign, clock.today());
    assertThat(batch().run()).isEqualTo(new AnswerBatch.Result(10, 1));
    assertThat(count("unreadable_answer")).isEqualTo(1);
    assertThat(count("sealed_answer")).isZero();
  }

  private void keep(Answer answer) throws IOException {
    new SqlSealedBuffer(database.gateway())
        .add(HpkeSeal.with(keys.resolve(SealKeys.PUBLIC_FILE)).close(answer), clock.today());
  }

  private AnswerBatch batch() throws IOException {
    return batch(new SqlWaitingAnswers(database.answers()));
  }

  private AnswerBatch batch(WaitingAnswers waiting) throws IOException {
    return new AnswerBatch(
        waiting,
        HpkeSealOpener.with(keys.resolve(SealKeys.PRIVATE_FILE)),
        database.answersTransactions(),
        clock,
        new BatchSettings(10, Duration.ofDays(7)));
  }

  private int count(String table) {
    return database
        .owner()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM answers." + table).mapTo(int.class).one());
  }

  private List<String> strings(String sql) {
    return database
        .owner()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
