package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.TroubleBook;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Groups what failed. Reminders are left out, their tasks and their receipts too: that a reminder
 * failed, or had a receipt, tells that its citizen had not answered.
 */
public final class SqlTroubleBook implements TroubleBook {
  private static final String TROUBLES =
      """
      SELECT 'TASK' AS kind, task_name AS cause, '' AS detail, '' AS municipality_code, count(*) AS n
      FROM ops.scheduled_tasks t WHERE consecutive_failures >= 3
        AND NOT EXISTS (SELECT 1 FROM contact.notification n
          WHERE n.municipality_code = split_part(t.task_instance, ':', 1) AND n.step <> 'first'
            AND n.id = CASE t.task_name WHEN 'send-step' THEN split_part(t.task_instance, ':', 2)::uuid END)
      GROUP BY task_name
      UNION ALL
      SELECT 'PAUSED', cause, reason, coalesce(municipality_code, ''), count(*)
      FROM ops.sending_pause WHERE resumed_at IS NULL GROUP BY cause, reason, municipality_code
      UNION ALL
      SELECT 'FEED', source, coalesce(last_failure, ''), municipality_code, failures_in_a_row
      FROM intake.feed_run WHERE failures_in_a_row > 0
      UNION ALL
      SELECT 'MESSAGE', coalesce(failure_kind, 'OTHER'), coalesce(failure_reason, ''), municipality_code, count(*)
      FROM contact.notification WHERE step = 'first' AND state IN ('FAILED', 'EXPIRED')
      GROUP BY failure_kind, failure_reason, municipality_code
      UNION ALL
      SELECT 'WAITING', failure_kind, failure_reason, municipality_code, count(*)
      FROM contact.notification
      WHERE step = 'first' AND state IN ('PLANNED', 'CLAIMED', 'SENDING') AND failure_kind IS NOT NULL
      GROUP BY failure_kind, failure_reason, municipality_code
      UNION ALL
      SELECT CASE WHEN sent_at < :overdue THEN 'NO_RECEIPT' ELSE 'UNKNOWN' END, state, '', municipality_code, count(*)
      FROM contact.notification
      WHERE step = 'first' AND (state = 'UNKNOWN' OR state = 'ACCEPTED' AND sent_at < :overdue)
      GROUP BY 1, state, municipality_code
      UNION ALL
      SELECT 'RECEIPT', status, '', coalesce(municipality_code, ''), count(*)
      FROM intake.receipt r WHERE status IN ('PARKED', 'UNMATCHED')
        AND NOT EXISTS (SELECT 1 FROM contact.notification n
          WHERE n.municipality_code = r.municipality_code AND n.id = r.notification_id AND n.step <> 'first')
      GROUP BY status, municipality_code
      UNION ALL
      SELECT 'DEAD_LETTER', source || ' ' || reason, '', municipality_code, count(*)
      FROM intake.dead_letter GROUP BY source, reason, municipality_code
      ORDER BY n DESC, cause, municipality_code
      """;
  private final Jdbi gateway;
  private final Clock real;
  private final Duration receiptWithin;

  /**
   * @param real real time
   * @param receiptWithin real time after which a message without a receipt is overdue
   */
  public SqlTroubleBook(Jdbi gateway, Clock real, Duration receiptWithin) {
    this.gateway = gateway;
    this.real = real;
    this.receiptWithin = receiptWithin;
  }

  @Override
  public List<Trouble> troubles() {
    return gateway.withHandle(
        handle ->
            handle
                .createQuery(TROUBLES)
                .bind("overdue", real.instant().minus(receiptWithin).atOffset(ZoneOffset.UTC))
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
