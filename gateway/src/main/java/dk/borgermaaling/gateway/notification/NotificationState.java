package dk.borgermaaling.gateway.notification;

import static dk.borgermaaling.gateway.notification.NotificationEvent.GIVEN_UP;
import static dk.borgermaaling.gateway.notification.NotificationEvent.NEXT_CHANNEL;
import static dk.borgermaaling.gateway.notification.NotificationEvent.OUTCOME_LOST;
import static dk.borgermaaling.gateway.notification.NotificationEvent.PUT_BACK;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RECEIPT_DELIVERED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RECEIPT_FAILED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RECEIPT_RECEIVED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.REFUSED;
import static dk.borgermaaling.gateway.notification.NotificationEvent.RESENT;
import static dk.borgermaaling.gateway.notification.NotificationEvent.STARTED;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a notification stands. One table holds every transition; docs/notification-states.md shows
 * the same table, and says of each way back to {@code PLANNED} why it cannot send twice.
 */
public enum NotificationState {
  /** Waits for its planned time; its identifiers may be stored from a try that never left. */
  PLANNED,
  /** A task is checking it; nothing has left. */
  CLAIMED,
  /** Identifiers are committed and the call is under way. Found at a restart: unknown. */
  SENDING,
  /**
   * May have left, may not. Never sent again by itself: a person may, or a setting. A receipt can
   * still end it.
   */
  UNKNOWN,
  /** Taken by the post component, not yet delivered. */
  ACCEPTED,
  /** In the citizen's mailbox. */
  DELIVERED,
  /** Ended with a failure class and a reason; a receipt that says delivered knows better. */
  FAILED,
  /** Taken back before it left. */
  WITHDRAWN,
  /** Did not leave in time. */
  EXPIRED,
  /** The citizen has answered. Internal: never shown. */
  NOT_NEEDED;

  /** What can come at any moment, whatever we thought of the call: it proves that one has left. */
  private static final Map<NotificationEvent, NotificationState> PROOFS =
      Map.of(
          NotificationEvent.ACCEPTED,
          ACCEPTED,
          RECEIPT_RECEIVED,
          ACCEPTED,
          RECEIPT_DELIVERED,
          DELIVERED,
          RECEIPT_FAILED,
          FAILED,
          NEXT_CHANNEL,
          PLANNED);

  /** An end of ours; that the message is in the mailbox all the same is a fact. */
  private static final Map<NotificationEvent, NotificationState> ENDED =
      Map.of(RECEIPT_DELIVERED, DELIVERED);

  private static final Map<NotificationState, Map<NotificationEvent, NotificationState>> TABLE =
      Map.ofEntries(
          Map.entry(
              PLANNED,
              withProofs(
                  Map.of(
                      NotificationEvent.CLAIMED,
                      CLAIMED,
                      NotificationEvent.WITHDRAWN,
                      WITHDRAWN,
                      NotificationEvent.EXPIRED,
                      EXPIRED,
                      GIVEN_UP,
                      UNKNOWN))),
          Map.entry(
              CLAIMED,
              withProofs(
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
                      NOT_NEEDED,
                      GIVEN_UP,
                      UNKNOWN))),
          Map.entry(
              SENDING,
              withProofs(
                  Map.of(
                      PUT_BACK, PLANNED,
                      OUTCOME_LOST, UNKNOWN,
                      REFUSED, FAILED,
                      GIVEN_UP, UNKNOWN))),
          Map.entry(
              UNKNOWN, withProofs(Map.of(PUT_BACK, PLANNED, REFUSED, FAILED, RESENT, PLANNED))),
          Map.entry(
              ACCEPTED,
              Map.of(RECEIPT_DELIVERED, DELIVERED, RECEIPT_FAILED, FAILED, NEXT_CHANNEL, PLANNED)),
          Map.entry(FAILED, ENDED),
          Map.entry(WITHDRAWN, ENDED),
          Map.entry(EXPIRED, ENDED),
          Map.entry(NOT_NEEDED, ENDED));

  /** The state that this event leads to; empty when it changes nothing here. */
  public Optional<NotificationState> after(NotificationEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
  }

  /** The name as written in docs/notification-states.md. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<NotificationEvent, NotificationState> withProofs(
      Map<NotificationEvent, NotificationState> own) {
    Map<NotificationEvent, NotificationState> all = new EnumMap<>(PROOFS);
    all.putAll(own);
    return Map.copyOf(all);
  }
}
