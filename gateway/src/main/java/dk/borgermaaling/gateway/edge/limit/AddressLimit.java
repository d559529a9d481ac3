package dk.borgermaaling.gateway.edge.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often something may be tried: by one address, and by all together on this node. An attempt
 * takes from both before anything is looked up, so that many at once pass no limit; one that turned
 * out right is given back.
 */
public final class AddressLimit {
  private static final int MOST_ADDRESSES = 10_000;
  private static final String ALL = "all";

  private final RateLimiter each;
  private final RateLimiter together;

  /**
   * @param each attempts a minute of one address
   * @param together attempts a minute of all addresses
   * @param nanoTime a clock that never goes back, nanoseconds from any start
   */
  public AddressLimit(int each, int together, LongSupplier nanoTime) {
    this.each = new RateLimiter(Rate.perMinute(each), MOST_ADDRESSES, nanoTime);
    this.together = new RateLimiter(Rate.perMinute(together), 1, nanoTime);
  }

  /**
   * Takes one attempt.
   *
   * @param address an IPv4 address counts by itself, an IPv6 one with its /64
   * @return zero when it may be made, else how long until one may be
   */
  public Duration take(String address) {
    String key = CallerKey.address(address).value();
    Duration wait = each.take(key);
    if (!wait.isZero()) {
      return wait;
    }
    Duration all = together.take(ALL);
    if (!all.isZero()) {
      each.giveBack(key);
    }
    return all;
  }

  /** The attempt was no wrong one. */
  public void giveBack(String address) {
    each.giveBack(CallerKey.address(address).value());
    together.giveBack(ALL);
  }
}
