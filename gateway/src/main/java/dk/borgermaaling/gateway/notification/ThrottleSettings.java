package dk.borgermaaling.gateway.notification;

/**
 * Most steps that may leave in a minute of real time where the table says nothing; 0 is no limit.
 *
 * @param country of all municipalities together
 * @param municipality of each
 */
public record ThrottleSettings(int country, int municipality) {
  public static final ThrottleSettings NONE = new ThrottleSettings(0, 0);

  public ThrottleSettings {
    if (country < 0 || municipality < 0) {
      throw new IllegalArgumentException("gateway.notification.*-per-minute must not be negative");
    }
  }
}
