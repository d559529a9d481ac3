package dk.borgermaaling.schultz.jpa;

import dk.borgermaaling.schultz.Tenant;
import dk.borgermaaling.schultz.file.Checksum;
import dk.borgermaaling.schultz.file.FileBook;
import dk.borgermaaling.schultz.file.FileName;
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
  private final Jdbi jdbi;
  private final RowErrors errors;
  private final RefusedFiles refused;

  public SqlFileBook(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.errors = new RowErrors(jdbi);
    this.refused = new RefusedFiles(jdbi);
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
          if (advanced == 1) {
            RowErrors.add(handle, file, step.errors());
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

  @Override
  public void errors(TakenFile file, Consumer<RowError> each) {
    errors.each(file, each);
  }

  @Override
  public void forgetErrors(Tenant tenant, Instant finishedBefore) {
    errors.forget(tenant, finishedBefore);
  }

  @Override
  public void refuse(Tenant tenant, RefusedEntry entry) {
    refused.put(tenant, entry);
  }

  @Override
  public List<RefusedEntry> refused(Tenant tenant) {
    return refused.of(tenant);
  }

  @Override
  public void accept(Tenant tenant, String name) {
    refused.remove(tenant, name);
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
