package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.ReceiptKind;
import dk.borgermaaling.gateway.notification.ReceiptStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Receipts in {@code intake.receipt}. */
public final class SqlReceipts implements ReceiptStore {
  /** At most this many in one transaction; the task comes again. */
  private static final int AT_ONCE = 10_000;

  private final Jdbi jdbi;

  public SqlReceipts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<UUID> store(
      byte[] raw, @Nullable String messageId, Status status, Instant receivedAt) {
    UUID id = UUID.randomUUID();
    int stored =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO intake.receipt"
                            + " (id, besked_id, raw, received_at, status, tries)"
                            + " VALUES (:id, :besked, :raw, :received, :status, 0)"
                            + " ON CONFLICT (besked_id) DO NOTHING")
                    .bind("id", id)
                    .bind("besked", messageId)
                    .bind("raw", raw)
                    .bind("received", receivedAt.atOffset(ZoneOffset.UTC))
                    .bind("status", status.name())
                    .execute());
    return stored == 1 ? Optional.of(id) : Optional.empty();
  }

  @Override
  public Optional<Waiting> lockWaiting(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT raw, received_at, tries FROM intake.receipt"
                        + " WHERE id = :id AND status = 'WAITING' FOR UPDATE")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Waiting(
                            id,
                            row.getBytes("raw"),
                            row.getTimestamp("received_at").toInstant(),
                            row.getInt("tries")))
                .findOne());
  }

  @Override
  public void close(
      UUID id, Status status, @Nullable NotificationId notification, @Nullable ReceiptKind kind) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE intake.receipt SET status = :status, kind = :kind,"
                        + " municipality_code = :municipality, notification_id = CAST(:notification AS uuid)"
                        + " WHERE id = :id")
                .bind("id", id)
                .bind("status", status.name())
                .bind("kind", kind == null ? null : kind.name())
                .bind(
                    "municipality",
                    notification == null ? null : notification.municipality().value())
                .bindByType(
                    "notification", notification == null ? null : notification.value(), UUID.class)
                .execute());
  }

  @Override
  public void countTry(UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE intake.receipt SET tries = tries + 1 WHERE id = :id")
                .bind("id", id)
                .execute());
  }

  @Override
  public void discard(Status status, Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH gone AS (
                      DELETE FROM intake.receipt WHERE id IN (
                        SELECT id FROM intake.receipt
                        WHERE status = :status AND received_at < :before LIMIT :limit)
                      RETURNING received_at)
                    INSERT INTO intake.receipt_count (day, status, n)
                    SELECT (received_at AT TIME ZONE 'Europe/Copenhagen')::date, :status, count(*)
                    FROM gone GROUP BY 1
                    ON CONFLICT (day, status) DO UPDATE SET n = receipt_count.n + excluded.n
                    """)
                .bind("status", status.name())
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", AT_ONCE)
                .execute());
  }

  @Override
  public void emptyMatched(Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE intake.receipt SET raw = NULL WHERE id IN (
                      SELECT id FROM intake.receipt
                      WHERE status = 'MATCHED' AND raw IS NOT NULL AND received_at < :before LIMIT :limit)
                    """)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", AT_ONCE)
                .execute());
  }

  @Override
  public List<UUID> wakeContradicted() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE intake.receipt SET status = 'WAITING' WHERE id IN (
                      SELECT id FROM intake.receipt WHERE status = 'PARKED'
                        AND kind IS NOT NULL AND notification_id IS NOT NULL LIMIT :limit)
                    RETURNING id
                    """)
                .bind("limit", AT_ONCE)
                .mapTo(UUID.class)
                .list());
  }
}
