package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Scope;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the facts of a decision come from.
 *
 * @param replacementNumbersAllowed whether replacement numbers are asked, as in tests
 */
public record CaseFacts(
    TraitsSource traits,
    Municipalities municipalities,
    SurveyGroups groups,
    ConversationTriggers triggers,
    TermsTable terms,
    DrawPlans draws,
    OptOutRegister optOuts,
    QuarantineRegister register,
    Quarantine quarantine,
    InvitationBook invitations,
    boolean replacementNumbersAllowed) {

  /**
   * Reads what is stored of these citizens, in a few statements however many they are.
   *
   * @param towns where something of each of them is to be decided
   */
  KnownFacts about(
      People people, Collection<CitizenId> citizens, Map<CitizenId, Set<MunicipalityCode>> towns) {
    Set<Scope> scopes = new HashSet<>();
    for (CitizenId citizen : citizens) {
      scopes.add(new Scope(citizen, null));
      towns.getOrDefault(citizen, Set.of()).forEach(town -> scopes.add(new Scope(citizen, town)));
    }
    List<PastInvitation> past = new ArrayList<>(invitations.of(citizens));
    Map<Scope, Set<LocalDate>> weeks = register.weeksOf(scopes);
    return new KnownFacts(
        this, people, traits.of(citizens), optOuts.optOutsOf(citizens), past, weeks);
  }

  /** As above, where something of all of them is to be decided in one municipality. */
  KnownFacts about(People people, Collection<CitizenId> citizens, MunicipalityCode town) {
    Map<CitizenId, Set<MunicipalityCode>> towns = new HashMap<>();
    citizens.forEach(citizen -> towns.put(citizen, Set.of(town)));
    return about(people, citizens, towns);
  }

  /** The same, by other rules, and without touching anything that is stored. */
  CaseFacts hypothetical(
      RuleTables rules, TraitsSource known, DrawPlans drawing, Hypothetical world) {
    return new CaseFacts(
        known,
        municipalities,
        rules.groups(),
        rules.triggers(),
        rules.terms(),
        drawing,
        world,
        world,
        world.quarantine(),
        world,
        replacementNumbersAllowed);
  }

  /** The tables that are in force. */
  RuleTables rules() {
    return new RuleTables(groups, triggers, terms);
  }

  /** What rules may know of citizens. */
  @FunctionalInterface
  public interface TraitsSource {
    Map<CitizenId, CitizenTraits> of(Collection<CitizenId> citizens);
  }
}
