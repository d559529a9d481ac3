package dk.borgermaaling.gateway.access.jpa;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Sessions in {@code ops.staff_session}. Use is written at most once a minute, so that reading a
 * page seldom writes.
 */
public final class SqlSessionStore implements SessionStore {
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private final Jdbi jdbi;

  public SqlSessionStore(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public void open(byte[] tokenHash, Account account, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO ops.staff_session (token_hash, user_name, opened_at, used_at)"
                        + " VALUES (:hash, :userName, :now, :now)")
                .bind("hash", tokenHash)
                .bind("userName", account.userName())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  @Override
  public Optional<Account> use(byte[] tokenHash, Instant now, Duration idle, Duration longest) {
    return jdbi.withHandle(
        handle -> {
          Optional<Account> account =
              handle
                  .createQuery(
                      "SELECT a.user_name, a.role, a.municipality_code"
                          + " FROM ops.staff_session s JOIN ops.account a USING (user_name)"
                          + " WHERE s.token_hash = :hash AND s.used_at > :idleSince"
                          + " AND s.opened_at > :openedSince")
                  .bind("hash", tokenHash)
                  .bind("idleSince", now.minus(idle).atOffset(ZoneOffset.UTC))
                  .bind("openedSince", now.minus(longest).atOffset(ZoneOffset.UTC))
                  .map((row, context) -> AccountRow.read(row))
                  .findOne();
          if (account.isPresent()) {
            handle
                .createUpdate(
                    "UPDATE ops.staff_session SET used_at = :now"
                        + " WHERE token_hash = :hash AND used_at < :notedBefore")
                .bind("hash", tokenHash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("notedBefore", now.minus(NOTED_EVERY).atOffset(ZoneOffset.UTC))
                .execute();
          }
          return account;
        });
  }

  @Override
  public void close(byte[] tokenHash) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM ops.staff_session WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .execute());
  }

  @Override
  public void removeExpired(Instant now, Duration idle, Duration longest) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM ops.staff_session"
                        + " WHERE used_at <= :idleSince OR opened_at <= :openedSince")
                .bind("idleSince", now.minus(idle).atOffset(ZoneOffset.UTC))
                .bind("openedSince", now.minus(longest).atOffset(ZoneOffset.UTC))
                .execute());
  }
}
