package dk.borgermaaling.simulators.digitalpost;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How often a switch applies. What decides is the seed, the switch, the message and the attempt,
 * and nothing else, so that a run with the same seed goes wrong in the same places.
 *
 * @param share above 0, up to 1 for always
 */
record Chance(double share, long seed) {
  static final Chance ALWAYS = new Chance(1, 0);
  private static final double RANGE = 0x1p32;

  Chance {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and at most 1");
    }
  }

  boolean hits(Switch which, Occasion occasion) {
    String name =
        String.join(
            " ",
            Long.toString(seed),
            which.slug(),
            occasion.message(),
            Integer.toString(occasion.attempt()));
    UUID dice = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return (dice.getMostSignificantBits() >>> 32) / RANGE < share;
  }
}
