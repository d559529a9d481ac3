package dk.borgermaaling.gateway.murder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong for a while.
 *
 * @param at after the beginning of the run
 * @param node number of the node that it happens to, for what happens to one
 * @param dice decides what is left to decide
 */
record Fault(Kind kind, Duration at, Duration lasts, int node, long dice) {
  /** All of it at least once in as many seeds as there are kinds. */
  enum Kind {
    NODE_KILLED,
    /** Longer than its lease. */
    NODE_FROZEN,
    DATABASE_KILLED,
    DISK_FULL,
    DATABASE_ROAD_CUT,
    DATABASE_ROAD_HANGS,
    DATABASE_ROAD_TORN,
    POST_ROAD_CUT,
    POST_ROAD_HANGS,
    POST_ROAD_TORN,
    RECEIPT_ROAD_CUT,
    RECEIPT_ROAD_HANGS,
    CLOCK_JUMPS,
    POST_OUT,
    POST_HANGS_UP
  }

  private static final Duration LEASE = Worker.HEARTBEAT.multipliedBy(4);

  Duration end() {
    return at.plus(lasts);
  }

  /**
   * What goes wrong in a run, in order of its beginning; the same for the same arguments.
   *
   * @param length of the run
   * @param every one fault in so much time
   */
  static List<Fault> plan(long seed, Duration length, Duration every, int nodes) {
    Random dice = new Random(seed * 31 + 7);
    int number = Math.max(3, (int) (length.toMillis() / every.toMillis()));
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Kind[] kinds = Kind.values();
      Kind kind =
          i == 0
              ? kinds[(int) Math.floorMod(seed, (long) kinds.length)]
              : kinds[dice.nextInt(kinds.length)];
      long from = length.toMillis() * i / number;
      Duration at = Duration.ofMillis(from + dice.nextInt((int) (length.toMillis() / number)));
      faults.add(new Fault(kind, at, lasts(kind, dice), dice.nextInt(nodes), dice.nextLong()));
    }
    faults.sort(Comparator.comparing(Fault::at));
    return faults;
  }

  private static Duration lasts(Kind kind, Random dice) {
    Duration some = Duration.ofMillis(300 + dice.nextInt(1500));
    return kind == Kind.NODE_FROZEN ? LEASE.plus(some) : some;
  }

  @Override
  public String toString() {
    return "%s at %d ms for %d ms, node %d"
        .formatted(kind, at.toMillis(), lasts.toMillis(), node + 1);
  }
}
