package dk.borgermaaling.gateway.response.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.InvitationDesk;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.response.Draft;
import dk.borgermaaling.gateway.response.SampleSurvey;
import dk.borgermaaling.gateway.response.SendAnswer;
import dk.borgermaaling.gateway.response.crypto.HpkeSeal;
import dk.borgermaaling.gateway.response.crypto.SealKeys;
import dk.borgermaaling.gateway.testing.Database;
import dk.borgermaaling.gateway.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendAnswerTest {
  @TempDir private Path keys;
  private final Database database = Database.fresh();
  private final SettableClock clock = SettableClock.at("2026-11-23T12:00");

  @BeforeEach
  void makeKeys() throws IOException {
    SealKeys.writeMissing(keys);
  }

  @Test
  void of_many_sends_at_once_one_is_stored() throws Exception {
    UUID invitation = UUID.randomUUID();
    InvitationDesk desk = invitationsOfTheTest(invitation);
    SendAnswer send = sender(desk);
    List<Boolean> stored = Together.run(8, () -> send.send(opened(invitation), complete()));
    assertThat(stored).containsOnlyOnce(true).hasSize(8);
    assertThat(count("sealed_answer")).isEqualTo(1);
  }

  @Test
  void without_the_sealed_answer_the_invitation_stays_open() throws IOException {
    UUID invitation = UUID.randomUUID();
    InvitationDesk desk = invitationsOfTheTest(invitation);
    SendAnswer broken =
        new SendAnswer(
            desk,
            HpkeSeal.with(keys.resolve(SealKeys.PUBLIC_FILE)),
            (bytes, receivedOn) -> {
              throw new IllegalStateException("no room");
            },
            database.transactions(),
            clock);
    assertThatThrownBy(() -> broken.send(opened(invitation), complete())).hasMessage("no room");
    assertThat(sender(desk).send(opened(invitation), complete())).isTrue();
  }

  private SendAnswer sender(InvitationDesk desk) throws IOException {
    return new SendAnswer(
        desk,
        HpkeSeal.with(keys.resolve(SealKeys.PUBLIC_FILE)),
        new SqlSealedBuffer(database.gateway()),
        database.transactions(),
        clock);
  }

  /** The same condition that the feature invitation puts on its own table. */
  private InvitationDesk invitationsOfTheTest(UUID invitation) {
    database
        .owner()
        .useHandle(
            handle -> {
              handle.execute("CREATE TABLE contact.marked (id uuid, answered boolean)");
              handle.execute("GRANT SELECT, UPDATE ON contact.marked TO borgermaaling_gateway");
              handle.execute("INSERT INTO contact.marked VALUES (?, false)", invitation);
            });
    return new InvitationDesk() {
      @Override
      public Optional<OpenedInvitation> open(String token) {
        return Optional.empty();
      }

      @Override
      public boolean markAnswered(InvitationId id) {
        return database
            .gateway()
            .withHandle(
                handle ->
                    handle.execute(
                            "UPDATE contact.marked SET answered = true"
                                + " WHERE id = ? AND NOT answered",
                            id.value())
                        == 1);
      }
    };
  }

  private static InvitationDesk.OpenedInvitation opened(UUID invitation) {
    return new InvitationDesk.OpenedInvitation(
        new InvitationId(invitation),
        new MunicipalityCode("0461"),
        "dagpenge",
        InvitationDesk.OpenedInvitation.State.OPEN);
  }

  private static Draft complete() {
    return Draft.read(
        SampleSurvey.QUESTIONNAIRE,
        Map.of("heard", List.of("5"), "clear", List.of("4"), "closer", List.of("0")));
  }

  private int count(String table) {
    return database
        .owner()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM answers." + table).mapTo(int.class).one());
  }
}
