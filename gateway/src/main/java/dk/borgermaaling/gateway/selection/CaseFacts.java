package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Scope;
import dk.borgermaaling.gateway.survey.ConversationTriggers;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
    CitizenVault vault,
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
   * @param towns where something of them is to be decided
   */
  KnownFacts about(People people, Collection<CitizenId> citizens, Set<MunicipalityCode> towns) {
    Set<Scope> scopes = new HashSet<>();
    for (CitizenId citizen : citizens) {
      scopes.add(new Scope(citizen, null));
      towns.forEach(town -> scopes.add(new Scope(citizen, town)));
    }
    Map<CitizenId, CitizenTraits> traits = vault.traitsOf(citizens);
    List<PastInvitation> past = new ArrayList<>(invitations.of(citizens));
    Map<Scope, Set<LocalDate>> weeks = register.weeksOf(scopes);
    return new KnownFacts(this, people, traits, optOuts.of(citizens), past, weeks);
  }
}
