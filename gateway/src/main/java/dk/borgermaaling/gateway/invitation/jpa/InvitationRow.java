package dk.borgermaaling.gateway.invitation.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Invitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.TakenBack;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code contact.invitation}. Changed through {@link #take} alone, which weaving sees. */
@Entity
@Table(schema = "contact", name = "invitation")
public class InvitationRow {
  @Id private UUID id;

  @Column(name = "municipality_code")
  private String municipalityCode;

  @Column(name = "citizen_id")
  private UUID citizenId;

  @Column(name = "survey_group")
  private String surveyGroup;

  @Column(name = "event_id", insertable = false, updatable = false)
  private @Nullable UUID eventId;

  @Enumerated(EnumType.STRING)
  private @Nullable EventSource source;

  @Column(name = "entity_id")
  private @Nullable String entityId;

  @Column(name = "round_id", insertable = false, updatable = false)
  private @Nullable UUID round;

  @Column(name = "planned_first")
  private OffsetDateTime plannedFirst;

  @Column(name = "closes_at")
  private OffsetDateTime closesAt;

  @Enumerated(EnumType.STRING)
  private Invitation.State state;

  private boolean stopped;

  @Column(name = "taken_back_because")
  @Enumerated(EnumType.STRING)
  private TakenBack.@Nullable Because takenBackBecause;

  @Column(name = "taken_back_at")
  private @Nullable OffsetDateTime takenBackAt;

  private boolean answered;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init") // JPA fills the fields.
  protected InvitationRow() {}

  /** Takes over what can change; the rest is what the invitation was made with. */
  void take(Invitation invitation) {
    state = invitation.state();
    stopped = invitation.stopped();
    answered = invitation.answered();
    TakenBack back = invitation.takenBack();
    takenBackBecause = back == null ? null : back.because();
    takenBackAt = back == null ? null : back.at().atOffset(ZoneOffset.UTC);
  }

  Invitation toDomain() {
    return new Invitation(
        new InvitationId(id),
        new MunicipalityCode(municipalityCode),
        new CitizenId(citizenId),
        surveyGroup,
        eventId,
        source,
        entityId,
        round,
        plannedFirst.toInstant(),
        closesAt.toInstant(),
        state,
        stopped,
        takenBackBecause == null || takenBackAt == null
            ? null
            : new TakenBack(takenBackBecause, takenBackAt.toInstant()),
        answered);
  }
}
