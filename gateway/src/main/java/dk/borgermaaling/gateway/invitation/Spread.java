package dk.borgermaaling.gateway.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Keeps what would leave at one moment apart: each has its own place in the first part of the
 * window. The place follows from an id alone, so that a plan is the same whenever it is made.
 *
 * @param longest the part, business time; never more than half of what is left of the window
 */
public record Spread(Duration longest) {
  public static final Spread NONE = new Spread(Duration.ZERO);
  private static final double PLACES = 0x1p53;
  private static final int UNUSED_BITS = 11;

  public Spread {
    if (longest.isNegative()) {
      throw new IllegalArgumentException("gateway.invitation.spread must not be negative");
    }
  }

  /**
   * The moment of one of those that would leave together.
   *
   * @param start inside the window
   */
  public Instant from(Instant start, SendWindow window, UUID id) {
    Duration half = window.left(start).dividedBy(2);
    Duration part = half.compareTo(longest) < 0 ? half : longest;
    return start.plusSeconds((long) (part.toSeconds() * place(id)));
  }

  /** As {@link #from} for what was moved to an opening; what was not is apart by itself. */
  public Instant moved(Instant wish, Instant allowed, SendWindow window, UUID id) {
    return allowed.equals(wish) ? allowed : from(allowed, window, id);
  }

  /**
   * From 0, inclusive, to 1, exclusive; ids that follow each other are far apart (MurmurHash3's
   * finish).
   */
  private static double place(UUID id) {
    long hash = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return (hash >>> UNUSED_BITS) / PLACES;
  }
}
