package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pauses and throttles, as operators see and set them. Every call joins the open transaction. */
public interface PauseBook {
  /** The name of the whole country among the throttles. */
  String COUNTRY = "*";

  /** Those that hold, the latest first. */
  List<Pause> active();

  /**
   * Pauses.
   *
   * @param by user name
   */
  UUID pause(Pause.Scope scope, String reason, String by);

  /**
   * Ends a pause and has what waited for it looked at, one after the other.
   *
   * @return the pause; empty when it is not there or has ended
   */
  Optional<Pause> resume(UUID pause, String by);

  /** Most steps in a minute that were set in the table, by municipality or {@link #COUNTRY}. */
  Map<String, Throttle> throttles();

  /** Sets how many may leave in a minute; 0 is no limit. */
  void throttle(String scope, int perMinute, String by);

  /** Goes back to the setting. */
  void unthrottle(String scope);

  /** Scope of a municipality. */
  static String scopeOf(MunicipalityCode municipality) {
    return municipality.value();
  }

  /** {@code at} is real time. */
  record Throttle(int perMinute, String by, Instant at) {}
}
