package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.kernel.SafeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The queues of Beskedfordeler (BeskedHent). Several nodes may pull one of them side by side. */
public interface MessageQueue {
  /** Connects, for one thread's use. */
  Link open(Dueslag from) throws QueueFault;

  /** A connection to one queue. Closing it gives back whatever was not answered. */
  interface Link extends AutoCloseable {
    /** The next message; empty when none came in time. */
    Optional<Pulled> next(Duration wait) throws QueueFault;

    /** The message is stored, and need not come again. */
    void acknowledge(Pulled message) throws QueueFault;

    /** The message must not come again, and is not what was agreed. */
    void reject(Pulled message) throws QueueFault;

    /** Whether it may be used on. */
    Wear wear(Instant now);

    @Override
    void close();
  }

  /** How far what a link was opened with has come. */
  enum Wear {
    FRESH,
    /** To be replaced by another one, which may wait. */
    DUE,
    /** Not to be used any more. */
    OVER
  }

  /** A message that was not answered yet. */
  final class Pulled {
    private final long tag;
    private final byte[] body;

    public Pulled(long tag, byte[] body) {
      this.tag = tag;
      this.body = body;
    }

    /** The link's own number of it. */
    public long tag() {
      return tag;
    }

    /** A Haendelsesbesked, exactly as it came. */
    public byte[] body() {
      return body;
    }
  }

  /** No connection, or none any more. The message is safe to show: no host, no token. */
  final class QueueFault extends Exception implements SafeMessage {
    private static final long serialVersionUID = 1L;

    public QueueFault(String message) {
      super(message);
    }
  }
}
