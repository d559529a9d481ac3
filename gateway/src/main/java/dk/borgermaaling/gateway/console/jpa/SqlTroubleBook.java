package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.TroubleBook;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Groups what failed. Reminders are left out: that a reminder failed tells that its citizen had not
 * answered.
 */
public final class SqlTroubleBook implements TroubleBook {
  private static final String TROUBLES =
      """
      SELECT 'TASK' AS kind, task_name AS cause, '' AS detail, '' AS municipality_code, count(*) AS n
      FROM ops.scheduled_tasks WHERE consecutive_failures >= 3 GROUP BY task_name
      UNION ALL
      SELECT 'FEED', source, coalesce(last_failure, ''), municipality_code, failures_in_a_row
      FROM intake.feed_run WHERE failures_in_a_row > 0
      UNION ALL
      SELECT 'MESSAGE', coalesce(failure_kind, 'OTHER'), coalesce(failure_reason, ''), municipality_code, count(*)
      FROM contact.notification WHERE step = 'first' AND state IN ('FAILED', 'EXPIRED')
      GROUP BY failure_kind, failure_reason, municipality_code
      UNION ALL
      SELECT 'UNKNOWN', 'UNKNOWN', '', municipality_code, count(*)
      FROM contact.notification WHERE step = 'first' AND state = 'UNKNOWN' GROUP BY municipality_code
      UNION ALL
      SELECT 'RECEIPT', status, '', coalesce(municipality_code, ''), count(*)
      FROM intake.receipt WHERE status IN ('PARKED', 'UNMATCHED')
      GROUP BY status, municipality_code
      UNION ALL
      SELECT 'DEAD_LETTER', source || ' ' || reason, '', municipality_code, count(*)
      FROM intake.dead_letter GROUP BY source, reason, municipality_code
      ORDER BY n DESC, cause, municipality_code
      """;
  private final Jdbi gateway;

  public SqlTroubleBook(Jdbi gateway) {
    this.gateway = gateway;
  }

  @Override
  public List<Trouble> troubles() {
    return gateway.withHandle(
        handle ->
            handle
                .createQuery(TROUBLES)
                .map(
                    (row, context) ->
                        new Trouble(
                            Kind.valueOf(row.getString("kind")),
                            row.getString("cause"),
                            row.getString("detail"),
                            row.getString("municipality_code"),
                            row.getLong("n")))
                .list());
  }
}
