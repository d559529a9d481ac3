package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.DecisionBook;
import dk.borgermaaling.gateway.selection.StopReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Decisions out of {@code intake.decision}. */
public final class SqlDecisionBook implements DecisionBook {
  private static final UUID FIRST = new UUID(0, 0);

  private final Jdbi jdbi;

  public SqlDecisionBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<CitizenId> citizens(Instant from, Instant to, @Nullable CitizenId after, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT e.citizen_id
                    FROM intake.decision d
                    JOIN intake.case_event e USING (municipality_code, event_id)
                    WHERE d.decided_at >= :from AND d.decided_at < :to AND e.citizen_id > :after
                    ORDER BY e.citizen_id LIMIT :most
                    """)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("after", after == null ? FIRST : after.value())
                .bind("most", most)
                .mapTo(UUID.class)
                .map(CitizenId::new)
                .list());
  }

  @Override
  public List<Stored> of(Collection<CitizenId> citizens) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT d.* FROM intake.decision d
                    JOIN intake.case_event e USING (municipality_code, event_id)
                    WHERE e.citizen_id = ANY(:citizens)
                    ORDER BY d.decided_at, e.occurred_at, e.arrival
                    """)
                .bindArray(
                    "citizens", UUID.class, citizens.stream().map(CitizenId::value).toArray())
                .map((row, context) -> stored(row))
                .list());
  }

  @Override
  public List<Stored> inRounds(MunicipalityCode municipality, Collection<CitizenId> citizens) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT m.municipality_code, m.round_id AS event_id, m.reason, m.survey_group,
                           m.inclusion_probability, m.rule_version,
                           m.facts || jsonb_build_object('date', r.reference_date::text) AS facts,
                           m.decided_at
                    FROM intake.round_member m
                    JOIN ops.selection_round r
                      ON r.municipality_code = m.municipality_code AND r.id = m.round_id
                    WHERE m.municipality_code = :municipality AND m.citizen_id = ANY(:citizens)
                      AND (m.reason IS NOT NULL OR m.invited)
                    """)
                .bind("municipality", municipality.value())
                .bindArray(
                    "citizens", UUID.class, citizens.stream().map(CitizenId::value).toArray())
                .map((row, context) -> stored(row))
                .list());
  }

  @Override
  public List<CitizenId> citizensOf(MunicipalityCode municipality, String entityId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT citizen_id FROM intake.case_event
                    WHERE municipality_code = :municipality
                      AND source IN ('MOMENTUM', 'FASIT', 'LIST', 'BESKEDFORDELER', 'OTHER')
                      AND entity_id = :entity
                    """)
                .bind("municipality", municipality.value())
                .bind("entity", entityId)
                .mapTo(UUID.class)
                .map(CitizenId::new)
                .list());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Stored(
        new MunicipalityCode(row.getString("municipality_code")),
        row.getObject("event_id", UUID.class),
        reason == null ? null : StopReason.valueOf(reason),
        row.getString("survey_group"),
        row.getObject("inclusion_probability", Double.class),
        row.getString("rule_version"),
        Facts.read(row.getString("facts")),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }
}
