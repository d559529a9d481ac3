package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where notifications are kept. Every call joins the open transaction. */
public interface NotificationLedger {
  /** Stores notifications that have only been planned; one step of one invitation exists once. */
  void add(Collection<Notification> notifications);

  /**
   * Locks the notification, lets {@code change} work on it and stores what it has become.
   *
   * @throws IllegalArgumentException when there is none with this id
   */
  <T> T change(NotificationId id, Function<Notification, T> change);

  /** A step as it stands, not locked. */
  Optional<Notification.Facts> find(InvitationId invitation, Step step);

  List<NotificationId> ofInvitation(InvitationId invitation);

  Optional<NotificationId> byMessageUuid(UUID messageUuid);

  Optional<NotificationId> byTransmissionId(UUID transmissionId);
}
