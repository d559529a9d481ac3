package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where decisions and projected courses are kept. Joins the open transaction. */
public interface DecisionLog {
  /** Stores decisions of events; there is one for each event. */
  void decided(List<Decided> decisions);

  /** Replaces what is known of citizens in municipalities. */
  void projected(Collection<Projected> courses);

  /**
   * One decision.
   *
   * @param at business time
   */
  record Decided(StoredCaseEvent event, Decision decision, Instant at) {}

  /** What is known of a citizen in a municipality. */
  record Projected(MunicipalityCode municipality, CitizenId citizen, ProjectedCourse course) {}
}
