package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import java.time.Instant;

/** Where decisions and projected courses are kept. Joins the open transaction. */
public interface DecisionLog {
  /** Stores the decision of an event; there is one for each. */
  void decided(StoredCaseEvent event, Decision decision, Instant at);

  /** Replaces what is known of the event's citizen in its municipality. */
  void projected(StoredCaseEvent event, ProjectedCourse course);
}
