package dk.borgermaaling.gateway.notification.jpa;

import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.Database;
import java.util.UUID;

/** Rows of lower features that a notification's row points at. */
final class TestRows {
  private TestRows() {}

  static void invitation(
      Database database, MunicipalityCode municipality, InvitationId invitation, UUID citizen) {
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO contact.citizen (id, kind, sealed, lookup)"
                      + " VALUES (?, 'CPR', '\\x00', ?)",
                  citizen,
                  citizen.toString());
              handle.execute(
                  "INSERT INTO contact.invitation (municipality_code, id, citizen_id, survey_group,"
                      + " event_id, source, entity_id, planned_first, closes_at, state, stopped,"
                      + " answered) VALUES (?, ?, ?, 'dagpenge', ?, 'SOAP', 'x', now(),"
                      + " now() + interval '28 days', 'OPEN', false, false)",
                  municipality.value(),
                  invitation.value(),
                  citizen,
                  UUID.randomUUID());
            });
  }
}
