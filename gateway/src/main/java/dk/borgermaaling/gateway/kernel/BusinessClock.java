package dk.borgermaaling.gateway.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that rules are written in: windows, quarantine, waiting, reminders. In production it is
 * real time; a demonstration moves it and makes it run faster. Timestamps of protocols, tokens,
 * TLS, leases and the scheduler's own heartbeats are never taken from it (docs/adr/0011).
 */
public interface BusinessClock {
  /** Danish civil time, in which all dates and windows are meant. */
  ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  /** Now, in business time. */
  Instant now();

  /** The real instant at which the clock will show, or showed, this business instant. */
  Instant toReal(Instant business);

  /** Today's date in Denmark, in business time. */
  default LocalDate today() {
    return LocalDate.ofInstant(now(), DENMARK);
  }

  /**
   * The clock was set to another time or speed while this node ran. What waits for a real instant
   * that the old setting gave must ask the clock again.
   */
  record WasSet() {}
}
