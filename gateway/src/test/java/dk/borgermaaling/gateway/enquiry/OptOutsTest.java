package dk.borgermaaling.gateway.enquiry;

import static dk.borgermaaling.gateway.enquiry.OptOutReason.ASKED_BY_CITIZEN;
import static dk.borgermaaling.gateway.enquiry.OptOutReason.SAFETY;
import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.testing.Events;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptOutsTest extends SentInvitations {
  private static final String WITHDRAWN = "WITHDRAWN stopped first WITHDRAWN reminder-1 WITHDRAWN";

  @Test
  void a_planned_invitation_is_withdrawn_with_its_first_message_and_its_reminder() {
    accept(conversation(ODENSE, CPR, FRIDAY));
    assertThat(invitations()).containsExactly("PLANNED first PLANNED reminder-1 PLANNED");
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(invitations()).containsExactly(WITHDRAWN);
    assertThat(
            core.database.texts(
                "SELECT taken_back_because || ' ' || (taken_back_at IS NOT NULL)"
                    + " FROM contact.invitation"))
        .containsExactly("OPTED_OUT true");
  }

  @Test
  void after_the_first_message_the_reminder_does_not_leave() {
    CaseEvent event = conversation(ODENSE, CPR, FRIDAY);
    accept(event);
    assertThat(startFirstOf(invitationOf(event))).isTrue();
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(invitations()).containsExactly("OPEN stopped first SENDING reminder-1 WITHDRAWN");
  }

  @Test
  void an_invitation_that_is_closed_stays_as_it_was() {
    CaseEvent event = conversation(ODENSE, CPR, FRIDAY);
    accept(event);
    startFirstOf(invitationOf(event));
    core.clock.advance(Duration.ofDays(40));
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(invitations()).containsExactly("OPEN first SENDING reminder-1 PLANNED");
  }

  @Test
  void what_comes_later_and_what_is_waiting_is_stopped_with_its_own_reason() {
    CaseEvent waiting = conversation(ODENSE, CPR, FRIDAY);
    register(waiting);
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    CaseEvent later = conversation(ODENSE, CPR, FRIDAY);
    accept(later);
    assertThat(outcomeOf(waiting)).isEqualTo("CITIZEN_OPTED_OUT");
    assertThat(outcomeOf(later)).isEqualTo("CITIZEN_OPTED_OUT");
    assertThat(invitations()).isEmpty();
  }

  @Test
  void a_citizen_of_whom_nothing_was_told_yet_is_stopped_when_something_is() {
    core.optOuts.optOut(ODENSE, CITIZEN, SAFETY);
    CaseEvent first = conversation(ODENSE, CPR, FRIDAY);
    accept(first);
    assertThat(outcomeOf(first)).isEqualTo("CITIZEN_OPTED_OUT");
    assertThat(core.database.count("contact.citizen")).isEqualTo(1);
  }

  @Test
  void a_correction_of_an_event_that_led_to_an_invitation_is_stopped_too() {
    Events conversation = Events.of(ODENSE, CPR).group("6.1", LONG_AGO);
    accept(conversation.entity("c-1", 1).held(7, FRIDAY));
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    CaseEvent corrected =
        Events.of(ODENSE, CPR).group("6.1", LONG_AGO).entity("c-1", 2).held(7, FRIDAY.minusDays(1));
    accept(corrected);
    assertThat(outcomeOf(corrected)).isEqualTo("CITIZEN_OPTED_OUT");
    assertThat(invitations()).containsExactly(WITHDRAWN);
  }

  @Test
  void another_municipality_asks_as_before() {
    accept(conversation(AARHUS, CPR, FRIDAY));
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(invitations()).containsExactly("PLANNED first PLANNED reminder-1 PLANNED");
    String other = "6702809994";
    core.optOuts.optOut(ODENSE, new CprNumber(other), ASKED_BY_CITIZEN);
    CaseEvent elsewhere = conversation(AARHUS, other, FRIDAY);
    accept(elsewhere);
    assertThat(outcomeOf(elsewhere)).isEqualTo("INVITED");
  }

  @Test
  void another_citizen_of_the_municipality_is_asked_as_before() {
    CaseEvent other = conversation(ODENSE, "6702809994", FRIDAY);
    accept(other);
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(invitations()).containsExactly("PLANNED first PLANNED reminder-1 PLANNED");
  }

  @Test
  void the_same_again_changes_nothing_and_another_reason_replaces_the_first() {
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    List<String> first = optOuts();
    core.clock.advance(Duration.ofHours(1));
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(optOuts()).isEqualTo(first).hasSize(1);
    core.optOuts.optOut(ODENSE, CITIZEN, SAFETY);
    assertThat(optOuts()).hasSize(1).allMatch(row -> row.contains("SAFETY")).isNotEqualTo(first);
  }

  @Test
  void once_revoked_later_events_ask_again_and_what_was_withdrawn_stays_so() {
    accept(conversation(ODENSE, CPR, FRIDAY.minusDays(1)));
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    core.optOuts.optOut(AARHUS, CITIZEN, ASKED_BY_CITIZEN);
    core.optOuts.revoke(ODENSE, CITIZEN);
    core.optOuts.revoke(ODENSE, CITIZEN);
    CaseEvent later = conversation(ODENSE, CPR, FRIDAY);
    CaseEvent elsewhere = conversation(AARHUS, CPR, FRIDAY);
    accept(later);
    accept(elsewhere);
    assertThat(outcomeOf(later)).isEqualTo("INVITED");
    assertThat(outcomeOf(elsewhere)).isEqualTo("CITIZEN_OPTED_OUT");
    assertThat(invitations())
        .containsExactly(WITHDRAWN, "PLANNED first PLANNED reminder-1 PLANNED");
  }

  @Test
  void to_revoke_what_nobody_has_told_stores_nothing_of_the_citizen() {
    core.optOuts.revoke(ODENSE, CITIZEN);
    assertThat(core.database.count("contact.citizen")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_is_kept_beside_the_citizens_id_and_never_the_number(OptOutReason reason) {
    core.optOuts.optOut(ODENSE, CITIZEN, reason);
    assertThat(optOuts())
        .singleElement()
        .asString()
        .contains(reason.name(), "0461")
        .doesNotContain(CPR);
    assertThat(
            core.database.texts(
                "SELECT column_name FROM information_schema.columns"
                    + " WHERE table_schema = 'contact' AND table_name = 'opt_out'"))
        .containsExactlyInAnyOrder("municipality_code", "citizen_id", "reason", "made_at");
  }

  @RepeatedTest(10)
  void an_opt_out_beside_an_event_being_processed_leaves_nothing_to_send()
      throws InterruptedException, ExecutionException {
    CaseEvent event = conversation(ODENSE, CPR, FRIDAY);
    register(event);
    atOnce(
        () -> core.processing.handle(List.of(core.vault.idOf(event.recipient()))),
        () -> core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN));
    if (outcomeOf(event).equals("INVITED")) {
      assertThat(invitations()).containsExactly(WITHDRAWN);
    } else {
      assertThat(outcomeOf(event)).isEqualTo("CITIZEN_OPTED_OUT");
      assertThat(invitations()).isEmpty();
    }
  }

  @RepeatedTest(10)
  void an_opt_out_beside_a_message_being_sent_stops_the_message_or_its_reminder()
      throws InterruptedException, ExecutionException {
    CaseEvent event = conversation(ODENSE, CPR, FRIDAY);
    accept(event);
    InvitationId invitation = invitationOf(event);
    boolean[] started = new boolean[1];
    atOnce(
        () -> started[0] = startFirstOf(invitation),
        () -> core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN));
    assertThat(invitations())
        .containsExactly(
            started[0] ? "OPEN stopped first SENDING reminder-1 WITHDRAWN" : WITHDRAWN);
  }

  private List<String> optOuts() {
    return core.database.texts("SELECT to_jsonb(o)::text FROM contact.opt_out o");
  }
}
