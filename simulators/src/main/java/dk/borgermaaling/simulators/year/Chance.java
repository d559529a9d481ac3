package dk.borgermaaling.simulators.year;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What falls the same way every time for the same person of the same seed: the algorithm of {@link
 * Random} is part of its contract.
 */
final class Chance {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int PARTS = 10_000;

  private final Random random;

  Chance(long seed, long number) {
    random = new Random((seed * 31 + number) * SPREAD);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both inclusive. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /**
   * @param parts of ten thousand
   */
  boolean falls(int parts) {
    return random.nextInt(PARTS) < parts;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  UUID uuid() {
    long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant2 = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(version4, variant2);
  }
}
