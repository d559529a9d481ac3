package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Notifications in a map, for tests of the rules. */
final class MapLedger implements NotificationLedger {
  final Map<NotificationId, Notification> rows = new LinkedHashMap<>();

  @Override
  public void add(Collection<Notification> notifications) {
    notifications.forEach(one -> rows.put(one.facts().id(), one));
  }

  @Override
  public <T> T change(NotificationId id, Function<Notification, T> change) {
    return change.apply(Objects.requireNonNull(rows.get(id)));
  }

  @Override
  public Optional<Notification.Facts> find(InvitationId invitation, Step step) {
    return rows.values().stream()
        .map(Notification::facts)
        .filter(facts -> facts.invitation().equals(invitation) && facts.step().equals(step))
        .findFirst();
  }

  @Override
  public List<NotificationId> ofInvitation(InvitationId invitation) {
    return ids(facts -> facts.invitation().equals(invitation));
  }

  @Override
  public Optional<NotificationId> byMessageUuid(UUID uuid) {
    return ids(f -> f.identifiers() != null && f.identifiers().messageUuid().equals(uuid)).stream()
        .findFirst();
  }

  @Override
  public Optional<NotificationId> byTransmissionId(UUID id) {
    return ids(facts -> id.equals(facts.transmissionId())).stream().findFirst();
  }

  private List<NotificationId> ids(Predicate<Notification.Facts> condition) {
    return rows.values().stream()
        .map(Notification::facts)
        .filter(condition)
        .map(Notification.Facts::id)
        .toList();
  }
}
