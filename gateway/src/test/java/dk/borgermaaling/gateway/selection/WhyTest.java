package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.selection.Why.Explained;
import dk.borgermaaling.gateway.selection.Why.Reference;
import dk.borgermaaling.gateway.selection.jpa.SqlDecisionBook;
import dk.borgermaaling.gateway.testing.Events;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTest extends ProcessedEvents {
  private final Why why =
      new StoredReasons(
          core.database.transactions(), core.events, new SqlDecisionBook(core.database.gateway()));

  @Test
  void a_decision_is_explained_from_what_was_stored_whatever_was_changed_since() {
    CaseEvent event =
        Events.of(ODENSE, CPR).group("6.1", WEDNESDAY.minusDays(9)).held(7, WEDNESDAY);
    accept(event);
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.selection_terms (municipality_code, valid_from, minimum_weeks)"
                        + " VALUES ('0461', '2026-01-01', 0)"));
    core.terms.refresh();
    assertThat(of(new Reference.Case(event.entityId())))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.decision().reason()).isEqualTo(StopReason.TOO_SHORT_IN_GROUP);
              assertThat(one.decision().facts())
                  .containsEntry("minimumWeeks", "4")
                  .containsEntry("groupStart", "2026-11-09")
                  .containsEntry("date", "2026-11-18");
            });
  }

  @Test
  void what_stopped_a_citizen_stands_with_its_day() {
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenExempted(WEDNESDAY.minusDays(3))));
    accept(Events.of(AARHUS, CPR).event(new Happening.CitizenDied(WEDNESDAY.minusDays(2))));
    CaseEvent event = inGroup("6.1").held(7, WEDNESDAY);
    accept(event);
    assertThat(of(new Reference.Case(event.entityId())))
        .filteredOn(one -> one.decision().eventId().equals(event.eventId()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.decision().reason()).isEqualTo(StopReason.CITIZEN_DEAD);
              assertThat(one.decision().facts())
                  .containsEntry("diedOn", "2026-11-16")
                  .containsEntry("exemptedOn", "2026-11-15")
                  .containsEntry("conversationType", "7")
                  .containsEntry("received", "2026-11-23T08:55")
                  .doesNotContainKeys("agreed", "paused", "movedOn");
            });
  }

  @Test
  void a_pause_stands_among_what_was_known() {
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.selection_terms (municipality_code, valid_from, paused)"
                        + " VALUES ('0461', '2026-01-01', true)"));
    core.terms.refresh();
    CaseEvent event = inGroup("6.1").held(7, WEDNESDAY);
    accept(event);
    assertThat(of(new Reference.Case(event.entityId())))
        .singleElement()
        .satisfies(one -> assertThat(one.decision().facts()).containsEntry("paused", "true"));
  }

  @Test
  void the_newest_comes_first_and_another_municipality_is_not_told_of() {
    CaseEvent first = inGroup("6.1").held(7, WEDNESDAY);
    accept(first);
    core.clock.set(danish("2026-11-24T09:00"));
    accept(inGroup("6.1").held(7, FRIDAY));
    accept(Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, FRIDAY));
    List<Explained> explained = of(citizen());
    assertThat(explained).extracting(one -> one.decision().municipality()).containsOnly(ODENSE);
    assertThat(explained)
        .extracting(one -> one.decision().reason())
        .containsExactly(StopReason.OPEN_INVITATION, null);
  }

  @Test
  void who_is_not_known_has_no_decisions() {
    assertThat(of(new Reference.Case("nobody"))).isEmpty();
    assertThat(of(citizen())).isEmpty();
  }

  private Reference citizen() {
    return new Reference.Citizen(core.vault.idOf(new Recipient.Person(new CprNumber(CPR))));
  }

  private List<Explained> of(Reference reference) {
    return why.of(ODENSE, reference);
  }
}
