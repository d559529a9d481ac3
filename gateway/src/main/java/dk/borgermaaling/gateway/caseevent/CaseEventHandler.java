package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.citizen.CitizenId;
import java.util.Collection;

/** What happens to events after they were stored; the feature {@code selection} implements it. */
public interface CaseEventHandler {
  /** Processes what waits of these citizens; a second call changes nothing. */
  void handle(Collection<CitizenId> citizens);
}
