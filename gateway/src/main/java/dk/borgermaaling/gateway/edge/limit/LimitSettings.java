package dk.borgermaaling.gateway.edge.limit;

/**
 * How often one caller may call one node.
 *
 * @param callsPerSecond in the long run
 * @param burst at once, after a pause
 * @param refusedPerMinute calls without a valid proof, of one certificate or address; as many at
 *     once
 * @param atOnce calls that are under way, of one certificate or address
 */
public record LimitSettings(int callsPerSecond, int burst, int refusedPerMinute, int atOnce) {
  private static final int MOST = 1_000_000;

  public LimitSettings {
    check("gateway.limit.calls-per-second", callsPerSecond);
    check("gateway.limit.burst", burst);
    check("gateway.limit.refused-per-minute", refusedPerMinute);
    check("gateway.limit.at-once", atOnce);
  }

  private static void check(String key, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(key + " must be from 1 to " + MOST);
    }
  }
}
