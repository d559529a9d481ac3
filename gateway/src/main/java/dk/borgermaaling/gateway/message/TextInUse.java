package dk.borgermaaling.gateway.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text that two people have taken into use. Danish civil dates.
 *
 * @param to first day on which it does not hold; null while it has no end
 */
public record TextInUse(MessageTemplate text, LocalDate from, @Nullable LocalDate to) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
