package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round (målerunde): everybody who is in a course of the municipality on the reference date, each
 * at most once.
 *
 * @param referenceDate Danish civil date
 * @param seed with it the draw can be repeated
 * @param readUntil the last citizen that was looked at while the population is frozen
 */
public record Round(
    MunicipalityCode municipality,
    UUID id,
    LocalDate referenceDate,
    State state,
    String seed,
    @Nullable CitizenId readUntil) {
  /** In this order; a crash leaves it where it was, and it goes on there. */
  public enum State {
    /** The reference date, or the wait for what is told late, is not over. */
    PLANNED,
    /** Citizens are looked at, one after the other. */
    FREEZING,
    /** The population is known and drawn; invitations are made. */
    FROZEN,
    /** Everybody who was drawn is invited, or something has come between. */
    DONE
  }
}
