package dk.borgermaaling.gateway.letter;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a municipality sends letters; without a row it sends none.
 *
 * @param priceOre of one letter with print and postage, in øre
 * @param monthOre what letters may cost in a calendar month, in øre
 * @param shipmentType what the municipality and its print supplier have agreed on
 *     (ForsendelseTypeIdentifikator); absent where the system's own holds
 * @param protectedToo whether citizens with name and address protection get letters too
 */
public record LetterTerms(
    MunicipalityCode municipality,
    int priceOre,
    int monthOre,
    @Nullable Integer shipmentType,
    boolean protectedToo) {
  /** Where the terms are kept. */
  public interface Book {
    /** The terms on a Danish civil date; empty when the municipality sends no letters then. */
    Optional<LetterTerms> of(MunicipalityCode municipality, LocalDate on);
  }
}
