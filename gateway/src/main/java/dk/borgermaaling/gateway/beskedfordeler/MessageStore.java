package dk.borgermaaling.gateway.beskedfordeler;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where messages wait to be understood, sealed. Every call joins the open transaction. */
public interface MessageStore {
  /**
   * Stores a message once.
   *
   * @param receivedAt real time
   * @return false when it is stored already, or was understood before
   */
  boolean store(UUID id, byte[] raw, Instant receivedAt);

  /** Locks a message that waits and opens it; empty when it waits no longer. */
  Optional<byte[]> lockWaiting(UUID id);

  /** It waits no longer: its content is deleted, its id is kept. */
  void done(UUID id);

  /** Forgets the ids of what was received before a moment, in real time, and waits no longer. */
  void forget(Instant before);
}
