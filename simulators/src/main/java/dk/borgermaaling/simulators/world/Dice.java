package dk.borgermaaling.simulators.world;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that falls the same way every time: the algorithm of {@link Random} is part of its
 * contract, so a seed gives the same world on every Java.
 */
final class Dice {
  private final Random random;

  Dice(long seed, String name) {
    this.random = new Random(seed * 31 + uuid(seed, name).getMostSignificantBits());
  }

  /** Both inclusive. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> void shuffle(List<T> list) {
    Collections.shuffle(list, random);
  }

  /** The same id for the same seed and name. */
  static UUID uuid(long seed, String name) {
    return UUID.nameUUIDFromBytes((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
  }
}
