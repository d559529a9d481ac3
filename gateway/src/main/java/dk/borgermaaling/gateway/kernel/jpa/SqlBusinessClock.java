package dk.borgermaaling.gateway.kernel.jpa;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Business time as the row in {@code ops.clock} says, the same on every node. The row is read by
 * {@link #refresh()} alone, never by {@link #now()}: the clock can be asked inside a transaction of
 * another database role.
 */
public final class SqlBusinessClock implements BusinessClock {
  private final Jdbi jdbi;
  private final Clock realClock;
  private volatile @Nullable Setting setting;

  public SqlBusinessClock(Jdbi jdbi, Clock realClock) {
    this.jdbi = jdbi;
    this.realClock = realClock;
  }

  /** Writes the row unless there is one: the first start decides, later settings change nothing. */
  public void startAt(Setting first) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO ops.clock (real_anchor, business_anchor, speed)"
                        + " VALUES (:real, :business, :speed) ON CONFLICT DO NOTHING")
                .bind("real", first.realAnchor())
                .bind("business", first.businessAnchor())
                .bind("speed", first.speed())
                .execute());
    refresh();
  }

  /** Reads the row again; called every second, so that a change reaches all nodes within one. */
  public void refresh() {
    setting =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT real_anchor, business_anchor, speed FROM ops.clock")
                    .map(
                        (row, context) ->
                            new Setting(
                                row.getTimestamp("real_anchor").toInstant(),
                                row.getTimestamp("business_anchor").toInstant(),
                                row.getDouble("speed")))
                    .one());
  }

  @Override
  public Instant now() {
    return current().toBusiness(realClock.instant());
  }

  @Override
  public Instant toReal(Instant business) {
    return current().toReal(business);
  }

  private Setting current() {
    Setting known = setting;
    if (known == null) {
      throw new IllegalStateException("the business clock is asked before it was started");
    }
    return known;
  }

  /**
   * Business time runs {@code speed} times as fast as real time and showed {@code businessAnchor}
   * at {@code realAnchor}. Precise to a microsecond.
   */
  public record Setting(Instant realAnchor, Instant businessAnchor, double speed) {
    public Setting {
      if (!(speed > 0)) {
        throw new IllegalArgumentException("the speed of the business clock must be above 0");
      }
    }

    public Instant toBusiness(Instant real) {
      return businessAnchor.plus(scaled(Duration.between(realAnchor, real), speed));
    }

    public Instant toReal(Instant business) {
      return realAnchor.plus(scaled(Duration.between(businessAnchor, business), 1 / speed));
    }

    private static Duration scaled(Duration elapsed, double factor) {
      if (factor == 1) {
        return elapsed;
      }
      double microseconds = (elapsed.getSeconds() * 1e6 + elapsed.getNano() / 1e3) * factor;
      return Duration.ofSeconds(
          Math.floorDiv(Math.round(microseconds), 1_000_000L),
          Math.floorMod(Math.round(microseconds), 1_000_000L) * 1000L);
    }
  }
}
