package dk.borgermaaling.gateway.invitation.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Invitation;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Invitations;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.jpa.TextColumns;
import dk.borgermaaling.gateway.selection.TakenBack;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Invitations in {@code contact.invitation}. Every change is flushed, so that SQL in the same
 * transaction sees it.
 */
public final class JpaInvitations implements Invitations {
  private static final String ADD =
      """
      INSERT INTO contact.invitation (municipality_code, id, citizen_id, survey_group, event_id, source,
        entity_id, round_id, planned_first, closes_at, state, stopped, answered)
      SELECT municipality, id::uuid, citizen::uuid, survey_group, event::uuid, source, entity,
        round::uuid, first::timestamptz, closes::timestamptz, state, stopped::boolean,
        answered::boolean
      FROM unnest(:municipality, :id, :citizen, :survey_group, :event, :source, :entity, :round,
                  :first, :closes, :state, :stopped, :answered)
        AS t (municipality, id, citizen, survey_group, event, source, entity, round, first, closes,
              state, stopped, answered)
      """;

  private final EntityManager entityManager;
  private final Jdbi jdbi;

  /** Both join the transaction of the caller; many invitations are one statement. */
  public JpaInvitations(EntityManager entityManager, Jdbi jdbi) {
    this.entityManager = entityManager;
    this.jdbi = jdbi;
  }

  @Override
  public void add(Collection<Invitation> invitations) {
    List<Invitation> all = List.copyOf(invitations);
    jdbi.useHandle(
        handle -> {
          Update update = handle.createUpdate(ADD);
          TextColumns.bind(update, "municipality", all, Invitation::municipality);
          TextColumns.bind(update, "id", all, invitation -> invitation.id().value());
          TextColumns.bind(update, "citizen", all, Invitation::citizen);
          TextColumns.bind(update, "survey_group", all, Invitation::surveyGroup);
          TextColumns.bind(update, "event", all, Invitation::eventId);
          TextColumns.bind(update, "source", all, Invitation::source);
          TextColumns.bind(update, "entity", all, Invitation::entityId);
          TextColumns.bind(update, "round", all, Invitation::round);
          TextColumns.bind(update, "first", all, Invitation::plannedFirst);
          TextColumns.bind(update, "closes", all, Invitation::closesAt);
          TextColumns.bind(update, "state", all, Invitation::state);
          TextColumns.bind(update, "stopped", all, Invitation::stopped);
          TextColumns.bind(update, "answered", all, Invitation::answered);
          update.execute();
        });
  }

  @Override
  public Optional<Invitation> find(InvitationId id) {
    return Optional.ofNullable(entityManager.find(InvitationRow.class, id.value()))
        .map(InvitationRow::toDomain);
  }

  @Override
  public Optional<Invitation> lock(InvitationId id) {
    InvitationRow row =
        entityManager.find(InvitationRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(row).map(InvitationRow::toDomain);
  }

  @Override
  public void save(Invitation invitation) {
    InvitationRow row = entityManager.find(InvitationRow.class, invitation.id().value());
    if (row == null) {
      throw new IllegalStateException("no invitation has the id " + invitation.id());
    }
    row.take(invitation);
    entityManager.flush();
  }

  /** OFFSET 0: looked up one by one even by a plan that was made when the table was small. */
  @Override
  public List<Invitation> ofCitizens(Collection<CitizenId> citizens) {
    if (citizens.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT theirs.*
                    FROM unnest(:citizens) AS citizen (id)
                    CROSS JOIN LATERAL (
                      SELECT * FROM contact.invitation WHERE citizen_id = citizen.id OFFSET 0) AS theirs
                    ORDER BY planned_first
                    """)
                .bindArray(
                    "citizens", UUID.class, citizens.stream().map(CitizenId::value).toArray())
                .map((row, context) -> read(row))
                .list());
  }

  private static @Nullable TakenBack takenBack(ResultSet row) throws SQLException {
    String because = row.getString("taken_back_because");
    return because == null
        ? null
        : new TakenBack(
            TakenBack.Because.valueOf(because),
            row.getObject("taken_back_at", OffsetDateTime.class).toInstant());
  }

  private static Invitation read(ResultSet row) throws SQLException {
    String source = row.getString("source");
    return new Invitation(
        new InvitationId(row.getObject("id", UUID.class)),
        new MunicipalityCode(row.getString("municipality_code")),
        new CitizenId(row.getObject("citizen_id", UUID.class)),
        row.getString("survey_group"),
        row.getObject("event_id", UUID.class),
        source == null ? null : EventSource.valueOf(source),
        row.getString("entity_id"),
        row.getObject("round_id", UUID.class),
        row.getObject("planned_first", OffsetDateTime.class).toInstant(),
        row.getObject("closes_at", OffsetDateTime.class).toInstant(),
        Invitation.State.valueOf(row.getString("state")),
        row.getBoolean("stopped"),
        takenBack(row),
        row.getBoolean("answered"));
  }
}
