package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Set;

/**
 * A citizen who would have been asked, had the municipality not told that the citizen is not to be.
 *
 * @param numbers all of the citizen's
 * @param plannedFirst when the first message would have been planned for, business time; its Danish
 *     month is the one in which the citizen counts
 */
public record LeftOut(
    MunicipalityCode municipality,
    Set<CitizenId> numbers,
    SamplingMode mode,
    Instant plannedFirst) {
  public LeftOut {
    numbers = Set.copyOf(numbers);
  }
}
