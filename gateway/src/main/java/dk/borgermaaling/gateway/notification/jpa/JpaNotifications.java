package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notifications in {@code contact.notification}; a change holds the lock of its row. */
public final class JpaNotifications implements NotificationLedger {
  private static final String KEY = "SELECT n.municipalityCode, n.id FROM NotificationRow n ";
  private final EntityManager entities;

  /**
   * @param entities of the open transaction (the container's proxy)
   */
  public JpaNotifications(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Notification notification) {
    entities.persist(NotificationRow.of(notification));
    entities.flush();
  }

  @Override
  public <T> T change(NotificationId id, Function<Notification, T> change) {
    @Nullable NotificationRow row =
        entities.find(
            NotificationRow.class,
            new NotificationRowId(id.municipality().value(), id.value()),
            LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new IllegalArgumentException("no notification " + id);
    }
    Notification notification = row.toDomain();
    T result = change.apply(notification);
    row.become(notification);
    return result;
  }

  @Override
  public Optional<Notification.Facts> find(InvitationId invitation, Step step) {
    return entities
        .createQuery(
            "SELECT n FROM NotificationRow n WHERE n.invitationId = :invitation AND n.step = :step",
            NotificationRow.class)
        .setParameter("invitation", invitation.value())
        .setParameter("step", step.name())
        .getResultStream()
        .findFirst()
        .map(row -> row.toDomain().facts());
  }

  @Override
  public List<NotificationId> ofInvitation(InvitationId invitation) {
    return keys("WHERE n.invitationId = :value ORDER BY n.id", invitation.value());
  }

  @Override
  public Optional<NotificationId> byMessageUuid(UUID messageUuid) {
    return keys("WHERE n.messageUuid = :value", messageUuid).stream().findFirst();
  }

  @Override
  public Optional<NotificationId> byTransmissionId(UUID transmissionId) {
    return keys("WHERE n.transmissionId = :value", transmissionId).stream().findFirst();
  }

  private List<NotificationId> keys(String condition, UUID value) {
    return entities
        .createQuery(KEY + condition, Object[].class)
        .setParameter("value", value)
        .getResultStream()
        .map(key -> new NotificationId(new MunicipalityCode((String) key[0]), (UUID) key[1]))
        .toList();
  }
}
