package dk.borgermaaling.gateway.reporting;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a municipality's result must be read with care, because its staff have kept so many
 * citizens from being asked.
 *
 * @param isAbove whether the share is above the limit: then the result is marked wherever it is
 *     shown
 * @param limit in percent
 * @param shown how many they are; absent when it is not above, or when the number would say too
 *     much
 */
public record ExclusionMark(boolean isAbove, BigDecimal limit, @Nullable Exclusions shown) {
  public ExclusionMark {
    if (shown != null && !isAbove) {
      throw new IllegalArgumentException("numbers stand beside a mark and nowhere else");
    }
  }

  public Optional<Exclusions> numbers() {
    return Optional.ofNullable(shown);
  }
}
