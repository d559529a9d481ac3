package dk.borgermaaling.gateway.survey.jpa;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.survey.RecentEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Counts in {@code intake}; the database groups what is alike, so that few rows come out. */
public final class SqlRecentEvents implements RecentEvents {
  private static final String BETWEEN =
      """
      SELECT e.municipality_code, e.happened_on,
             coalesce(e.group_system, c.group_system) AS system,
             CASE WHEN e.group_system IS NULL THEN c.group_code ELSE e.group_code END AS code,
             e.happening IN ('TARGET_GROUP_ENDED', 'COURSE_ENDED') AS leaves,
             CASE WHEN e.happening = 'CONVERSATION_HELD' THEN e.conversation_type END AS type,
             count(*) AS n
      FROM intake.case_event e
      LEFT JOIN contact.citizen_course c
        ON e.group_system IS NULL AND c.municipality_code = e.municipality_code
       AND c.citizen_id = e.citizen_id
      WHERE e.occurred_at >= :from AND e.occurred_at <= :to AND NOT e.withdrawn
        AND coalesce(e.group_system, c.group_system) IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6
      ORDER BY 1, 2, 3, 4, 5, 6
      """;
  private static final String UNKNOWN =
      """
      SELECT municipality_code, detail, count(*) AS n FROM intake.dead_letter
      WHERE reason = :reason GROUP BY 1, 2 ORDER BY 1, 2
      """;

  private final Jdbi jdbi;

  public SqlRecentEvents(Jdbi gateway) {
    this.jdbi = gateway;
  }

  @Override
  public List<Counted> between(Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BETWEEN)
                .bind("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .bind("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                .map(
                    (row, context) -> {
                      LocalDate day = row.getObject("happened_on", LocalDate.class);
                      return new Counted(
                          row.getString("municipality_code"),
                          new TargetGroupCode(row.getString("system"), row.getString("code"), day),
                          day,
                          row.getBoolean("leaves"),
                          row.getObject("type", Integer.class),
                          row.getLong("n"));
                    })
                .list());
  }

  @Override
  public List<CountedUnknown> waitingForTheirGroup() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(UNKNOWN)
                .bind("reason", ProblemType.UNKNOWN_TARGET_GROUP.slug())
                .map(
                    (row, context) -> {
                      String municipality = row.getString("municipality_code");
                      long count = row.getLong("n");
                      return UnknownGroup.in(row.getString("detail"))
                          .map(unknown -> new CountedUnknown(municipality, unknown, count));
                    })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }
}
