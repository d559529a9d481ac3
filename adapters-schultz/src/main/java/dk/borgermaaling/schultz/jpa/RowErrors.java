package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.FileBook.RowError;
import dk.borgermaaling.schultz.file.FileBook.TakenFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows that were not taken, in {@code intake.fasit_file_error}. */
final class RowErrors {
  private static final String ERROR =
      """
      INSERT INTO intake.fasit_file_error
        (municipality_code, file_id, row_number, event_id, problem, field, expected)
      SELECT municipality_code, id, :row, CAST(:event AS uuid), :problem, :field, :expected
      FROM intake.fasit_file WHERE id = :id
      """;
  private static final String ERRORS =
      """
      SELECT row_number, event_id, problem, field, expected
      FROM intake.fasit_file_error WHERE municipality_code = (SELECT municipality_code FROM intake.fasit_file WHERE id = :id)
        AND file_id = :id AND row_number > :after
      ORDER BY row_number LIMIT :limit
      """;
  private static final String FORGET =
      """
      DELETE FROM intake.fasit_file_error e USING intake.fasit_file f
      WHERE e.municipality_code = f.municipality_code AND e.file_id = f.id
        AND f.municipality_code = :municipality AND f.tenant = :tenant AND f.finished < :before
      """;

  /** Rows that are read at once when there are many. */
  private static final int PAGE = 1_000;

  private final Jdbi jdbi;

  RowErrors(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  static void add(Handle handle, TakenFile file, List<RowError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    var batch = handle.prepareBatch(ERROR);
    for (RowError error : errors) {
      batch
          .bind("id", file.id())
          .bind("row", error.row())
          .bindByType("event", error.eventId(), UUID.class)
          .bind("problem", error.problem())
          .bind("field", error.field())
          .bind("expected", error.expected())
          .add();
    }
    batch.execute();
  }

  /** A page at a time: there may be as many as the file has rows. */
  void each(TakenFile file, Consumer<RowError> each) {
    List<RowError> page = page(file, Long.MIN_VALUE);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = page(file, page.get(page.size() - 1).row());
    }
  }

  private List<RowError> page(TakenFile file, long after) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ERRORS)
                .bind("id", file.id())
                .bind("after", after)
                .bind("limit", PAGE)
                .map(
                    (row, context) ->
                        new RowError(
                            row.getLong("row_number"),
                            row.getObject("event_id", UUID.class),
                            row.getString("problem"),
                            row.getString("field"),
                            row.getString("expected")))
                .list());
  }

  void forget(Tenant tenant, Instant finishedBefore) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FORGET)
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("before", finishedBefore.atOffset(ZoneOffset.UTC))
                .execute());
  }
}
