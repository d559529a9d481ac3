package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.net.URI;
import java.util.function.BooleanSupplier;

/**
 * What the sending code, and nobody else, asks about an invitation right before a step leaves, and
 * tells it of the step. What changes the invitation locks it before the caller's work locks the
 * step.
 */
public interface SendingDesk {
  /** Whether a step may leave now. Asked again, whatever the plan said; changes nothing. */
  Permission ask(InvitationId invitation);

  /**
   * Asks once more, with the invitation locked, and opens it in one transaction with the start of a
   * step. So an answer of the citizen, or a withdrawal, that comes in the same moment is either
   * seen here, or comes after the start.
   *
   * @param start starts the step; false when it may not leave any more; not called when the
   *     permission is gone
   * @return whether it started
   */
  boolean letGo(InvitationId invitation, BooleanSupplier start);

  /**
   * Undoes {@link #letGo} of the first message, in one transaction with noting that nothing left.
   * An invitation that was taken back meanwhile is withdrawn.
   *
   * @param note notes it on the step; false when something else says that it has left
   * @return what {@code note} answered
   */
  boolean keepBack(InvitationId invitation, BooleanSupplier note);

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
