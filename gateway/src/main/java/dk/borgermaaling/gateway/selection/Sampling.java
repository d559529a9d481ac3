package dk.borgermaaling.gateway.selection;

/** How many of a stratum (municipality, survey group, and month or round) are asked. */
public sealed interface Sampling {
  /** What shares are told apart by. */
  int TEN_THOUSAND = 10_000;

  /**
   * How likely a citizen is asked, from 0 to 1.
   *
   * @param expected citizens that no rule stops, as many as are expected in the month or known in
   *     the round; 0 when nothing is known yet
   */
  double probability(long expected);

  /** The same for the same sampling, and for no other. */
  String id();

  /** A share of those whom no rule stops, above 0, at most 1. */
  record Share(double share) implements Sampling {
    public Share {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("a share is above 0 and at most 1");
      }
    }

    @Override
    public double probability(long expected) {
      return share;
    }

    /** Of ten thousand. */
    @Override
    public String id() {
      return "share " + Math.round(share * TEN_THOUSAND);
    }
  }

  /** So many citizens; everybody while nothing is known of how many there are. */
  record Target(int citizens) implements Sampling {
    public Target {
      if (citizens < 1) {
        throw new IllegalArgumentException("a target is 1 or more");
      }
    }

    @Override
    public double probability(long expected) {
      return expected <= citizens ? 1 : (double) citizens / expected;
    }

    @Override
    public String id() {
      return "target " + citizens;
    }
  }
}
