package dk.borgermaaling.gateway.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The share of excluded citizens above which a municipality's result is marked.
 *
 * @param percent above it, not at it; 0 or more, less than 100
 */
public record ExclusionLimit(BigDecimal percent) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public ExclusionLimit {
    if (percent.signum() < 0 || percent.compareTo(ALL) >= 0) {
      throw new IllegalArgumentException("a limit of 0 or more and less than 100 %");
    }
  }

  /** Computed without rounding: exactly the limit is not above it. */
  public boolean isExceededBy(Exclusions counted) {
    return ALL.multiply(BigDecimal.valueOf(counted.excluded()))
            .compareTo(percent.multiply(BigDecimal.valueOf(counted.concerned())))
        > 0;
  }

  /** Fewest excluded beside these others that are above it. */
  int fewestAbove(int others) {
    BigDecimal excludedOverOthers = percent.divide(ALL.subtract(percent), 12, RoundingMode.DOWN);
    int excluded = excludedOverOthers.multiply(BigDecimal.valueOf(others)).intValue();
    while (!isExceededBy(new Exclusions(excluded, excluded + others))) {
      excluded++;
    }
    return excluded;
  }
}
