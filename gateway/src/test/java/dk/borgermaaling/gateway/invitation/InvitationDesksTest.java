package dk.borgermaaling.gateway.invitation;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.invitation.InvitationDesk.OpenedInvitation;
import dk.borgermaaling.gateway.invitation.SendingDesk.Permission;
import dk.borgermaaling.gateway.selection.SamplingMode;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.Events;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationDesksTest {
  private static final String CPR = "6701809995";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final RecordedNotificationPlan plan = new RecordedNotificationPlan();
  private final CoreFixture core = new CoreFixture(plan);
  private InvitationId invitation;

  @BeforeEach
  void invite() {
    accept(
        Events.of(ODENSE, CPR).group("6.1", FRIDAY.minusDays(60)).entity("c-1", 1).held(7, FRIDAY));
    invitation = plan.planned().keySet().iterator().next();
  }

  @Test
  void a_step_is_granted_with_the_link_and_again_after_a_crash() {
    Permission first = core.sendingDesk.ask(invitation);
    assertThat(first)
        .isInstanceOfSatisfying(
            Permission.Granted.class,
            granted -> {
              assertThat(granted.link())
                  .hasToString("https://localhost:9443/s/" + core.tokens.tokenOf(invitation));
              assertThat(
                      core.vault.recipientOf(granted.citizen(), granted.municipality()).toString())
                  .doesNotContain("9995");
            });
    assertThat(core.sendingDesk.ask(invitation)).isEqualTo(first);
  }

  @Test
  void no_step_is_needed_once_there_is_an_answer() {
    core.sendingDesk.letGo(invitation, () -> true);
    assertThat(core.sendingDesk.ask(invitation)).isInstanceOf(Permission.Granted.class);
    assertThat(core.invitationDesk.markAnswered(invitation)).isTrue();
    assertThat(core.sendingDesk.ask(invitation)).isEqualTo(new Permission.NotNeeded());
  }

  @Test
  void asking_alone_does_not_open_the_invitation_and_a_step_that_does_not_start_neither() {
    core.sendingDesk.ask(invitation);
    assertThat(core.sendingDesk.letGo(invitation, () -> false)).isFalse();
    assertThat(stored().state()).isEqualTo(Invitation.State.PLANNED);
    assertThat(core.sendingDesk.letGo(invitation, () -> true)).isTrue();
    assertThat(stored().state()).isEqualTo(Invitation.State.OPEN);
  }

  @Test
  void an_invitation_whose_first_message_was_put_back_is_withdrawn_and_leaves_no_quarantine() {
    core.sendingDesk.letGo(invitation, () -> true);
    assertThat(core.sendingDesk.keepBack(invitation, () -> true)).isTrue();
    assertThat(stored().state()).isEqualTo(Invitation.State.PLANNED);
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenDied(FRIDAY)));
    assertThat(stored().state()).isEqualTo(Invitation.State.WITHDRAWN);
    assertThat(core.sendingDesk.ask(invitation)).isEqualTo(new Permission.Refused("WITHDRAWN"));
    assertThat(core.database.transactions().inOne(() -> core.book.of(List.of(stored().citizen()))))
        .isEmpty();
  }

  @Test
  void an_invitation_taken_back_during_a_call_that_left_nothing_is_withdrawn() {
    core.sendingDesk.letGo(invitation, () -> true);
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenDied(FRIDAY)));
    assertThat(stored().state()).isEqualTo(Invitation.State.OPEN);
    core.sendingDesk.keepBack(invitation, () -> true);
    assertThat(stored().state()).isEqualTo(Invitation.State.WITHDRAWN);
  }

  @Test
  void a_first_message_that_a_receipt_has_proved_to_have_left_keeps_the_invitation_open() {
    core.sendingDesk.letGo(invitation, () -> true);
    assertThat(core.sendingDesk.keepBack(invitation, () -> false)).isFalse();
    assertThat(stored().state()).isEqualTo(Invitation.State.OPEN);
  }

  @Test
  void nothing_leaves_after_the_close() {
    core.clock.advance(Duration.ofDays(40));
    assertThat(core.sendingDesk.ask(invitation)).isEqualTo(new Permission.Refused("CLOSED"));
  }

  @Test
  void a_death_after_the_first_message_stops_the_reminder_and_keeps_the_invitation() {
    core.sendingDesk.letGo(invitation, () -> true);
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenDied(FRIDAY)));
    assertThat(core.sendingDesk.ask(invitation)).isEqualTo(new Permission.Refused("WITHDRAWN"));
    assertThat(plan.withdrawn()).containsExactly(invitation);
    assertThat(stored().state()).isEqualTo(Invitation.State.OPEN);
  }

  @Test
  void the_page_finds_the_invitation_by_its_token_and_learns_that_it_is_answered() {
    String token = core.tokens.tokenOf(invitation);
    assertThat(core.invitationDesk.open(token))
        .contains(
            new OpenedInvitation(
                invitation,
                ODENSE,
                "dagpenge",
                SamplingMode.CONTINUOUS,
                OpenedInvitation.State.OPEN));
    core.invitationDesk.markAnswered(invitation);
    assertThat(core.invitationDesk.open(token))
        .get()
        .satisfies(found -> assertThat(found.state()).isEqualTo(OpenedInvitation.State.ANSWERED));
    assertThat(
            core.invitationDesk.open(
                token.replace(token.charAt(5), token.charAt(6) == 'x' ? 'y' : 'x')))
        .isEmpty();
  }

  @Test
  void a_closed_invitation_takes_no_answer() {
    core.clock.advance(Duration.ofDays(40));
    assertThat(core.invitationDesk.markAnswered(invitation)).isFalse();
    assertThat(core.invitationDesk.open(core.tokens.tokenOf(invitation)))
        .get()
        .satisfies(found -> assertThat(found.state()).isEqualTo(OpenedInvitation.State.CLOSED));
  }

  @Test
  void of_four_submits_at_once_one_counts() throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      callers.add(
          () ->
              core.database
                  .transactions()
                  .inOne(
                      () -> {
                        core.invitationDesk.open(core.tokens.tokenOf(invitation));
                        return core.invitationDesk.markAnswered(invitation);
                      }));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int counted = 0;
    try {
      for (Future<Boolean> future : threads.invokeAll(callers)) {
        counted += future.get() ? 1 : 0;
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(counted).isEqualTo(1);
  }

  private Invitation stored() {
    return core.database
        .transactions()
        .inOne(() -> core.invitations.find(invitation))
        .orElseThrow();
  }

  private void accept(CaseEvent event) {
    core.intake.register(List.of(event));
    core.processAll();
  }
}
