package dk.borgermaaling.gateway.enquiry.jpa;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.enquiry.FirstMessages;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * First messages from {@code contact.invitation} and {@code contact.notification}. One that was
 * sent again is unknown until a receipt has ended it: what became of it tells who has answered.
 */
public final class SqlFirstMessages implements FirstMessages {
  private final Jdbi jdbi;

  public SqlFirstMessages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<FirstMessage> of(MunicipalityCode municipality, EventSource source, String entityId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT i.state = 'WITHDRAWN' AS withdrawn, i.closes_at,
                      CASE WHEN n.resent AND n.state NOT IN ('DELIVERED', 'FAILED') THEN 'UNKNOWN'
                        ELSE n.state END AS state
                    FROM contact.invitation i
                    JOIN contact.notification n
                      ON n.municipality_code = i.municipality_code AND n.invitation_id = i.id
                     AND n.step = 'first'
                    WHERE i.municipality_code = :municipality AND i.source = :source
                      AND i.entity_id = :entity
                    ORDER BY i.planned_first, i.id
                    """)
                .bind("municipality", municipality.value())
                .bind("source", source.name())
                .bind("entity", entityId)
                .map(
                    (row, context) ->
                        new FirstMessage(
                            row.getBoolean("withdrawn"),
                            NotificationState.valueOf(row.getString("state")),
                            row.getObject("closes_at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
