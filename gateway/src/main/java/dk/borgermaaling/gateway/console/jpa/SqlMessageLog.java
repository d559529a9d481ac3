package dk.borgermaaling.gateway.console.jpa;

import dk.borgermaaling.gateway.console.MessageLog;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads the citizen's id of invitations. */
public final class SqlMessageLog implements MessageLog {
  private final Jdbi gateway;

  public SqlMessageLog(Jdbi gateway) {
    this.gateway = gateway;
  }

  @Override
  public Map<InvitationId, UUID> citizens(
      MunicipalityCode municipality, Collection<InvitationId> invitations) {
    Map<InvitationId, UUID> citizens = new HashMap<>();
    gateway.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, citizen_id FROM contact.invitation"
                        + " WHERE municipality_code = :municipality AND id = ANY(:ids)")
                .bind("municipality", municipality.value())
                .bind("ids", invitations.stream().map(InvitationId::value).toArray(UUID[]::new))
                .map(
                    (row, context) ->
                        Map.entry(
                            new InvitationId(row.getObject("id", UUID.class)),
                            row.getObject("citizen_id", UUID.class)))
                .forEach(entry -> citizens.put(entry.getKey(), entry.getValue())));
    return citizens;
  }
}
