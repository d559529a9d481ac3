package dk.borgermaaling.gateway.selection;

import static dk.borgermaaling.gateway.testing.CoreFixture.AARHUS;
import static dk.borgermaaling.gateway.testing.CoreFixture.ODENSE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.testing.Events;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A citizen's CPR number becomes another (cpr-skifter): both are one person. */
class ChangedNumberTest extends ProcessedEvents {
  private static final String NEW_CPR = "6702809994";
  private static final String OTHER_CPR = "6703809993";

  @Test
  void what_was_told_of_the_old_number_is_known_of_the_new_one() {
    accept(inGroup("6.6").event(new Happening.TargetGroupStarted(LONG_AGO)));
    accept(changed("citizen", 1, THURSDAY));
    CaseEvent event = Events.of(ODENSE, NEW_CPR).held(4, FRIDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("INVITED sygedagpenge");
  }

  @Test
  void an_open_invitation_stands_in_the_way_and_goes_to_the_new_number() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(changed("citizen", 1, THURSDAY));
    CaseEvent event = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("OPEN_INVITATION");
    assertThat(core.vault.recipientOf(idOf(CPR), ODENSE)).isEqualTo(person(NEW_CPR));
  }

  @Test
  void an_opt_out_made_with_one_number_holds_for_the_other() {
    accept(changed("citizen", 1, WEDNESDAY));
    core.optOuts.optOut(ODENSE, new CprNumber(CPR), OptOutReason.ASKED_BY_CITIZEN);
    CaseEvent event = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("CITIZEN_OPTED_OUT");
    core.optOuts.revoke(ODENSE, new CprNumber(NEW_CPR));
    CaseEvent later = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(later);
    assertThat(outcomeOf(later)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_death_told_of_the_old_number_takes_back_what_the_new_one_was_sent() {
    accept(changed("citizen", 1, WEDNESDAY));
    accept(Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, THURSDAY));
    accept(Events.of(ODENSE, CPR).event(new Happening.CitizenDied(FRIDAY)));
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
  }

  @Test
  void a_change_that_is_taken_back_leaves_two_people() {
    accept(inGroup("6.1").held(7, WEDNESDAY));
    accept(changed("citizen", 1, THURSDAY));
    accept(takenBack(changed("citizen", 2, THURSDAY)));
    CaseEvent event = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(event);
    assertThat(outcomeOf(event)).isEqualTo("INVITED dagpenge");
    assertThat(core.vault.recipientOf(idOf(CPR), ODENSE)).isEqualTo(person(CPR));
  }

  @Test
  void what_another_municipality_tells_of_a_number_moves_no_letter_and_no_decision() {
    CaseEvent invited = inGroup("6.1").held(7, WEDNESDAY);
    accept(invited);
    accept(changed(AARHUS, CPR, NEW_CPR, THURSDAY));
    CaseEvent event = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(event);
    accept(Events.of(ODENSE, NEW_CPR).event(new Happening.CitizenExempted(FRIDAY)));
    assertThat(core.vault.recipientOf(idOf(CPR), ODENSE)).isEqualTo(person(CPR));
    assertThat(core.vault.recipientOf(idOf(CPR), AARHUS)).isEqualTo(person(NEW_CPR));
    assertThat(outcomeOf(event)).as("two people to Odense").isEqualTo("INVITED dagpenge");
    assertThat(invitationStates())
        .as("who is exempted is not who was asked")
        .containsExactly("PLANNED", "WITHDRAWN");
  }

  @Test
  void people_whom_another_municipality_makes_one_are_each_asked() {
    List<String> people = List.of("6703809993", "6704809992", "6705089991");
    people.forEach(former -> accept(changed(AARHUS, former, NEW_CPR, WEDNESDAY)));
    for (String cpr : people) {
      CaseEvent event = Events.of(ODENSE, cpr).group("6.1", LONG_AGO).held(7, FRIDAY);
      accept(event);
      assertThat(outcomeOf(event)).isEqualTo("INVITED dagpenge");
      assertThat(core.vault.recipientOf(idOf(cpr), ODENSE)).isEqualTo(person(cpr));
    }
  }

  @Test
  void what_is_opted_out_in_one_municipality_is_who_it_knows_itself() {
    accept(changed(AARHUS, CPR, NEW_CPR, WEDNESDAY));
    core.optOuts.optOut(ODENSE, new CprNumber(CPR), OptOutReason.ASKED_BY_CITIZEN);
    core.optOuts.optOut(AARHUS, new CprNumber(CPR), OptOutReason.ASKED_BY_CITIZEN);
    CaseEvent odense = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    CaseEvent aarhus = Events.of(AARHUS, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(odense, aarhus);
    assertThat(outcomeOf(odense)).isEqualTo("INVITED dagpenge");
    assertThat(outcomeOf(aarhus)).isEqualTo("CITIZEN_OPTED_OUT");
  }

  @Test
  void a_death_counts_everywhere_by_the_numbers_that_each_municipality_knows() {
    accept(changed(ODENSE, CPR, NEW_CPR, WEDNESDAY));
    accept(Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, THURSDAY));
    accept(changed(AARHUS, NEW_CPR, "6703809993", THURSDAY));
    accept(Events.of(AARHUS, "6703809993").event(new Happening.CitizenDied(FRIDAY)));
    assertThat(invitationStates()).as("nobody whom Odense knows").containsExactly("PLANNED");
    accept(Events.of(AARHUS, CPR).event(new Happening.CitizenDied(FRIDAY)));
    assertThat(invitationStates()).containsExactly("WITHDRAWN");
    CaseEvent after = Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).held(7, FRIDAY);
    accept(after);
    assertThat(outcomeOf(after)).isEqualTo("CITIZEN_DEAD");
  }

  @Test
  void a_change_taken_back_in_one_municipality_holds_in_the_other() {
    accept(changed(ODENSE, CPR, NEW_CPR, WEDNESDAY), changed(AARHUS, CPR, NEW_CPR, WEDNESDAY));
    accept(takenBack(changed("citizen", 2, THURSDAY)));
    assertThat(core.vault.recipientOf(idOf(CPR), ODENSE)).isEqualTo(person(CPR));
    assertThat(core.vault.recipientOf(idOf(CPR), AARHUS)).isEqualTo(person(NEW_CPR));
  }

  /** Of whom a correction names not everything is read: here, nothing of the number before. */
  @Test
  void a_correction_may_name_somebody_whose_change_was_taken_back() {
    accept(changed("citizen", 1, WEDNESDAY));
    accept(takenBack(changed("citizen", 2, WEDNESDAY)));
    CaseEvent wrong =
        Events.of(ODENSE, OTHER_CPR).group("6.1", LONG_AGO).entity("talk", 1).held(7, THURSDAY);
    CaseEvent corrected =
        Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).entity("talk", 2).held(7, THURSDAY);
    core.intake.register(List.of(wrong));
    accept(corrected);
    assertThat(outcomeOf(wrong)).isEqualTo("WITHDRAWN");
    assertThat(outcomeOf(corrected)).isEqualTo("INVITED dagpenge");
  }

  @Test
  void a_correction_that_names_a_number_in_between_leaves_the_last_one_standing() {
    accept(changed("citizen", 1, WEDNESDAY));
    CaseEvent again = changed("again", 1, THURSDAY);
    accept(
        new CaseEvent(
            again.eventId(),
            again.source(),
            again.municipality(),
            again.entityId(),
            again.version(),
            false,
            again.occurredAt(),
            person("6704809992"),
            null,
            again.course(),
            again.happening(),
            person(NEW_CPR)));
    core.intake.register(
        List.of(
            Events.of(ODENSE, OTHER_CPR)
                .group("6.1", LONG_AGO)
                .entity("talk", 1)
                .held(7, THURSDAY)));
    accept(Events.of(ODENSE, NEW_CPR).group("6.1", LONG_AGO).entity("talk", 2).held(7, THURSDAY));
    assertThat(core.vault.recipientOf(idOf(CPR), ODENSE)).isEqualTo(person("6704809992"));
  }

  private static CaseEvent takenBack(CaseEvent event) {
    return new CaseEvent(
        event.eventId(),
        event.source(),
        event.municipality(),
        event.entityId(),
        event.version(),
        true,
        event.occurredAt(),
        event.recipient(),
        null,
        event.course(),
        event.happening(),
        event.formerly());
  }

  private static CaseEvent changed(String entity, int version, LocalDate on) {
    return changed(Events.of(ODENSE, NEW_CPR).entity(entity, version), CPR, on);
  }

  static CaseEvent changed(MunicipalityCode municipality, String former, String cpr, LocalDate on) {
    String entity = cpr.equals(NEW_CPR) && former.equals(CPR) ? "citizen" : "was-" + former;
    return changed(Events.of(municipality, cpr).entity(entity, 1), former, on);
  }

  private static CaseEvent changed(Events told, String former, LocalDate on) {
    CaseEvent event = told.event(new Happening.CitizenProtected(on));
    return new CaseEvent(
        event.eventId(),
        event.source(),
        event.municipality(),
        event.entityId(),
        event.version(),
        false,
        event.occurredAt(),
        event.recipient(),
        null,
        event.course(),
        new Happening.CprChanged(on),
        person(former));
  }

  private CitizenId idOf(String cpr) {
    return core.vault.idOf(person(cpr));
  }

  private static Recipient person(String cpr) {
    return new Recipient.Person(new CprNumber(cpr));
  }
}
