package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.TroubleBook;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.OverdueReceipts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Groups what failed. Reminders are left out, their tasks and their receipts too: that a reminder
 * failed, or had a receipt, tells that its citizen had not answered. What was sent again is unknown
 * until a receipt has ended it, because what became of it would tell the same. Overdue ones are
 * counted for all municipalities together, when they are many.
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
      SELECT 'QUEUE', coalesce(to_char(connected_at AT TIME ZONE 'Europe/Copenhagen', 'DD.MM.YYYY HH24:MI'), ''),
        coalesce(failure, ''), municipality_code, 1
      FROM ops.dueslag WHERE coalesce(connected_at, added_at) < :unpulled
      UNION ALL
      SELECT 'MESSAGE', coalesce(failure_kind, 'OTHER'), coalesce(failure_reason, ''), municipality_code, count(*)
      FROM contact.notification WHERE step = 'first' AND state IN ('FAILED', 'EXPIRED')
      GROUP BY failure_kind, failure_reason, municipality_code
      UNION ALL
      SELECT 'WAITING', failure_kind, failure_reason, municipality_code, count(*)
      FROM contact.notification
      WHERE step = 'first' AND state IN ('PLANNED', 'CLAIMED', 'SENDING') AND NOT resent
        AND failure_kind IS NOT NULL
      GROUP BY failure_kind, failure_reason, municipality_code
      UNION ALL
      SELECT 'UNKNOWN', 'UNKNOWN', '', municipality_code, count(*)
      FROM contact.notification
      WHERE step = 'first' AND (state = 'UNKNOWN' OR resent AND state NOT IN ('DELIVERED', 'FAILED'))
      GROUP BY municipality_code
      UNION ALL
      SELECT 'RECEIPT', CASE WHEN status = 'PARKED' AND kind IS NOT NULL THEN 'CONTRADICTED' ELSE status END, '',
        coalesce(municipality_code, ''), count(*)
      FROM intake.receipt r WHERE status IN ('PARKED', 'UNMATCHED')
        AND NOT EXISTS (SELECT 1 FROM contact.notification n
          WHERE n.municipality_code = r.municipality_code AND n.id = r.notification_id AND n.step <> 'first')
      GROUP BY 2, municipality_code
      UNION ALL
      SELECT 'DEAD_LETTER', source || ' ' || reason, '', municipality_code, count(*)
      FROM intake.dead_letter GROUP BY source, reason, municipality_code
      ORDER BY n DESC, cause, municipality_code
      """;

  /** A node notes each minute that it is connected. */
  private static final Duration UNPULLED = Duration.ofMinutes(5);

  private final Jdbi gateway;
  private final OverdueReceipts overdue;
  private final Clock real;

  /**
   * @param real real time
   */
  public SqlTroubleBook(Jdbi gateway, OverdueReceipts overdue, Clock real) {
    this.gateway = gateway;
    this.overdue = overdue;
    this.real = real;
  }

  @Override
  public List<Trouble> troubles() {
    List<Trouble> all = new ArrayList<>(withoutReceipt());
    Map<String, Long> lateUnknown = lateUnknown(all);
    for (Trouble one : stored()) {
      long late = one.kind() == Kind.UNKNOWN ? lateUnknown.getOrDefault(one.municipality(), 0L) : 0;
      if (one.count() > late) {
        all.add(
            new Trouble(
                one.kind(), one.cause(), one.detail(), one.municipality(), one.count() - late));
      }
    }
    return all;
  }

  /** An unknown outcome that is overdue is told once, as overdue. */
  private static Map<String, Long> lateUnknown(List<Trouble> overdue) {
    return overdue.stream()
        .filter(one -> one.cause().equals("UNKNOWN"))
        .collect(Collectors.toMap(Trouble::municipality, Trouble::count, Long::sum));
  }

  private List<Trouble> withoutReceipt() {
    Instant now = real.instant();
    List<Trouble> found = new ArrayList<>();
    for (OverdueReceipts.Group group : overdue.firstMessages(now)) {
      boolean letter =
          group.channel() == Channel.LETTER && group.state() == NotificationState.ACCEPTED;
      found.add(
          new Trouble(
              Kind.NO_RECEIPT,
              letter ? "LETTER" : group.state().name(),
              "",
              group.municipality(),
              group.count()));
    }
    long reminders = overdue.reminders(now);
    if (reminders > 0) {
      found.add(new Trouble(Kind.NO_RECEIPT, "REMINDER", "", "", reminders));
    }
    return found;
  }

  private List<Trouble> stored() {
    return gateway.withHandle(
        handle ->
            handle
                .createQuery(TROUBLES)
                .bind("unpulled", real.instant().minus(UNPULLED).atOffset(ZoneOffset.UTC))
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
