package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.NotificationId;
import dk.borgermaaling.gateway.notification.NotificationOverview;
import dk.borgermaaling.gateway.notification.NotificationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The overview in SQL. A first message that was not needed is shown as a withdrawn one, with a
 * withdrawn one's reason: the difference would tell that the citizen has answered. So would what
 * became of one that was sent again: it is shown as unknown until a receipt has ended it.
 */
public final class SqlOverview implements NotificationOverview {
  private static final String SENT_AGAIN = "resent AND state NOT IN ('DELIVERED', 'FAILED')";
  private static final String STATE =
      "CASE WHEN "
          + SENT_AGAIN
          + " THEN 'UNKNOWN' WHEN state = 'NOT_NEEDED' THEN 'WITHDRAWN' ELSE state END";
  private static final String SHOWN = STATE + " AS shown";

  private static final String MESSAGES =
      "SELECT id, invitation_id, planned_for, "
          + SHOWN
          + ", CASE WHEN resent THEN NULL ELSE sent_at END AS sent_at, delivered_at,"
          + " CASE WHEN "
          + SENT_AGAIN
          + " THEN 'TRANSIENT' WHEN state = 'NOT_NEEDED' THEN 'STOPPED' ELSE failure_kind END"
          + " AS failure_kind,"
          + " CASE WHEN "
          + SENT_AGAIN
          + " THEN '"
          + Failure.SENT_AGAIN
          + "' WHEN state = 'NOT_NEEDED' THEN '"
          + Failure.INVITATION_WITHDRAWN
          + "' ELSE failure_reason END AS failure_reason"
          + " FROM contact.notification WHERE municipality_code = :municipality AND step = 'first'";
  private final Jdbi jdbi;

  public SqlOverview(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<FirstMessage> firstMessages(MunicipalityCode municipality, int limit, int offset) {
    return list("", municipality, limit, offset);
  }

  @Override
  public List<FirstMessage> troubled(MunicipalityCode municipality, int limit, int offset) {
    return list(
        " AND " + STATE + " IN ('FAILED', 'EXPIRED', 'UNKNOWN')", municipality, limit, offset);
  }

  @Override
  public boolean isFirst(NotificationId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM contact.notification"
                        + " WHERE municipality_code = :municipality AND id = :id AND step = 'first')")
                .bind("municipality", id.municipality().value())
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Map<MunicipalityCode, Map<NotificationState, Long>> firstMessageCounts() {
    Map<MunicipalityCode, Map<NotificationState, Long>> counts = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT municipality_code, "
                        + SHOWN
                        + ", count(*) AS n FROM contact.notification"
                        + " WHERE step = 'first' GROUP BY 1, 2")
                .map(
                    (row, context) ->
                        counts
                            .computeIfAbsent(
                                new MunicipalityCode(row.getString("municipality_code")),
                                code -> new EnumMap<>(NotificationState.class))
                            .put(
                                NotificationState.valueOf(row.getString("shown")),
                                row.getLong("n")))
                .list());
    return counts;
  }

  @Override
  public Map<MunicipalityCode, Long> remindersPlanned(Instant now) {
    Map<MunicipalityCode, Long> counts = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT municipality_code, count(*) AS n FROM contact.notification"
                        + " WHERE step <> 'first' AND planned_for <= :now GROUP BY 1")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) ->
                        counts.put(
                            new MunicipalityCode(row.getString("municipality_code")),
                            row.getLong("n")))
                .list());
    return counts;
  }

  private List<FirstMessage> list(
      String condition, MunicipalityCode municipality, int limit, int offset) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    MESSAGES
                        + condition
                        + " ORDER BY planned_for DESC, id LIMIT :limit OFFSET :offset")
                .bind("municipality", municipality.value())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> message(municipality, row))
                .list());
  }

  private static FirstMessage message(MunicipalityCode municipality, ResultSet row)
      throws SQLException {
    return new FirstMessage(
        new NotificationId(municipality, row.getObject("id", UUID.class)),
        new InvitationId(row.getObject("invitation_id", UUID.class)),
        row.getTimestamp("planned_for").toInstant(),
        NotificationState.valueOf(row.getString("shown")),
        instant(row.getTimestamp("sent_at")),
        instant(row.getTimestamp("delivered_at")),
        failure(row.getString("failure_kind"), row.getString("failure_reason")));
  }

  private static Optional<Failure> failure(@Nullable String kind, @Nullable String reason) {
    return kind == null || reason == null
        ? Optional.empty()
        : Optional.of(new Failure(FailureClass.valueOf(kind), reason));
  }

  private static Optional<Instant> instant(@Nullable Timestamp time) {
    return Optional.ofNullable(time).map(Timestamp::toInstant);
  }
}
