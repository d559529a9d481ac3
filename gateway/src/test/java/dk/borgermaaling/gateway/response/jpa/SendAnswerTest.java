package dk.borgermaaling.gateway.response.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation;
import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation.State;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.response.Draft;
import dk.borgermaaling.gateway.response.SampleSurvey;
import dk.borgermaaling.gateway.response.SealedBuffer;
import dk.borgermaaling.gateway.response.SendAnswer;
import dk.borgermaaling.gateway.response.crypto.HpkeSeal;
import dk.borgermaaling.gateway.response.crypto.SealKeys;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the stored invitation and its own lock. */
class SendAnswerTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Draft COMPLETE =
      Draft.read(
          SampleSurvey.QUESTIONNAIRE,
          Map.of("heard", List.of("5"), "clear", List.of("4"), "closer", List.of("0")));

  @TempDir private Path keys;
  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture core = new CoreFixture(plan);
  private String token = "";

  @BeforeEach
  void inviteOne() throws IOException {
    SealKeys.writeMissing(keys);
    core.intake.register(
        List.of(
            Events.of(CoreFixture.ODENSE, "6701809995")
                .group("6.1", FRIDAY.minusDays(40))
                .held(7, FRIDAY)));
    core.processAll();
    InvitationId invitation = plan.planned().keySet().iterator().next();
    token = core.tokens.tokenOf(invitation);
  }

  @Test
  void an_answer_is_sealed_and_the_link_is_used() throws IOException {
    assertThat(sender(buffer()).send(opened(), COMPLETE)).isTrue();
    assertThat(opened().state()).isEqualTo(State.ANSWERED);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void what_is_sealed_says_in_which_mode_the_citizen_was_asked() throws IOException {
    List<SamplingMode> sealed = new ArrayList<>();
    SendAnswer send =
        new SendAnswer(
            core.invitationDesk,
            answer -> {
              sealed.add(answer.mode());
              return new byte[1];
            },
            buffer(),
            core.database.transactions(),
            core.clock);
    OpenedInvitation after = opened();
    OpenedInvitation ofARound =
        new OpenedInvitation(
            after.id(), after.municipality(), "dagpenge", SamplingMode.ROUND, State.OPEN);
    assertThat(after.mode()).isEqualTo(SamplingMode.CONTINUOUS);
    send.send(ofARound, COMPLETE);
    assertThat(sealed).containsExactly(SamplingMode.ROUND);
  }

  @Test
  void of_many_sends_at_once_one_is_stored() throws Exception {
    SendAnswer send = sender(buffer());
    OpenedInvitation seenOpen = opened();
    List<Boolean> stored = Together.run(8, () -> send.send(seenOpen, COMPLETE));
    assertThat(stored).hasSize(8).containsOnlyOnce(true);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void without_the_sealed_answer_the_invitation_stays_open() throws IOException {
    SendAnswer broken =
        sender(
            (bytes, receivedOn) -> {
              throw new IllegalStateException("no room");
            });
    assertThatThrownBy(() -> broken.send(opened(), COMPLETE)).hasMessage("no room");
    assertThat(opened().state()).isEqualTo(State.OPEN);
    assertThat(sender(buffer()).send(opened(), COMPLETE)).isTrue();
  }

  @Test
  void an_invitation_that_closes_meanwhile_takes_nothing() throws IOException {
    OpenedInvitation seenOpen = opened();
    core.clock.advance(Duration.ofDays(90));
    assertThat(sender(buffer()).send(seenOpen, COMPLETE)).isFalse();
    assertThat(waiting()).isZero();
  }

  private OpenedInvitation opened() {
    return core.invitationDesk.open(token).orElseThrow();
  }

  private SealedBuffer buffer() {
    return new SqlSealedBuffer(core.database.gateway());
  }

  private SendAnswer sender(SealedBuffer buffer) throws IOException {
    return new SendAnswer(
        core.invitationDesk,
        HpkeSeal.with(keys.resolve(SealKeys.PUBLIC_FILE)),
        buffer,
        core.database.transactions(),
        core.clock);
  }

  private int waiting() {
    return core.database
        .owner()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM answers.sealed_answer")
                    .mapTo(int.class)
                    .one());
  }
}
