package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.SendWindow;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Notification;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The row of a {@link Notification}, which SQL makes, many at once ({@link JpaNotifications}), and
 * JPA changes. JPA fills the fields, so that none is checked for null. EclipseLink would bind a
 * null UUID as varchar, which PostgreSQL refuses; once set they are never null again.
 */
@Entity
@IdClass(NotificationRowId.class)
@Table(schema = "contact", name = "notification")
@NullUnmarked
public class NotificationRow {
  @Id
  @Column(name = "municipality_code")
  private String municipalityCode;

  @Id private UUID id;

  @Column(name = "invitation_id")
  private UUID invitationId;

  private String step;

  @Column(name = "planned_for")
  private OffsetDateTime plannedFor;

  @Column(name = "send_window")
  private String window;

  private String channels;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private NotificationState state;

  private UUID claim;

  @Column(name = "message_uuid")
  private UUID messageUuid;

  @Column(name = "transaction_id")
  private UUID transactionId;

  @Column(name = "transmission_id")
  private UUID transmissionId;

  private int attempts;

  private boolean resent;

  @Column(name = "sent_at")
  private OffsetDateTime sentAt;

  @Column(name = "left_at")
  private OffsetDateTime leftAt;

  @Column(name = "delivered_at")
  private OffsetDateTime deliveredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "failure_kind")
  private FailureClass failureKind;

  @Column(name = "failure_reason")
  private String failureReason;

  /** For JPA alone. */
  protected NotificationRow() {}

  /** Takes over everything that can change. */
  final void become(Notification notification) {
    Notification.Facts facts = notification.facts();
    state = facts.state();
    channel = facts.channel();
    claim = facts.claim();
    messageUuid = facts.identifiers() == null ? null : facts.identifiers().messageUuid();
    transactionId = facts.identifiers() == null ? null : facts.identifiers().transactionId();
    transmissionId = facts.transmissionId();
    attempts = facts.attempts();
    resent = facts.resent();
    sentAt = offset(facts.sentAt());
    leftAt = offset(facts.leftAt());
    deliveredAt = offset(facts.deliveredAt());
    failureKind = facts.failure() == null ? null : facts.failure().kind();
    failureReason = facts.failure() == null ? null : facts.failure().reason();
  }

  final Notification toDomain() {
    return new Notification(
        new Notification.Facts(
            new NotificationId(new MunicipalityCode(municipalityCode), id),
            new InvitationId(invitationId),
            new Step(step),
            plannedFor.toInstant(),
            window == null ? SendWindow.STANDARD : SendWindow.parse(window),
            Arrays.stream(channels.split(",", -1)).map(Channel::valueOf).toList(),
            channel,
            state,
            claim,
            messageUuid == null ? null : new Notification.Identifiers(messageUuid, transactionId),
            transmissionId,
            attempts,
            resent,
            instant(sentAt),
            instant(leftAt),
            instant(deliveredAt),
            failureKind == null ? null : new Failure(failureKind, failureReason)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
