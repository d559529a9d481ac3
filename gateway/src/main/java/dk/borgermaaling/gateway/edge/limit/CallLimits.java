package dk.borgermaaling.gateway.edge.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All limits of this node. Certificates and addresses are counted apart, so that a flood from many
 * addresses crowds out no caller that has proved a key.
 */
public final class CallLimits {
  private static final Logger LOG = LoggerFactory.getLogger(CallLimits.class);

  /** Of each kind; a bucket takes about a hundred bytes. */
  private static final int MOST_CALLERS = 10_000;

  /** Each call under way holds a body in memory, so a slow sender must not have many. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private static final Rate TOLD = new Rate(Duration.ofMinutes(1), 1);

  private final Map<CallerKey.Kind, RateLimiter> calls = new EnumMap<>(CallerKey.Kind.class);
  private final Map<CallerKey.Kind, RateLimiter> refused = new EnumMap<>(CallerKey.Kind.class);
  private final Map<CallerKey, Integer> underWay = new ConcurrentHashMap<>();
  private final int atOnce;
  private final Map<CallerKey.Kind, RateLimiter> told = new EnumMap<>(CallerKey.Kind.class);

  /**
   * @param nanoTime a clock that never goes back, nanoseconds from any start
   */
  public CallLimits(LimitSettings settings, LongSupplier nanoTime) {
    atOnce = settings.atOnce();
    Rate each = Rate.perSecond(settings.callsPerSecond(), settings.burst());
    Rate bad = Rate.perMinute(settings.refusedPerMinute());
    for (CallerKey.Kind kind : CallerKey.Kind.values()) {
      calls.put(kind, new RateLimiter(each, MOST_CALLERS, nanoTime));
      refused.put(kind, new RateLimiter(bad, MOST_CALLERS, nanoTime));
      told.put(kind, new RateLimiter(TOLD, MOST_CALLERS, nanoTime));
    }
  }

  /**
   * Counts a call before anything of it is read, and leaves it on the request for those who find
   * out whose it is. {@link LimitedCall#end} must follow, whatever becomes of it.
   */
  public LimitedCall begin(HttpServletRequest request) {
    CallerKey key = CallerKey.of(request);
    Duration wait = of(refused, key).look(key.value());
    if (underWay.merge(key, 1, Integer::sum) > atOnce) {
      tell(key, "calls at once");
      wait = A_MOMENT;
    } else if (!wait.isZero()) {
      tell(key, "refused calls");
    } else {
      wait = take(key);
    }
    LimitedCall call = new LimitedCall(this, key, wait);
    request.setAttribute(LimitedCall.ATTRIBUTE, call);
    return call;
  }

  Duration take(CallerKey key) {
    Duration wait = of(calls, key).take(key.value());
    if (!wait.isZero()) {
      tell(key, "calls");
    }
    return wait;
  }

  void giveBack(CallerKey key) {
    of(calls, key).giveBack(key.value());
  }

  /** The call is over, however it ended. */
  void ended(CallerKey key) {
    underWay.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
  }

  void refused(CallerKey key) {
    of(refused, key).take(key.value());
  }

  /**
   * An accepted call makes up for a refused one: only who is refused most of the time is slowed.
   */
  void accepted(CallerKey key) {
    of(refused, key).giveBack(key.value());
  }

  private void tell(CallerKey key, String what) {
    if (of(told, key).take(key.value()).isZero()) {
      LOG.warn(
          "{} has reached the limit of {}; further ones in this minute are not told", key, what);
    }
  }

  private static RateLimiter of(Map<CallerKey.Kind, RateLimiter> limiters, CallerKey key) {
    RateLimiter limiter = limiters.get(key.kind());
    if (limiter == null) {
      throw new IllegalStateException("there is a limiter for each kind");
    }
    return limiter;
  }
}
