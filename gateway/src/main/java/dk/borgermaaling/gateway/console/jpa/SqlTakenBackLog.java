package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.console.TakenBackLog;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.TakenBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;

/** Reads from {@code contact.invitation}; whether somebody has answered is not read. */
public final class SqlTakenBackLog implements TakenBackLog {
  private final Jdbi gateway;

  public SqlTakenBackLog(Jdbi gateway) {
    this.gateway = gateway;
  }

  @Override
  public Map<UUID, Marked> ofCitizens(
      MunicipalityCode municipality, Collection<CitizenId> citizens) {
    Map<UUID, Marked> found = new HashMap<>();
    read(
        "citizen_id",
        municipality,
        citizens.stream().map(CitizenId::value).toArray(UUID[]::new),
        (row, marked) -> found.put(row.cause(), marked));
    return found;
  }

  @Override
  public Map<InvitationId, Marked> of(
      MunicipalityCode municipality, Collection<InvitationId> invitations) {
    Map<InvitationId, Marked> found = new HashMap<>();
    read(
        "id",
        municipality,
        invitations.stream().map(InvitationId::value).toArray(UUID[]::new),
        (row, marked) -> found.put(new InvitationId(row.id()), marked));
    return found;
  }

  private record Which(UUID id, UUID cause) {}

  private void read(
      String column, MunicipalityCode municipality, UUID[] ids, BiConsumer<Which, Marked> each) {
    gateway.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, coalesce(event_id, round_id) AS cause, state, taken_back_because,"
                        + " taken_back_at FROM contact.invitation"
                        + " WHERE municipality_code = :municipality AND taken_back_at IS NOT NULL"
                        + " AND "
                        + column
                        + " = ANY(:ids)")
                .bind("municipality", municipality.value())
                .bind("ids", ids)
                .map((row, context) -> Map.entry(which(row), marked(row)))
                .forEach(entry -> each.accept(entry.getKey(), entry.getValue())));
  }

  private static Which which(ResultSet row) throws SQLException {
    return new Which(row.getObject("id", UUID.class), row.getObject("cause", UUID.class));
  }

  private static Marked marked(ResultSet row) throws SQLException {
    return new Marked(
        new TakenBack(
            TakenBack.Because.valueOf(row.getString("taken_back_because")),
            row.getObject("taken_back_at", OffsetDateTime.class).toInstant()),
        !row.getString("state").equals("WITHDRAWN"));
  }
}
