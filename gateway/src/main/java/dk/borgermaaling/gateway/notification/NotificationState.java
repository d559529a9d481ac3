package dk.borgermaaling.gateway.notification;

import static dk.borgermaaling.gateway.notification.NotificationEvent.OUTCOME_LOST;
import static dk.borgermaaling.gateway.notification.NotificationEvent.PUT_BACK;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RECEIPT_DELIVERED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RECEIPT_FAILED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RECEIPT_RECEIVED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.REFUSED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.STARTED;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a notification stands. States only move forward, the first final state wins, and one table
 * holds every transition; docs/notification-states.md shows the same table.
 */
public enum NotificationState {
  /** Waits for its planned time; its identifiers may be stored from a try that never left. */
  PLANNED,
  /** A task is checking it; nothing has left. */
  CLAIMED,
  /** Identifiers are committed and the call is under way. Found at a restart: unknown. */
  SENDING,
  /** May have left, may not. Never sent again by itself; a receipt can still end it. */
  UNKNOWN,
  /** Taken by the post component, not yet delivered. */
  ACCEPTED,
  /** In the citizen's mailbox. */
  DELIVERED,
  /** Ended with a failure class and a reason. */
  FAILED,
  /** Taken back before it left. */
  WITHDRAWN,
  /** Did not leave in time. */
  EXPIRED,
  /** The citizen has answered. Internal: never shown. */
  NOT_NEEDED;

  private static final Map<NotificationEvent, NotificationState> RECEIPTS =
      Map.of(
          RECEIPT_RECEIVED, ACCEPTED,
          RECEIPT_DELIVERED, DELIVERED,
          RECEIPT_FAILED, FAILED);

  private static final Map<NotificationState, Map<NotificationEvent, NotificationState>> TABLE =
      Map.of(
          PLANNED,
          withReceipts(
              Map.of(
                  NotificationEvent.CLAIMED, CLAIMED,
                  NotificationEvent.WITHDRAWN, WITHDRAWN,
                  NotificationEvent.EXPIRED, EXPIRED)),
          CLAIMED,
          withReceipts(
              Map.of(
                  NotificationEvent.CLAIMED,
                  CLAIMED,
                  PUT_BACK,
                  PLANNED,
                  STARTED,
                  SENDING,
                  REFUSED,
                  FAILED,
                  NotificationEvent.WITHDRAWN,
                  WITHDRAWN,
                  NotificationEvent.EXPIRED,
                  EXPIRED,
                  NotificationEvent.NOT_NEEDED,
                  NOT_NEEDED)),
          SENDING,
          withReceipts(
              Map.of(
                  PUT_BACK,
                  PLANNED,
                  NotificationEvent.ACCEPTED,
                  ACCEPTED,
                  OUTCOME_LOST,
                  UNKNOWN,
                  REFUSED,
                  FAILED)),
          UNKNOWN,
          withReceipts(Map.of(NotificationEvent.ACCEPTED, ACCEPTED, REFUSED, FAILED)),
          ACCEPTED,
          Map.of(RECEIPT_DELIVERED, DELIVERED, RECEIPT_FAILED, FAILED));

  /** The state that this event leads to; empty when it changes nothing here. */
  public Optional<NotificationState> after(NotificationEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }

  /** The name as written in docs/notification-states.md. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<NotificationEvent, NotificationState> withReceipts(
      Map<NotificationEvent, NotificationState> own) {
    Map<NotificationEvent, NotificationState> all = new EnumMap<>(RECEIPTS);
    all.putAll(own);
    return Map.copyOf(all);
  }
}
