package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.Round;
import dk.borgermaaling.gateway.selection.RoundBook;
import dk.borgermaaling.gateway.selection.StopReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rounds in {@code ops.selection_round}, their populations in {@code intake.round_member}. */
public final class SqlRoundBook implements RoundBook {
  private final Jdbi jdbi;
  private final RoundMembers members;

  public SqlRoundBook(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.members = new RoundMembers(jdbi);
  }

  @Override
  public UUID plan(MunicipalityCode municipality, LocalDate referenceDate, String by, Instant at) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO ops.selection_round
                    (municipality_code, id, reference_date, seed, planned_by, planned_at)
                  VALUES (:municipality, :id, :date, :seed, :by, :at) ON CONFLICT DO NOTHING
                  """)
              .bind("by", by)
              .bind("at", at.atOffset(ZoneOffset.UTC))
              .bind("municipality", municipality.value())
              .bind("id", UUID.randomUUID())
              .bind("date", referenceDate)
              .bind("seed", UUID.randomUUID().toString())
              .execute();
          return handle
              .createQuery(
                  """
                  SELECT id FROM ops.selection_round
                  WHERE municipality_code = :municipality AND reference_date = :date
                  """)
              .bind("municipality", municipality.value())
              .bind("date", referenceDate)
              .mapTo(UUID.class)
              .one();
        });
  }

  @Override
  public boolean release(UUID round, String by, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE ops.selection_round SET released_by = :by, released_at = :at
                        WHERE id = :id AND state = 'PLANNED' AND released_by IS NULL
                          AND planned_by <> :by
                        """)
                    .bind("by", by)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .bind("id", round)
                    .execute()
                > 0);
  }

  @Override
  public boolean cancel(UUID round) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        "DELETE FROM ops.selection_round WHERE id = :id AND state = 'PLANNED'")
                    .bind("id", round)
                    .execute()
                > 0);
  }

  @Override
  public List<Overview> overview() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT r.*, coalesce(r.population, m.population) AS all_members,
                           coalesce(r.asked, m.asked) AS all_asked,
                           coalesce(r.not_drawn, m.not_drawn) AS all_not_drawn
                    FROM ops.selection_round r
                    CROSS JOIN LATERAL (
                      SELECT count(*) AS population, count(*) FILTER (WHERE invited) AS asked,
                             count(*) FILTER (WHERE reason = 'NOT_DRAWN') AS not_drawn
                      FROM intake.round_member m
                      WHERE m.municipality_code = r.municipality_code AND m.round_id = r.id) m
                    ORDER BY r.reference_date DESC, r.municipality_code
                    """)
                .map(
                    (row, context) ->
                        new Overview(
                            round(row),
                            row.getLong("all_members"),
                            row.getLong("all_asked"),
                            row.getLong("all_not_drawn"),
                            row.getString("planned_by"),
                            row.getString("released_by")))
                .list());
  }

  @Override
  public List<Round> unfinished(LocalDate latest) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM ops.selection_round
                    WHERE state <> 'DONE' AND released_by IS NOT NULL
                      AND reference_date <= :latest
                    ORDER BY reference_date, municipality_code
                    """)
                .bind("latest", latest)
                .map((row, context) -> round(row))
                .list());
  }

  @Override
  public Round lock(UUID round) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM ops.selection_round WHERE id = :id FOR UPDATE")
                .bind("id", round)
                .map((row, context) -> round(row))
                .one());
  }

  @Override
  public void save(Round round, Instant at) {
    CitizenId readUntil = round.readUntil();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE ops.selection_round
                    SET state = :state, read_until = :until,
                        frozen_at = CASE WHEN :state = 'FROZEN' THEN :at ELSE frozen_at END
                    WHERE id = :id
                    """)
                .bind("state", round.state().name())
                .bind("until", readUntil == null ? null : readUntil.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("id", round.id())
                .execute());
  }

  @Override
  public List<CitizenId> citizens(
      MunicipalityCode municipality, @Nullable CitizenId after, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT citizen_id FROM contact.citizen_course
                    WHERE municipality_code = :municipality AND citizen_id > :after
                    ORDER BY citizen_id LIMIT :most
                    """)
                .bind("municipality", municipality.value())
                .bind("after", after == null ? new UUID(0, 0) : after.value())
                .bind("most", most)
                .mapTo(UUID.class)
                .map(CitizenId::new)
                .list());
  }

  @Override
  public void add(Round round, List<Member> more, Instant at) {
    members.add(round, more, at);
  }

  @Override
  public Map<String, List<CitizenId>> eligible(Round round) {
    return members.eligible(round);
  }

  @Override
  public Map<String, List<CitizenId>> otherwiseEligible(Round round) {
    return members.otherwiseEligible(round);
  }

  @Override
  public void draw(
      Round round, String surveyGroup, double probability, Collection<CitizenId> leftOut) {
    members.draw(round, surveyGroup, probability, leftOut);
  }

  @Override
  public List<Member> toInvite(Round round, int most) {
    return members.toInvite(round, most);
  }

  @Override
  public void settled(Round round, CitizenId citizen, @Nullable StopReason reason) {
    members.settled(round, citizen, reason);
  }

  @Override
  public int forgetMembers(LocalDate referenceBefore) {
    return members.forget(referenceBefore);
  }

  private static Round round(ResultSet row) throws SQLException {
    UUID until = row.getObject("read_until", UUID.class);
    return new Round(
        new MunicipalityCode(row.getString("municipality_code")),
        row.getObject("id", UUID.class),
        row.getObject("reference_date", LocalDate.class),
        Round.State.valueOf(row.getString("state")),
        row.getString("seed"),
        until == null ? null : new CitizenId(until));
  }
}
