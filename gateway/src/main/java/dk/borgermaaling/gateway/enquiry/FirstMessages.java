package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.time.Instant;
import java.util.List;

/**
 * How far invitations are. Reads neither whether they are answered or stopped nor any reminder, so
 * that nothing of it can be told.
 */
public interface FirstMessages {
  /** Of the invitations that this case led to: the one that was planned last comes last. */
  List<FirstMessage> of(MunicipalityCode municipality, EventSource source, String entityId);

  /**
   * An invitation with its first message.
   *
   * @param withdrawn whether the invitation was taken back before anything had left
   * @param state where the first message stands
   * @param closesAt first instant at which it cannot be answered any more, business time
   */
  record FirstMessage(boolean withdrawn, NotificationState state, Instant closesAt) {}
}
