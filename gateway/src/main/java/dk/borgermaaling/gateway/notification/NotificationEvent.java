package dk.borgermaaling.gateway.notification;

import java.util.Locale;

/** What can happen to a notification; {@link NotificationState#after} says where it leads. */
public enum NotificationEvent {
  /** A task took the step to send it. */
  CLAIMED,
  /**
   * This run has left nothing: the call was refused before its first byte, began too late to be
   * made, or must be made later.
   */
  PUT_BACK,
  /** The identifiers are stored and the call is about to be made. */
  STARTED,
  /** The post component answered that it has taken the message. */
  ACCEPTED,
  /** Bytes have left and no readable answer came back. */
  OUTCOME_LOST,
  /** The message was refused for good, by us before the call or by the answer to it. */
  REFUSED,
  /** The recipient cannot be reached by this channel, and the next one is tried. */
  NEXT_CHANNEL,
  /** A person, or a setting, sends a step again whose outcome is unknown. */
  RESENT,
  /**
   * A step that was to be sent again is not: what became of its first call is as unknown as before.
   */
  GIVEN_UP,
  /** A receipt says that Digital Post has the message, not yet the mailbox. */
  RECEIPT_RECEIVED,
  /** A receipt says that the message is in the citizen's mailbox. */
  RECEIPT_DELIVERED,
  /** A receipt says that the message failed. */
  RECEIPT_FAILED,
  /** The invitation, or the right to send, was taken back. */
  WITHDRAWN,
  /** The step could not leave in time. */
  EXPIRED,
  /** The citizen has answered. */
  NOT_NEEDED;

  /** The name as written in docs/notification-states.md. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
