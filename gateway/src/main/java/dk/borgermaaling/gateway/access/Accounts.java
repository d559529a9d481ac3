package dk.borgermaaling.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accounts are kept. All instants are real time. */
public interface Accounts {
  /**
   * Counts an attempt before its password is looked at, so that attempts side by side count too.
   *
   * @return empty when there is no such account or it is locked at {@code now}
   */
  Optional<Attempt> beginAttempt(String userName, Instant now, LockOut lockOut);

  /** Forgets the failed attempts of an account. */
  void succeeded(String userName);

  boolean isEmpty();

  /** Adds accounts that are not there yet; those that are stay as they are. */
  void add(List<NewAccount> accounts);

  /** An attempt that is let through to the password. */
  record Attempt(Account account, String passwordHash) {}

  /** An account with the hash of its first password. */
  record NewAccount(Account account, String passwordHash) {}
}
