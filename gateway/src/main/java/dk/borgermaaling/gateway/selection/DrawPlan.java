package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How a stratum is drawn. A citizen is drawn or not for the whole month or round, however many
 * events there are of it: more conversations are no more chances.
 *
 * @param probability that a citizen whom no rule stops is asked (inklusionssandsynlighed), from 0
 *     to 1
 * @param seed made once for the stratum; with it every draw can be repeated
 */
public record DrawPlan(double probability, String seed) {
  public static final DrawPlan EVERYBODY = new DrawPlan(1, "");

  private static final int MANTISSA_BITS = 53;

  public boolean draws(CitizenId citizen) {
    return probability >= 1 || number(citizen) < probability;
  }

  /** Of the citizen in this draw, from 0 inclusive to 1 exclusive, evenly spread. */
  public double number(CitizenId citizen) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + "/" + citizen.value()).getBytes(StandardCharsets.UTF_8));
      long bits = ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - MANTISSA_BITS);
      return (double) bits / (1L << MANTISSA_BITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
