package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of a sender's batch, as its way in has read it. */
public sealed interface HandedIn {
  /** The nil UUID (RFC 9562, section 5.9): stands for an event id that could not be read. */
  UUID NO_ID = new UUID(0, 0);

  UUID eventId();

  /** Whose event it says it is; absent when that could not be read. */
  @Nullable MunicipalityCode municipality();

  /** It is an event; whether it is taken is decided by the core. */
  record Legible(CaseEvent event) implements HandedIn {
    @Override
    public UUID eventId() {
      return event.eventId();
    }

    @Override
    public MunicipalityCode municipality() {
      return event.municipality();
    }
  }

  /**
   * It is not what the contract says. Rejected by itself.
   *
   * @param eventId as it was told, or {@link #NO_ID}
   */
  record Illegible(UUID eventId, @Nullable MunicipalityCode municipality, Problem problem)
      implements HandedIn {}
}
