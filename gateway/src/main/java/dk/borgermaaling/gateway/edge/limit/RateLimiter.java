package dk.borgermaaling.gateway.edge.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each key. A bucket is one number, the time at which it will be full again, so
 * that taking a token is one compare-and-set and no caller waits for another.
 *
 * <p>The number of keys is bounded. A bucket is forgotten only when it is full, which is what a new
 * one is: a flood of new keys resets nobody's bucket. While there are too many keys whose buckets
 * are not full, all further ones share a single bucket. With several threads at that very moment
 * the bound may be passed by one key for each of them.
 */
public final class RateLimiter {
  /** In the place of a time: the bucket has been taken out of the map, look for another. */
  private static final long GONE = Long.MIN_VALUE;

  /** Between two searches for full buckets, which look at all of them. */
  private static final long SWEEP_PAUSE = Duration.ofMillis(100).toNanos();

  private final long interval;
  private final long tolerance;
  private final int mostKeys;
  private final LongSupplier nanoTime;
  private final long origin;
  private final ConcurrentHashMap<String, AtomicLong> buckets = new ConcurrentHashMap<>();
  private final AtomicLong shared = new AtomicLong();
  private final AtomicLong nextSweep = new AtomicLong();

  /**
   * @param mostKeys for which there are buckets of their own
   * @param nanoTime a clock that never goes back, nanoseconds from any start
   */
  public RateLimiter(Rate rate, int mostKeys, LongSupplier nanoTime) {
    if (mostKeys < 1) {
      throw new IllegalArgumentException("a limiter has at least one key");
    }
    this.interval = rate.interval().toNanos();
    this.tolerance = interval * (rate.burst() - 1L);
    this.mostKeys = mostKeys;
    this.nanoTime = nanoTime;
    this.origin = nanoTime.getAsLong();
  }

  /**
   * Takes a token.
   *
   * @return zero when there was one, else the time until there will be; nothing was taken then
   */
  public Duration take(String key) {
    long now = now();
    while (true) {
      AtomicLong bucket = bucket(key, now);
      long fullAt = bucket.get();
      if (fullAt == GONE) {
        buckets.remove(key, bucket);
        continue;
      }
      long wait = waitUntilToken(fullAt, now);
      if (wait > 0) {
        return Duration.ofNanos(wait);
      }
      if (bucket.compareAndSet(fullAt, Math.max(fullAt, now) + interval)) {
        return Duration.ZERO;
      }
    }
  }

  /** What {@link #take} would answer; nothing is taken. */
  public Duration look(String key) {
    AtomicLong bucket = buckets.get(key);
    if (bucket == null && isCrowded()) {
      bucket = shared;
    }
    long wait = bucket == null ? 0 : waitUntilToken(bucket.get(), now());
    return wait > 0 ? Duration.ofNanos(wait) : Duration.ZERO;
  }

  /** Puts a token back, unless the bucket is full. A key that shares its bucket gets none. */
  public void giveBack(String key) {
    AtomicLong bucket = buckets.get(key);
    if (bucket != null) {
      bucket.updateAndGet(fullAt -> fullAt == GONE ? GONE : fullAt - interval);
    }
  }

  /** For how many keys there are buckets now. */
  int size() {
    return buckets.size();
  }

  private long waitUntilToken(long fullAt, long now) {
    return fullAt == GONE ? 0 : Math.max(fullAt, now) - now - tolerance;
  }

  private AtomicLong bucket(String key, long now) {
    AtomicLong known = buckets.get(key);
    if (known != null) {
      return known;
    }
    if (isCrowded()) {
      sweep(now);
      if (isCrowded()) {
        return shared;
      }
    }
    AtomicLong fresh = new AtomicLong();
    @Nullable AtomicLong other = buckets.putIfAbsent(key, fresh);
    return other == null ? fresh : other;
  }

  private boolean isCrowded() {
    return buckets.mappingCount() >= mostKeys;
  }

  private void sweep(long now) {
    long due = nextSweep.get();
    if (now < due || !nextSweep.compareAndSet(due, now + SWEEP_PAUSE)) {
      return;
    }
    buckets.forEach(
        (key, bucket) -> {
          long fullAt = bucket.get();
          if (fullAt <= now && bucket.compareAndSet(fullAt, GONE)) {
            buckets.remove(key, bucket);
          }
        });
  }

  private long now() {
    return nanoTime.getAsLong() - origin;
  }
}
