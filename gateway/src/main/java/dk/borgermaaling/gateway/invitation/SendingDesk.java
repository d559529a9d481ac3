package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.net.URI;

/**
 * What the sending code, and nobody else, may ask about an invitation right before a step leaves.
 */
public interface SendingDesk {
  /** Whether this step may leave now. Asked again, whatever the plan said. */
  Permission ask(InvitationId invitation, Step step);

  /** The answer; {@code Granted} carries what a message needs. */
  sealed interface Permission {
    /** {@code link} is the citizen's link: it goes into the message and nowhere else. */
    record Granted(CitizenId citizen, MunicipalityCode municipality, URI link)
        implements Permission {}

    /** The step ends; {@code reason} is safe to show to staff. */
    record Refused(String reason) implements Permission {}

    /**
     * The citizen has answered, so that no reminder is needed. Kept apart from {@code Refused}: no
     * page, log or interface may show it.
     */
    record NotNeeded() implements Permission {}
  }
}
