package dk.borgermaaling.gateway.reporting;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of one cell, before anyone has decided whether they may be shown.
 *
 * @param n people with a theme score
 * @param mean mean of their scores, 1 to 5
 * @param deviation sample standard deviation of their scores; null when {@code n} is 1
 */
public record Figures(int n, double mean, @Nullable Double deviation) {
  public Figures {
    if (n < 1 || mean < 1 || mean > 5) {
      throw new IllegalArgumentException("n from 1 and a mean of 1 to 5, not " + n + ", " + mean);
    }
  }

  /** The mean on a scale of 0 to 100: (mean - 1) / 4 * 100. */
  public double index() {
    return (mean - 1) / 4 * 100;
  }
}
