package dk.borgermaaling.gateway.console;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Map;

/** How many events and decisions there are, by municipality. */
public interface RoadBook {
  Map<MunicipalityCode, EventCounts> counts();

  /**
   * What has come of one municipality.
   *
   * @param events stored
   * @param waiting stored and not yet decided on
   * @param invited decisions to invite
   * @param stopped decisions not to
   */
  record EventCounts(long events, long waiting, long invited, long stopped) {}
}
