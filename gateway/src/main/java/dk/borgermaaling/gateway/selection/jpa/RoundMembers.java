package dk.borgermaaling.gateway.selection.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.jpa.TextColumns;
import dk.borgermaaling.gateway.selection.Decision;
import dk.borgermaaling.gateway.selection.Round;
import dk.borgermaaling.gateway.selection.RoundBook.Member;
import dk.borgermaaling.gateway.selection.StopReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The populations of rounds in {@code intake.round_member}, as {@code RoundBook} tells of them. */
final class RoundMembers {
  private static final String ADD =
      """
      INSERT INTO intake.round_member
        (municipality_code, round_id, citizen_id, survey_group, reason, rule_version, facts, decided_at)
      SELECT :municipality, :round, citizen::uuid, survey_group, reason, :rules, facts::jsonb, :at
      FROM unnest(:citizen, :survey_group, :reason, :facts)
        AS t (citizen, survey_group, reason, facts)
      ON CONFLICT DO NOTHING
      """;

  private static final String FORGET =
      """
      WITH gone AS (
        DELETE FROM intake.round_member m USING ops.selection_round r
        WHERE m.municipality_code = r.municipality_code AND m.round_id = r.id
          AND r.state = 'DONE' AND r.reference_date < :before
        RETURNING m.round_id, m.invited, m.reason),
      counted AS (
        SELECT round_id, count(*) AS population, count(*) FILTER (WHERE invited) AS asked,
               count(*) FILTER (WHERE reason = 'NOT_DRAWN') AS not_drawn
        FROM gone GROUP BY round_id),
      kept AS (
        UPDATE ops.selection_round r
        SET population = c.population, asked = c.asked, not_drawn = c.not_drawn
        FROM counted c WHERE r.id = c.round_id)
      SELECT count(*) FROM gone
      """;

  private final Jdbi jdbi;

  RoundMembers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  int forget(LocalDate referenceBefore) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(FORGET).bind("before", referenceBefore).mapTo(int.class).one());
  }

  void add(Round round, List<Member> members, Instant at) {
    jdbi.useHandle(
        handle -> {
          Update update =
              handle
                  .createUpdate(ADD)
                  .bind("municipality", round.municipality().value())
                  .bind("round", round.id())
                  .bind("rules", Decision.RULE_VERSION)
                  .bind("at", at.atOffset(ZoneOffset.UTC));
          TextColumns.bind(update, "citizen", members, Member::citizen);
          TextColumns.bind(update, "survey_group", members, Member::surveyGroup);
          TextColumns.bind(update, "reason", members, Member::reason);
          TextColumns.bind(update, "facts", members, member -> Facts.json(member.facts()));
          update.execute();
        });
  }

  Map<String, List<CitizenId>> eligible(Round round) {
    return byGroup(round, " AND reason IS NULL");
  }

  Map<String, List<CitizenId>> otherwiseEligible(Round round) {
    return byGroup(
        round, " AND reason = 'CITIZEN_OPTED_OUT' AND jsonb_exists(facts, 'otherwiseAsked')");
  }

  private Map<String, List<CitizenId>> byGroup(Round round, String which) {
    Map<String, List<CitizenId>> groups = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT survey_group, citizen_id FROM intake.round_member"
                        + " WHERE municipality_code = :municipality AND round_id = :round"
                        + which
                        + " ORDER BY citizen_id")
                .bind("municipality", round.municipality().value())
                .bind("round", round.id())
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString("survey_group"),
                            new CitizenId(row.getObject("citizen_id", UUID.class))))
                .forEach(
                    entry ->
                        groups
                            .computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                            .add(entry.getValue())));
    return groups;
  }

  void draw(Round round, String surveyGroup, double probability, Collection<CitizenId> leftOut) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE intake.round_member
                    SET inclusion_probability = :probability,
                        reason = CASE WHEN citizen_id = ANY(:out) THEN 'NOT_DRAWN' END
                    WHERE municipality_code = :municipality AND round_id = :round
                      AND survey_group = :group AND reason IS NULL
                    """)
                .bind("probability", probability)
                .bindArray("out", UUID.class, leftOut.stream().map(CitizenId::value).toArray())
                .bind("municipality", round.municipality().value())
                .bind("round", round.id())
                .bind("group", surveyGroup)
                .execute());
  }

  List<Member> toInvite(Round round, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT citizen_id, survey_group FROM intake.round_member
                    WHERE municipality_code = :municipality AND round_id = :round
                      AND reason IS NULL AND NOT invited
                    ORDER BY citizen_id LIMIT :most
                    """)
                .bind("municipality", round.municipality().value())
                .bind("round", round.id())
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Member(
                            new CitizenId(row.getObject("citizen_id", UUID.class)),
                            row.getString("survey_group"),
                            null,
                            Map.of()))
                .list());
  }

  void settled(Round round, CitizenId citizen, @Nullable StopReason reason) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE intake.round_member SET invited = :invited, reason = :reason
                    WHERE municipality_code = :municipality AND round_id = :round
                      AND citizen_id = :citizen
                    """)
                .bind("invited", reason == null)
                .bind("reason", reason == null ? null : reason.name())
                .bind("municipality", round.municipality().value())
                .bind("round", round.id())
                .bind("citizen", citizen.value())
                .execute());
  }
}
