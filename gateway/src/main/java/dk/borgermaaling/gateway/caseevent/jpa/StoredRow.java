package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code intake.case_event}. */
final class StoredRow {
  private StoredRow() {}

  static StoredCaseEvent read(ResultSet row) throws SQLException {
    return new StoredCaseEvent(
        row.getObject("event_id", UUID.class),
        row.getLong("arrival"),
        EventSource.valueOf(row.getString("source")),
        new MunicipalityCode(row.getString("municipality_code")),
        row.getString("entity_id"),
        row.getInt("version"),
        row.getBoolean("withdrawn"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        new CitizenId(row.getObject("citizen_id", UUID.class)),
        group(row),
        course(row),
        HappeningColumns.read(row),
        row.getObject("processed_at") != null,
        citizen(row, "former_citizen_id"));
  }

  private static @Nullable CitizenId citizen(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new CitizenId(id);
  }

  private static @Nullable TargetGroupCode group(ResultSet row) throws SQLException {
    String system = row.getString("group_system");
    return system == null
        ? null
        : new TargetGroupCode(
            system, row.getString("group_code"), row.getObject("group_start", LocalDate.class));
  }

  private static Course course(ResultSet row) throws SQLException {
    String actor = row.getString("responsible_actor");
    return new Course(
        row.getObject("course_start", LocalDate.class),
        actor == null ? null : Course.ResponsibleActor.valueOf(actor),
        row.getObject("organisational_unit", UUID.class));
  }
}
