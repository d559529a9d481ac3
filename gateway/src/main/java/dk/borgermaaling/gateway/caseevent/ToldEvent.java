package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import java.util.UUID;

/** One event of a call, as far as its way in could read it. */
public sealed interface ToldEvent {
  /** It says what the contract says. */
  record Read(CaseEvent event) implements ToldEvent {}

  /** Its id can be read and something else cannot. */
  record Unreadable(UUID eventId, Problem problem) implements ToldEvent {}
}
