package dk.borgermaaling.gateway.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what Beskedfordeler sent, exactly as it came. Every call joins the open transaction. */
public interface ReceiptStore {
  /**
   * Stores a message.
   *
   * @param receivedAt real time
   * @return its id; empty when a message with this BeskedId is stored already
   */
  Optional<UUID> store(byte[] raw, @Nullable String messageId, Status status, Instant receivedAt);

  /** Locks and returns a message that waits; empty when it waits no longer. */
  Optional<Waiting> lockWaiting(UUID id);

  /** Stores what became of it. */
  void close(
      UUID id, Status status, @Nullable NotificationId notification, @Nullable ReceiptKind kind);

  /** Deletes what was received before a moment in real time, and counts it. */
  void discard(Status status, Instant before);

  /** Deletes the messages of matched receipts of before a moment in real time; the rest stays. */
  void emptyMatched(Instant before);

  /**
   * Has receipts wait again that were parked although they are understood and name a message of
   * ours: they named another system as the sender.
   */
  List<UUID> wakeContradicted();

  /** A message that is not yet matched. */
  final class Waiting {
    private final UUID id;
    private final byte[] raw;
    private final Instant receivedAt;
    private final int tries;

    public Waiting(UUID id, byte[] raw, Instant receivedAt, int tries) {
      this.id = id;
      this.raw = raw;
      this.receivedAt = receivedAt;
      this.tries = tries;
    }

    public UUID id() {
      return id;
    }

    /** The message, exactly as it came. */
    public byte[] raw() {
      return raw;
    }

    /** In real time. */
    public Instant receivedAt() {
      return receivedAt;
    }

    /** How often no notification was found. */
    public int tries() {
      return tries;
    }
  }

  /** Counts a try that found no notification. */
  void countTry(UUID id);

  /** Where a stored message stands. */
  enum Status {
    /** Stored, and to be matched. */
    WAITING,
    /** Belongs to a notification, and was looked at by it. */
    MATCHED,
    /**
     * Another kind of message, a status that we have no rule for, or one of ours that names another
     * system as its sender: kept for a person.
     */
    PARKED,
    /** No notification of ours came to fit. */
    UNMATCHED,
    /** Names another system of the municipality as the sender of the message. */
    FOREIGN
  }
}
