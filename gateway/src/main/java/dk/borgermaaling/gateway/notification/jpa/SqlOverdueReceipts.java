package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.notification.NotificationState;
import dk.borgermaaling.gateway.notification.OverdueReceipts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the few steps of the index {@code notification_without_receipt}, not all that have ended.
 */
public final class SqlOverdueReceipts implements OverdueReceipts {
  private static final String OVERDUE =
      """
      FROM contact.notification n
      WHERE state IN ('ACCEPTED', 'UNKNOWN') AND NOT resent AND sent_at < :earliest
        AND sent_at < CASE channel WHEN 'LETTER' THEN CAST(:letter AS timestamptz) ELSE CAST(:digital AS timestamptz) END
        AND NOT EXISTS (SELECT 1 FROM intake.receipt r WHERE r.municipality_code = n.municipality_code
          AND r.notification_id = n.id AND r.kind = 'PRINTED')
      """;
  private final Jdbi jdbi;
  private final Patience patience;

  public SqlOverdueReceipts(Jdbi jdbi, Patience patience) {
    this.jdbi = jdbi;
    this.patience = patience;
  }

  @Override
  public List<Group> firstMessages(Instant now) {
    return jdbi.withHandle(
        handle ->
            bound(
                    handle.createQuery(
                        "SELECT municipality_code, state, channel, count(*) AS n "
                            + OVERDUE
                            + "AND step = 'first' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"),
                    now)
                .map(
                    (row, context) ->
                        new Group(
                            row.getString("municipality_code"),
                            NotificationState.valueOf(row.getString("state")),
                            Channel.valueOf(row.getString("channel")),
                            row.getLong("n")))
                .list());
  }

  @Override
  public long reminders(Instant now) {
    long all =
        jdbi.withHandle(
            handle ->
                bound(handle.createQuery("SELECT count(*) " + OVERDUE + "AND step <> 'first'"), now)
                    .mapTo(Long.class)
                    .one());
    return all < FEWEST_REMINDERS ? 0 : all;
  }

  private Query bound(Query query, Instant now) {
    return query
        .bind("earliest", now.minus(patience.shorter()).atOffset(ZoneOffset.UTC))
        .bind("digital", now.minus(patience.digital()).atOffset(ZoneOffset.UTC))
        .bind("letter", now.minus(patience.letter()).atOffset(ZoneOffset.UTC));
  }
}
