package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.SILKEBORG;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.testing.Events;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuarantineRegisterTest extends ProcessedEvents {
  @Test
  void a_row_is_a_hash_a_monday_and_the_day_on_which_it_goes() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    assertThat(
            core.database.texts(
                "SELECT column_name FROM information_schema.columns"
                    + " WHERE table_schema = 'contact' AND table_name = 'quarantine'"))
        .containsExactlyInAnyOrder("scope_hash", "week", "delete_on");
    assertThat(
            core.database.texts(
                "SELECT octet_length(scope_hash) || ' ' || week || ' ' || delete_on"
                    + " FROM contact.quarantine"))
        .containsExactly("32 2026-11-23 2027-06-30");
  }

  @Test
  void only_an_agreement_that_says_so_enters_what_counts_elsewhere() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    assertThat(core.database.count("contact.quarantine")).isEqualTo(1);
    accept(Events.of(SILKEBORG, "6702809994").group("6.1", LONG_AGO).held(7, WEDNESDAY));
    assertThat(core.database.count("contact.quarantine")).isEqualTo(3);
  }

  @Test
  void the_same_citizen_looks_different_in_every_municipality() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    core.clock.set(danish("2027-01-18T09:00"));
    accept(Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, LocalDate.of(2027, 1, 14)));
    assertThat(core.database.texts("SELECT DISTINCT scope_hash::text FROM contact.quarantine"))
        .hasSize(3);
  }

  @Test
  void what_was_never_sent_leaves_no_entry() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenExempted(THURSDAY)));
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
    assertThat(core.database.count("contact.quarantine")).isZero();
  }

  @Test
  void an_entry_goes_thirty_days_and_a_week_after_it_counted_last() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    LocalDate day = LocalDate.of(2027, 5, 24).plusDays(37);
    assertThat(core.register.deleteUntil(day.minusDays(1))).isZero();
    assertThat(core.register.deleteUntil(day)).isEqualTo(1);
  }

  @Test
  void what_comes_thirty_days_late_is_still_in_quarantine() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    core.sendWhatIsDue();
    deleteAt("2027-06-18T09:00");
    CaseEvent last = inGroup("6.1").held(7, LocalDate.of(2027, 5, 21));
    CaseEvent after = inGroup("6.1").held(7, LocalDate.of(2027, 5, 24));
    accept(last, after);
    assertThat(outcomeOf(last)).isEqualTo("QUARANTINE");
    assertThat(outcomeOf(after)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_longer_quarantine_than_the_inviting_municipality_s_holds_across() {
    terms("0740", 6);
    owner(
        "UPDATE ops.service_agreement SET quarantine_across = true"
            + " WHERE municipality_code = '0751'");
    core.municipalities.refresh();
    accept(Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY));
    core.sendWhatIsDue();
    deleteAt("2027-04-15T09:00");
    LocalDate day = LocalDate.of(2027, 4, 14);
    CaseEvent aarhus = Events.of(AARHUS, CPR).group("6.1", LONG_AGO).held(7, day);
    CaseEvent silkeborg = Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, day);
    accept(aarhus);
    accept(silkeborg);
    assertThat(outcomeOf(aarhus)).as("it asks every 26 weeks").isEqualTo("QUARANTINE");
    assertThat(outcomeOf(silkeborg)).as("it asks every 6").isEqualTo("INVITED dagpenge");
  }

  @Test
  void the_longest_quarantine_of_any_municipality_keeps_what_counts_across() {
    terms("0751", 52);
    accept(Events.of(SILKEBORG, CPR).group("6.1", LONG_AGO).held(7, WEDNESDAY));
    assertThat(core.database.texts("SELECT delete_on::text FROM contact.quarantine"))
        .containsExactlyInAnyOrder("2027-06-30", "2027-12-29");
  }

  private void terms(String municipality, int weeks) {
    owner(
        "INSERT INTO ops.selection_terms (municipality_code, valid_from, quarantine_weeks)"
            + " VALUES ('%s', '2026-01-01', %d)".formatted(municipality, weeks));
    core.terms.refresh();
  }

  private void deleteAt(String time) {
    core.clock.set(danish(time));
    core.register.deleteUntil(LocalDate.ofInstant(core.clock.now(), BusinessClock.DENMARK));
  }

  private void owner(String sql) {
    core.database.owner().useHandle(handle -> handle.execute(sql));
  }
}
