package dk.borgermaaling.gateway.response.jpa;

import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.survey.Scale;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes so that neither the place of a row on disk nor the transaction that wrote it tells when it
 * came. What is already there of the same municipality, group and week, of both modes, is taken out
 * and written again together with the new, all in the order of their random ids (docs/adr/0007).
 */
final class AnswerTables {
  private final Handle handle;

  AnswerTables(Handle handle) {
    this.handle = handle;
  }

  private record CellWeek(String municipality, String group, String week) {}

  private record Cell(String municipality, String group) {}

  private record Response(
      CellWeek at, SamplingMode mode, String version, Map<String, @Nullable Integer> scores) {}

  private record Item(
      UUID response,
      SamplingMode mode,
      String version,
      @Nullable String question,
      @Nullable Integer score) {}

  private record Comment(Cell at, String body) {}

  void writeResponses(Collection<Answer> opened) {
    SortedMap<UUID, Response> rows = new TreeMap<>();
    Set<CellWeek> touched = new HashSet<>();
    for (Answer answer : opened) {
      CellWeek at =
          new CellWeek(answer.municipality().value(), answer.surveyGroup(), answer.week().text());
      if (touched.add(at)) {
        takeOut(at, rows);
      }
      Map<String, @Nullable Integer> scores = new TreeMap<>();
      answer.scores().forEach((id, score) -> scores.put(id, counted(score)));
      rows.put(
          UUID.randomUUID(),
          new Response(at, answer.mode(), answer.questionnaireVersion(), scores));
    }
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch responses =
        handle.prepareBatch(
            "INSERT INTO answers.response"
                + " (id, municipality_code, survey_group, mode, questionnaire_version, iso_week)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    PreparedBatch items =
        handle.prepareBatch(
            "INSERT INTO answers.answer_item (response_id, question, score) VALUES (?, ?, ?)");
    rows.forEach(
        (id, row) -> {
          CellWeek at = row.at();
          responses.add(
              id, at.municipality(), at.group(), row.mode().name(), row.version(), at.week());
          row.scores()
              .forEach(
                  (question, score) -> items.bind(0, id).bind(1, question).bind(2, score).add());
        });
    responses.execute();
    items.execute();
  }

  private static @Nullable Integer counted(int score) {
    return score == Scale.DONT_KNOW ? null : Integer.valueOf(score);
  }

  private void takeOut(CellWeek at, SortedMap<UUID, Response> rows) {
    String where = " WHERE municipality_code = ? AND survey_group = ? AND iso_week = ?";
    List<Item> items =
        handle
            .select(
                "SELECT id, mode, questionnaire_version, question, score FROM answers.response"
                    + " LEFT JOIN answers.answer_item ON response_id = id"
                    + where,
                at.municipality(),
                at.group(),
                at.week())
            .map(
                (row, context) ->
                    new Item(
                        row.getObject(1, UUID.class),
                        SamplingMode.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Integer.class)))
            .list();
    for (Item item : items) {
      Response response =
          rows.computeIfAbsent(
              item.response(),
              id -> new Response(at, item.mode(), item.version(), new TreeMap<>()));
      if (item.question() != null) {
        response.scores().put(item.question(), item.score());
      }
    }
    handle.execute(
        "DELETE FROM answers.response" + where, at.municipality(), at.group(), at.week());
  }

  void writeComments(Collection<Answer> opened) {
    SortedMap<UUID, Comment> rows = new TreeMap<>();
    Set<Cell> touched = new HashSet<>();
    for (Answer answer : opened) {
      if (!answer.comment().isEmpty()) {
        Cell at = new Cell(answer.municipality().value(), answer.surveyGroup());
        if (touched.add(at)) {
          takeOut(at, rows);
        }
        rows.put(UUID.randomUUID(), new Comment(at, answer.comment()));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch comments =
        handle.prepareBatch(
            "INSERT INTO answers.comment (id, municipality_code, survey_group, body)"
                + " VALUES (?, ?, ?, ?)");
    rows.forEach(
        (id, row) -> comments.add(id, row.at().municipality(), row.at().group(), row.body()));
    comments.execute();
  }

  private void takeOut(Cell at, SortedMap<UUID, Comment> rows) {
    handle
        .select(
            "DELETE FROM answers.comment WHERE municipality_code = ? AND survey_group = ?"
                + " RETURNING id, body",
            at.municipality(),
            at.group())
        .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .forEach(comment -> rows.put(comment.getKey(), new Comment(at, comment.getValue())));
  }
}
