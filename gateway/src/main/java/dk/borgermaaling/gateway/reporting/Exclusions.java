package dk.borgermaaling.gateway.reporting;

/**
 * How many citizens a municipality's staff have kept from being asked, in one mode and period.
 *
 * @param excluded citizens who would have been asked, had staff not told us not to (the citizen's
 *     own wish is none of these)
 * @param concerned these, and everybody with an invitation that was not withdrawn; each person once
 */
public record Exclusions(int excluded, int concerned) {
  public Exclusions {
    if (excluded < 0 || concerned < excluded) {
      throw new IllegalArgumentException("the excluded are some of those who are concerned");
    }
  }

  /** Those who were asked and never excluded. */
  int others() {
    return concerned - excluded;
  }

  /** 0 to 1; 0 when nobody is concerned. */
  public double share() {
    return concerned == 0 ? 0 : (double) excluded / concerned;
  }
}
