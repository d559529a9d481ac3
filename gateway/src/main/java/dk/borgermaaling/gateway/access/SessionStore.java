package dk.borgermaaling.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where log-ins are kept, for all nodes and over restarts. Only a hash of the token is stored. All
 * instants are real time.
 */
public interface SessionStore {
  void open(byte[] tokenHash, Account account, Instant now);

  /**
   * The account of a session that was used within {@code idle} and opened within {@code longest};
   * notes that it is used now.
   */
  Optional<Account> use(byte[] tokenHash, Instant now, Duration idle, Duration longest);

  void close(byte[] tokenHash);

  /** Removes sessions that nobody can use any more. */
  void removeExpired(Instant now, Duration idle, Duration longest);
}
