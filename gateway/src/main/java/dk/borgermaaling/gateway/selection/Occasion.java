package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.UUID;

/** What leads to an invitation. */
public sealed interface Occasion {
  MunicipalityCode municipality();

  CitizenId citizen();

  /** The plan counts from here, business time. */
  Instant from();

  /** Nothing is planned for a time before this, business time. */
  Instant notBefore();

  /** Something happened. */
  record Happened(StoredCaseEvent event) implements Occasion {
    @Override
    public MunicipalityCode municipality() {
      return event.municipality();
    }

    @Override
    public CitizenId citizen() {
      return event.citizen();
    }

    @Override
    public Instant from() {
      return event.occurredAt();
    }

    @Override
    public Instant notBefore() {
      return event.receivedAt();
    }
  }

  /**
   * A round drew the citizen.
   *
   * @param opensAt when the round begins to ask, business time
   */
  record Drawn(UUID round, MunicipalityCode municipality, CitizenId citizen, Instant opensAt)
      implements Occasion {
    @Override
    public Instant from() {
      return opensAt;
    }

    @Override
    public Instant notBefore() {
      return opensAt;
    }
  }
}
