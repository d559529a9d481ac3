package dk.borgermaaling.gateway.response.jpa;

import dk.borgermaaling.gateway.response.Answer;
import dk.borgermaaling.gateway.response.SealedRow;
import dk.borgermaaling.gateway.response.WaitingAnswers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Schema {@code answers} as the role for answers sees it. */
public final class SqlWaitingAnswers implements WaitingAnswers {
  /** Any number, the same on all nodes: the lock that says whose turn it is. */
  private static final long TURN = 0x616e7377657273L;

  private final Jdbi answers;

  public SqlWaitingAnswers(Jdbi answers) {
    this.answers = answers;
  }

  @Override
  public boolean takeTurn() {
    return answers.withHandle(
        handle ->
            handle
                .createQuery("SELECT pg_try_advisory_xact_lock(:turn)")
                .bind("turn", TURN)
                .mapTo(boolean.class)
                .one());
  }

  @Override
  public Waiting waiting() {
    return answers.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*), min(received_on) FROM answers.sealed_answer")
                .map(
                    (row, context) ->
                        new Waiting(
                            row.getInt(1), Optional.ofNullable(row.getObject(2, LocalDate.class))))
                .one());
  }

  @Override
  public List<SealedRow> read(int most) {
    return answers.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, sealed FROM answers.sealed_answer ORDER BY id LIMIT :most")
                .bind("most", most)
                .map((row, context) -> new SealedRow(row.getObject(1, UUID.class), row.getBytes(2)))
                .list());
  }

  @Override
  public void write(List<Answer> opened) {
    answers.useHandle(
        handle -> {
          AnswerTables tables = new AnswerTables(handle);
          tables.writeResponses(opened);
          tables.writeComments(opened);
        });
  }

  @Override
  public void setAside(List<SealedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    answers.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO answers.unreadable_answer (id, sealed) VALUES (?, ?)");
          rows.forEach(row -> batch.add(row.id(), row.sealed()));
          batch.execute();
        });
  }

  @Override
  public void delete(List<SealedRow> rows) {
    answers.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM answers.sealed_answer WHERE id = ANY (:ids)")
                .bind("ids", rows.stream().map(SealedRow::id).toArray(UUID[]::new))
                .execute());
  }
}
