package dk.borgermaaling.gateway.beskedfordeler.jpa;

import dk.borgermaaling.gateway.beskedfordeler.MessageStore;
import dk.borgermaaling.gateway.citizen.ContentCipher;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Messages in {@code intake.distributed_message}. */
public final class SqlMessages implements MessageStore {
  private final Jdbi jdbi;
  private final ContentCipher cipher;

  public SqlMessages(Jdbi jdbi, ContentCipher cipher) {
    this.jdbi = jdbi;
    this.cipher = cipher;
  }

  @Override
  public boolean store(UUID id, byte[] raw, Instant receivedAt) {
    byte[] sealed = cipher.seal(raw, place(id));
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        "INSERT INTO intake.distributed_message (id, sealed, received_at)"
                            + " VALUES (:id, :sealed, :received_at) ON CONFLICT DO NOTHING")
                    .bind("id", id)
                    .bind("sealed", sealed)
                    .bind("received_at", OffsetDateTime.ofInstant(receivedAt, ZoneOffset.UTC))
                    .execute()
                > 0);
  }

  @Override
  public Optional<byte[]> lockWaiting(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT sealed FROM intake.distributed_message"
                        + " WHERE id = :id AND sealed IS NOT NULL FOR UPDATE")
                .bind("id", id)
                .map((row, context) -> cipher.open(row.getBytes("sealed"), place(id)))
                .findOne());
  }

  @Override
  public void done(UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE intake.distributed_message SET sealed = NULL WHERE id = :id")
                .bind("id", id)
                .execute());
  }

  @Override
  public void forget(Instant before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM intake.distributed_message"
                        + " WHERE sealed IS NULL AND received_at < :before")
                .bind("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .execute());
  }

  private static String place(UUID id) {
    return "distributed\n" + id;
  }
}
