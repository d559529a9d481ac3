package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.jpa.TextColumns;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationLedger;
import dk.borgermaaling.gateway.notification.NotificationState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Notifications in {@code contact.notification}; a change holds the lock of its row. */
public final class JpaNotifications implements NotificationLedger {
  private static final String KEY = "SELECT n.municipalityCode, n.id FROM NotificationRow n ";
  private static final String ADD =
      """
      INSERT INTO contact.notification
        (municipality_code, id, invitation_id, step, planned_for, send_window, state, channel,
         channels, attempts)
      SELECT municipality, id::uuid, invitation::uuid, step, planned_for::timestamptz, send_window,
        'PLANNED', channel, channels, 0
      FROM unnest(:municipality, :id, :invitation, :step, :planned_for, :send_window, :channel,
                  :channels)
        AS t (municipality, id, invitation, step, planned_for, send_window, channel, channels)
      """;

  private final EntityManager entities;
  private final Jdbi jdbi;

  /**
   * Both join the transaction of the caller; many new notifications are one statement.
   *
   * @param entities of the open transaction (the container's proxy)
   */
  public JpaNotifications(EntityManager entities, Jdbi jdbi) {
    this.entities = entities;
    this.jdbi = jdbi;
  }

  @Override
  public void add(Collection<Notification> notifications) {
    List<Notification.Facts> all = notifications.stream().map(Notification::facts).toList();
    if (all.stream().anyMatch(facts -> facts.state() != NotificationState.PLANNED)) {
      throw new IllegalArgumentException("only a planned notification can be new");
    }
    jdbi.useHandle(
        handle -> {
          Update update = handle.createUpdate(ADD);
          TextColumns.bind(update, "municipality", all, facts -> facts.id().municipality());
          TextColumns.bind(update, "id", all, facts -> facts.id().value());
          TextColumns.bind(update, "invitation", all, facts -> facts.invitation().value());
          TextColumns.bind(update, "step", all, facts -> facts.step().name());
          TextColumns.bind(update, "planned_for", all, Notification.Facts::plannedFor);
          TextColumns.bind(update, "send_window", all, Notification.Facts::window);
          TextColumns.bind(update, "channel", all, Notification.Facts::channel);
          TextColumns.bind(update, "channels", all, JpaNotifications::names);
          update.execute();
        });
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

  private static String names(Notification.Facts facts) {
    return facts.channels().stream().map(Channel::name).collect(Collectors.joining(","));
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
