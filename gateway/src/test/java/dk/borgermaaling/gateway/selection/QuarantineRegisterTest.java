package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static dk.borgermaaling.gateway.testing.CoreFixture.SILKEBORG;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.Happening;
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
        .containsExactly("32 2026-11-23 2027-05-24");
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
  void an_entry_goes_on_its_day() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    LocalDate day = LocalDate.of(2027, 5, 24);
    assertThat(core.register.deleteUntil(day.minusDays(1))).isZero();
    assertThat(core.register.deleteUntil(day)).isEqualTo(1);
  }
}
