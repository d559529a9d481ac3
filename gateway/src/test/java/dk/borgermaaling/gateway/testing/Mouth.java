package dk.borgermaaling.gateway.testing;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.List;

/**
 * A source that speaks for itself: what is meant is written in its own words, and these go through
 * its own way in.
 */
public interface Mouth {
  EventSource source();

  /**
   * Says a batch of one municipality.
   *
   * @param meant the events that must come of it
   * @return what was answered to each, in their order: STORED, DUPLICATE or REJECTED
   */
  List<String> say(MunicipalityCode municipality, List<CaseEvent> meant);

  /** Whether its way in hands the event over, whatever becomes of it then. */
  default boolean isHandedOver(CaseEvent meant) {
    return true;
  }

  /** Makes mouths, anew after every restart. Those of a vendor are found as a service. */
  @FunctionalInterface
  interface Maker {
    /**
     * Mouths whose ways in lead to this core.
     *
     * @param heard the core's own intake, listened to
     */
    List<Mouth> on(CoreFixture core, Heard heard);
  }
}
