package dk.borgermaaling.gateway.tables.jpa;

import dk.borgermaaling.gateway.tables.ChangeSet;
import dk.borgermaaling.gateway.tables.ChangeSet.Closing;
import dk.borgermaaling.gateway.tables.ChangeSet.Proposal;
import dk.borgermaaling.gateway.tables.ChangeSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Change sets in {@code ops.table_change}. */
public final class SqlChangeSets implements ChangeSets {
  /** The lock under which tables are changed; any number that nobody else locks. */
  private static final long LOCK = 7_305_118_446_021L;

  private static final String INSERT =
      """
      INSERT INTO ops.table_change (id, table_id, state, proposer, drafted_at, changes, note,
        corrects_past)
      VALUES (:id, :table, :state, :proposer, :drafted, CAST(:changes AS jsonb), :note, :past)
      """;
  private static final String UPDATE =
      """
      UPDATE ops.table_change SET state = :state, changes = CAST(:changes AS jsonb), note = :note,
        corrects_past = :past, proposed_at = :proposed, base_version = :version,
        proposed_previews = CAST(:proposedPreviews AS jsonb), closed_at = :closed, closed_by = :by,
        closing_note = :closingNote, confirmed_previews = CAST(:confirmedPreviews AS jsonb),
        applied = CAST(:applied AS jsonb)
      WHERE id = :id
      """;
  private static final String SELECT = "SELECT * FROM ops.table_change ";

  private final Jdbi jdbi;

  public SqlChangeSets(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public void insert(ChangeSet set) {
    jdbi.useHandle(
        handle ->
            bindDraft(handle.createUpdate(INSERT), set)
                .bind("table", set.table())
                .bind("proposer", set.proposer())
                .bind("drafted", at(set.draftedAt()))
                .execute());
  }

  @Override
  public void update(ChangeSet set) {
    Proposal proposal = set.proposal();
    Closing closing = set.closing();
    boolean confirmed = set.state() == ChangeSet.State.CONFIRMED;
    jdbi.useHandle(
        handle ->
            bindDraft(handle.createUpdate(UPDATE), set)
                .bind("proposed", proposal == null ? null : at(proposal.at()))
                .bind("version", proposal == null ? null : proposal.version())
                .bind(
                    "proposedPreviews",
                    proposal == null ? null : ChangeJson.of(proposal.previews()))
                .bind("closed", closing == null ? null : at(closing.at()))
                .bind("by", closing == null ? null : closing.by())
                .bind("closingNote", closing == null ? null : closing.note())
                .bind(
                    "confirmedPreviews",
                    closing == null || !confirmed ? null : ChangeJson.of(closing.previews()))
                .bind(
                    "applied",
                    closing == null || !confirmed ? null : ChangeJson.of(closing.applied()))
                .execute());
  }

  private static <T extends SqlStatement<T>> T bindDraft(T statement, ChangeSet set) {
    return statement
        .bind("id", set.id())
        .bind("state", set.state().name())
        .bind("changes", ChangeJson.ofChanges(set.changes()))
        .bind("note", set.note())
        .bind("past", set.correctsPast());
  }

  @Override
  public Optional<ChangeSet> find(UUID id) {
    return select("WHERE id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<ChangeSet> hold(UUID id) {
    return select("WHERE id = :id FOR UPDATE", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public List<ChangeSet> draftsOf(String proposer) {
    return select(
        "WHERE state = 'DRAFT' AND proposer = :proposer ORDER BY drafted_at DESC, id",
        Map.of("proposer", proposer));
  }

  @Override
  public List<ChangeSet> waiting() {
    return select("WHERE state = 'PROPOSED' ORDER BY proposed_at, id", Map.of());
  }

  @Override
  public List<ChangeSet> closed(int limit, int skip) {
    return select(
        "WHERE closed_at IS NOT NULL AND proposed_at IS NOT NULL"
            + " ORDER BY closed_at DESC, id LIMIT :limit OFFSET :skip",
        Map.of("limit", limit, "skip", skip));
  }

  @Override
  public void holdTables() {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapToMap()
                .list());
  }

  private List<ChangeSet> select(String rest, Map<String, ?> values) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + rest)
                .bindMap(values)
                .map((row, context) -> read(row))
                .list());
  }

  private static ChangeSet read(ResultSet row) throws SQLException {
    return new ChangeSet(
        row.getObject("id", UUID.class),
        row.getString("table_id"),
        ChangeSet.State.valueOf(row.getString("state")),
        row.getString("proposer"),
        instant(row.getObject("drafted_at", OffsetDateTime.class)),
        ChangeJson.changes(row.getString("changes")),
        row.getString("note"),
        row.getBoolean("corrects_past"),
        proposal(row),
        closing(row));
  }

  private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("proposed_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Proposal(
            instant(at),
            row.getString("base_version"),
            ChangeJson.previews(row.getString("proposed_previews")));
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("closed_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Closing(
            instant(at),
            row.getString("closed_by"),
            row.getString("closing_note"),
            ChangeJson.previews(row.getString("confirmed_previews")),
            ChangeJson.diff(row.getString("applied")));
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static OffsetDateTime at(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
