package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.Checksum;
import dk.borgermaaling.schultz.file.FileBook;
import dk.borgermaaling.schultz.file.FileName;
import dk.borgermaaling.schultz.file.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The files in {@code intake.fasit_file} and its neighbours. Joins an open transaction. A file is
 * found by its id alone where the caller has it from here.
 */
public class SqlFileBook implements FileBook {
  private static final String FILE =
      """
      SELECT id, tenant, name, sha256, size, total_rows, handed_in, stored, duplicate, rejected,
        repeats, begun, finished
      FROM intake.fasit_file WHERE municipality_code = :municipality AND tenant = :tenant
      """;
  private static final String BEGIN =
      """
      INSERT INTO intake.fasit_file
        (municipality_code, tenant, name, sha256, size, total_rows, begun)
      VALUES (:municipality, :tenant, :name, :sha256, :size, :rows, :now)
      ON CONFLICT DO NOTHING
      """;
  private static final String CLAIM =
      "UPDATE intake.fasit_file SET reader = :reader WHERE id = :id AND tenant = :tenant"
          + " RETURNING handed_in";
  private static final String ADVANCE =
      """
      UPDATE intake.fasit_file
      SET handed_in = handed_in + :rows, stored = stored + :stored,
        duplicate = duplicate + :duplicate, rejected = rejected + :rejected
      WHERE id = :id AND reader = :reader AND handed_in = :before AND finished IS NULL
      """;
  private static final String FINISH =
      """
      UPDATE intake.fasit_file SET finished = :now, reader = NULL
      WHERE id = :id AND reader = :reader AND handed_in = total_rows AND finished IS NULL
      """;
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
  private static final String REFUSE =
      """
      INSERT INTO intake.fasit_file_refused
        (municipality_code, tenant, name, reason, detail, stamp, first_seen, told)
      VALUES (:municipality, :tenant, :name, :reason, :detail, :stamp, :firstSeen, :told)
      ON CONFLICT (municipality_code, tenant, name) DO UPDATE
        SET reason = excluded.reason, detail = excluded.detail, stamp = excluded.stamp,
          first_seen = excluded.first_seen, told = excluded.told
      """;

  /** Rows that are read at once when there are many. */
  private static final int PAGE = 1_000;

  private final Jdbi jdbi;

  public SqlFileBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<TakenFile> find(Tenant tenant, FileName name, Checksum checksum) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FILE + "AND name = :name AND sha256 = :sha256")
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("name", name.value())
                .bind("sha256", checksum.value())
                .map((row, context) -> file(row))
                .findOne());
  }

  @Override
  public Optional<TakenFile> byId(Tenant tenant, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FILE + "AND id = :id")
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("id", id)
                .map((row, context) -> file(row))
                .findOne());
  }

  @Override
  public List<TakenFile> unfinished(Tenant tenant) {
    return list(tenant, FILE + "AND finished IS NULL ORDER BY begun, name LIMIT :limit", 1_000);
  }

  @Override
  public List<TakenFile> files(Tenant tenant, int limit) {
    return list(tenant, FILE + "ORDER BY begun DESC, name DESC LIMIT :limit", limit);
  }

  private List<TakenFile> list(Tenant tenant, String sql, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("limit", limit)
                .map((row, context) -> file(row))
                .list());
  }

  @Override
  public void begin(
      Tenant tenant, FileName name, Checksum checksum, long size, long rows, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(BEGIN)
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("name", name.value())
                .bind("sha256", checksum.value())
                .bind("size", size)
                .bind("rows", rows)
                .bind("now", at(now))
                .execute());
  }

  @Override
  public long claim(TakenFile file, UUID reader) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("id", file.id())
                .bind("tenant", file.tenant())
                .bind("reader", reader)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public boolean advance(TakenFile file, UUID reader, long before, Step step) {
    return jdbi.withHandle(
        handle -> {
          int advanced =
              handle
                  .createUpdate(ADVANCE)
                  .bind("id", file.id())
                  .bind("reader", reader)
                  .bind("before", before)
                  .bind("rows", step.rows())
                  .bind("stored", step.counts().stored())
                  .bind("duplicate", step.counts().duplicate())
                  .bind("rejected", step.counts().rejected())
                  .execute();
          if (advanced == 1 && !step.errors().isEmpty()) {
            var batch = handle.prepareBatch(ERROR);
            for (RowError error : step.errors()) {
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
          return advanced == 1;
        });
  }

  @Override
  public void finish(TakenFile file, UUID reader, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FINISH)
                .bind("id", file.id())
                .bind("reader", reader)
                .bind("now", at(now))
                .execute());
  }

  @Override
  public void repeated(TakenFile file) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE intake.fasit_file SET repeats = repeats + 1 WHERE id = ?", file.id()));
  }

  /** A page at a time: there may be as many as the file has rows. */
  @Override
  public void errors(TakenFile file, Consumer<RowError> each) {
    List<RowError> page = errors(file, Long.MIN_VALUE);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = errors(file, page.get(page.size() - 1).row());
    }
  }

  private List<RowError> errors(TakenFile file, long after) {
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

  @Override
  public void forgetErrors(Tenant tenant, Instant finishedBefore) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FORGET)
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("before", at(finishedBefore))
                .execute());
  }

  @Override
  public void refuse(Tenant tenant, RefusedEntry refused) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REFUSE)
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("name", refused.name())
                .bind("reason", refused.reason().name())
                .bind("detail", refused.text())
                .bind("stamp", refused.stamp())
                .bind("firstSeen", at(refused.firstSeen()))
                .bind("told", refused.told())
                .execute());
  }

  @Override
  public List<RefusedEntry> refused(Tenant tenant) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT name, reason, detail, stamp, first_seen, told"
                        + " FROM intake.fasit_file_refused WHERE municipality_code = :municipality"
                        + " AND tenant = :tenant ORDER BY name")
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .map(
                    (row, context) ->
                        new RefusedEntry(
                            row.getString("name"),
                            Refusal.valueOf(row.getString("reason")),
                            row.getString("detail"),
                            row.getString("stamp"),
                            instant(row, "first_seen"),
                            row.getBoolean("told")))
                .list());
  }

  @Override
  public void accept(Tenant tenant, String name) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM intake.fasit_file_refused"
                        + " WHERE municipality_code = :municipality AND tenant = :tenant"
                        + " AND name = :name")
                .bind("municipality", tenant.municipality().value())
                .bind("tenant", tenant.name())
                .bind("name", name)
                .execute());
  }

  private static TakenFile file(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished", OffsetDateTime.class);
    return new TakenFile(
        row.getObject("id", UUID.class),
        row.getString("tenant"),
        new FileName(row.getString("name")),
        new Checksum(row.getString("sha256")),
        row.getLong("size"),
        row.getLong("total_rows"),
        row.getLong("handed_in"),
        new Counts(row.getLong("stored"), row.getLong("duplicate"), row.getLong("rejected")),
        row.getInt("repeats"),
        instant(row, "begun"),
        finished == null ? null : finished.toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
