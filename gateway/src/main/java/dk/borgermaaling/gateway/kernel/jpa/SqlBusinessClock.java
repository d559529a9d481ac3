package dk.borgermaaling.gateway.kernel.jpa;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Business time as the row in {@code ops.clock} says, the same on every node. */
public final class SqlBusinessClock implements BusinessClock {
  private final Jdbi jdbi;
  private final Clock realClock;
  private final Snapshot<Setting> setting;
  private volatile Instant readAt = Instant.EPOCH;

  public SqlBusinessClock(Jdbi jdbi, Clock realClock) {
    this.jdbi = jdbi;
    this.realClock = realClock;
    this.setting = new Snapshot<>("the business clock", () -> read(jdbi));
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
    read();
  }

  /**
   * Reads the row again; called every second, so that a change reaches all nodes within one.
   *
   * @return whether the clock was set since it was last read
   */
  public boolean refresh() {
    Setting before = setting.get();
    read();
    return !setting.get().equals(before);
  }

  private void read() {
    Instant asked = realClock.instant();
    setting.refresh();
    readAt = asked;
  }

  /** As this node goes by now. */
  public Setting setting() {
    return setting.get();
  }

  /** When this node last read it, real time. */
  public Instant readAt() {
    return readAt;
  }

  @Override
  public Instant now() {
    return setting.get().toBusiness(realClock.instant());
  }

  @Override
  public Instant toReal(Instant business) {
    return setting.get().toReal(business);
  }

  private static Setting read(Jdbi jdbi) {
    return jdbi.withHandle(
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
      long microseconds =
          Math.round((elapsed.getSeconds() * 1e6 + elapsed.getNano() / 1e3) * factor);
      return Duration.ofSeconds(
          Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1000L);
    }
  }
}
