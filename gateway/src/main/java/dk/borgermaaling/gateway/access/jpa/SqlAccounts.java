package dk.borgermaaling.gateway.access.jpa;

import dk.borgermaaling.gateway.access.Account;
import dk.borgermaaling.gateway.access.Accounts;
import dk.borgermaaling.gateway.access.LockOut;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Accounts in {@code ops.account}. */
public final class SqlAccounts implements Accounts {
  private static final String BEGIN_ATTEMPT =
      """
      UPDATE ops.account SET
          failed_attempts = CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END,
          locked_until = CASE
            WHEN CASE WHEN locked_until IS NULL THEN failed_attempts + 1 ELSE 1 END >= :failures
            THEN CAST(:lockedUntil AS timestamptz) END
        WHERE user_name = :userName AND (locked_until IS NULL OR locked_until <= :now)
        RETURNING user_name, role, municipality_code, password_hash
      """;
  private final Jdbi jdbi;

  public SqlAccounts(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public Optional<Attempt> beginAttempt(String userName, Instant now, LockOut lockOut) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BEGIN_ATTEMPT)
                .bind("userName", userName)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("failures", lockOut.failures())
                .bind("lockedUntil", now.plus(lockOut.time()).atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) ->
                        new Attempt(AccountRow.read(row), row.getString("password_hash")))
                .findOne());
  }

  @Override
  public void succeeded(String userName) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE ops.account SET failed_attempts = 0, locked_until = NULL"
                        + " WHERE user_name = :userName")
                .bind("userName", userName)
                .execute());
  }

  @Override
  public boolean isEmpty() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT NOT EXISTS (SELECT 1 FROM ops.account)")
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void add(List<NewAccount> accounts) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO ops.account"
                      + " (user_name, role, municipality_code, password_hash)"
                      + " VALUES (:userName, :role, :municipality, :hash)"
                      + " ON CONFLICT DO NOTHING");
          for (NewAccount added : accounts) {
            Account account = added.account();
            batch
                .bind("userName", account.userName())
                .bind("role", account.role().name())
                .bind("municipality", account.ownMunicipality().map(Object::toString).orElse(null))
                .bind("hash", added.passwordHash())
                .add();
          }
          if (!accounts.isEmpty()) {
            batch.execute();
          }
        });
  }
}
