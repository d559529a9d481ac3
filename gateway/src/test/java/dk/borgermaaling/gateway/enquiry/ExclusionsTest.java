package dk.borgermaaling.gateway.enquiry;

import static dk.borgermaaling.gateway.enquiry.OptOutReason.ASKED_BY_CITIZEN;
import static dk.borgermaaling.gateway.enquiry.OptOutReason.SAFETY;
import static dk.borgermaaling.gateway.enquiry.OptOutReason.WOULD_BURDEN;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.reporting.jpa.ParticipationRollUp;
import dk.borgermaaling.gateway.testing.Events;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who counts as excluded by staff, from the opt-out to the share. */
class ExclusionsTest extends SentInvitations {

  @ParameterizedTest
  @EnumSource
  void whom_nothing_but_an_employees_judgement_stops_is_excluded(OptOutReason reason) {
    core.optOuts.optOut(ODENSE, CITIZEN, reason);
    CaseEvent event = conversation(ODENSE, CPR, FRIDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("CITIZEN_OPTED_OUT");
    assertThat(facts()).containsExactly("true");
    if (reason.isCitizensWish()) {
      assertThat(exclusions()).isEmpty();
    } else {
      assertThat(exclusions()).containsExactly("0461 CONTINUOUS 2026-11-01");
    }
  }

  @Test
  void whom_a_rule_would_have_stopped_anyway_is_not_excluded() {
    core.optOuts.optOut(ODENSE, CITIZEN, SAFETY);
    accept(Events.of(ODENSE, CPR).group("6.1", FRIDAY.minusDays(3)).held(7, FRIDAY));
    assertThat(exclusions()).as("four weeks in the group are asked for").isEmpty();
    assertThat(facts()).containsExactly("-");
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenDied(FRIDAY)));
    accept(conversation(ODENSE, CPR, FRIDAY));
    assertThat(exclusions()).as("the dead are not asked").isEmpty();
  }

  @Test
  void whose_invitation_is_taken_back_before_it_left_is_excluded() {
    accept(conversation(ODENSE, CPR, FRIDAY));
    core.optOuts.optOut(ODENSE, CITIZEN, WOULD_BURDEN);
    assertThat(exclusions()).containsExactly("0461 CONTINUOUS 2026-11-01");
    assertThat(share()).containsExactly("CONTINUOUS 0461 1 1");
  }

  @Test
  void whose_invitation_had_left_was_asked() {
    CaseEvent event = conversation(ODENSE, CPR, FRIDAY);
    accept(event);
    startFirstOf(invitationOf(event));
    core.optOuts.optOut(ODENSE, CITIZEN, WOULD_BURDEN);
    assertThat(exclusions()).isEmpty();
    assertThat(share()).containsExactly("CONTINUOUS 0461 0 1");
  }

  @Test
  void a_citizen_counts_once_whatever_happens_and_stays_when_the_opt_out_is_revoked() {
    core.optOuts.optOut(ODENSE, CITIZEN, SAFETY);
    accept(conversation(ODENSE, CPR, FRIDAY.minusDays(1)));
    accept(conversation(ODENSE, CPR, FRIDAY));
    core.optOuts.revoke(ODENSE, CITIZEN);
    accept(conversation(ODENSE, CPR, FRIDAY));
    accept(conversation(ODENSE, "6702809994", FRIDAY));
    assertThat(share())
        .as("one of two, one of them asked later")
        .containsExactly("CONTINUOUS 0461 1 2");
  }

  @Test
  void what_comes_too_late_or_triggers_nothing_excludes_nobody() {
    core.optOuts.optOut(ODENSE, CITIZEN, SAFETY);
    accept(
        Events.of(ODENSE, CPR)
            .group("6.1", LONG_AGO)
            .event(new Happening.TargetGroupStarted(LONG_AGO)));
    accept(conversation(ODENSE, CPR, FRIDAY.minusDays(60)));
    assertThat(exclusions()).isEmpty();
  }

  @Test
  void a_citizens_own_wish_told_later_takes_nothing_back() {
    accept(conversation(ODENSE, CPR, FRIDAY));
    core.optOuts.optOut(ODENSE, CITIZEN, SAFETY);
    core.optOuts.optOut(ODENSE, CITIZEN, ASKED_BY_CITIZEN);
    assertThat(exclusions()).hasSize(1);
  }

  private List<String> exclusions() {
    return core.database.texts(
        "SELECT concat_ws(' ', municipality_code, mode, month) FROM contact.exclusion");
  }

  private List<String> facts() {
    return core.database.texts(
        "SELECT coalesce(facts->>'otherwiseAsked', '-') FROM intake.decision"
            + " WHERE reason = 'CITIZEN_OPTED_OUT'");
  }

  private List<String> share() {
    core.database
        .transactions()
        .runInOne(new ParticipationRollUp(core.database.gateway(), core.clock)::run);
    return core.database.texts(
        "SELECT concat_ws(' ', mode, municipality_code, excluded, concerned)"
            + " FROM report.exclusion_count");
  }
}
