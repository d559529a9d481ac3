package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Invitations, quarantine and opt-outs as they would have been: kept in memory for as long as some
 * people are decided again, and never written.
 */
final class Hypothetical implements InvitationBook, QuarantineRegister, OptOutRegister {
  private final InvitationBook real;
  private final Quarantine quarantine;
  private final List<PastInvitation> invitations = new ArrayList<>();
  private final Map<Scope, Set<LocalDate>> weeks = new HashMap<>();
  private Map<CitizenId, Set<MunicipalityCode>> optOuts = Map.of();
  private Instant now = Instant.MIN;

  /**
   * @param real plans, and nothing else
   */
  Hypothetical(
      InvitationBook real,
      Municipalities municipalities,
      TermsTable terms,
      Collection<PastInvitation> invitations,
      Map<Scope, Set<LocalDate>> weeks) {
    this.real = real;
    this.quarantine = new Quarantine(this, municipalities, terms);
    this.invitations.addAll(invitations);
    weeks.forEach((scope, entered) -> this.weeks.put(scope, new TreeSet<>(entered)));
  }

  /**
   * What comes next is decided now.
   *
   * @param at business time
   * @param municipality that had told, or not, that the citizen is not to be asked
   */
  void turnTo(Instant at, CitizenId citizen, MunicipalityCode municipality, boolean optedOut) {
    now = at;
    optOuts = optedOut ? Map.of(citizen, Set.of(municipality)) : Map.of();
  }

  Quarantine quarantine() {
    return quarantine;
  }

  @Override
  public List<PastInvitation> of(Collection<CitizenId> citizens) {
    Set<CitizenId> wanted = new HashSet<>(citizens);
    return invitations.stream().filter(one -> wanted.contains(one.citizen())).toList();
  }

  @Override
  public PastInvitation planned(Occasion occasion, @Nullable String surveyGroup) {
    return real.planned(occasion, surveyGroup);
  }

  @Override
  public void invite(List<Made> made) {
    List<PastInvitation> added = made.stream().map(Made::invitation).toList();
    invitations.addAll(added);
    quarantine.enter(added);
  }

  /** The first message would have left at its planned time. */
  @Override
  public List<PastInvitation> takeBack(Collection<PastInvitation> concerned, TakenBack why) {
    List<PastInvitation> withdrawn =
        concerned.stream().filter(one -> one.plannedFirst().isAfter(now)).toList();
    invitations.removeAll(withdrawn);
    quarantine.remove(withdrawn);
    return withdrawn;
  }

  @Override
  public Map<CitizenId, Set<MunicipalityCode>> optOutsOf(Collection<CitizenId> citizens) {
    return optOuts;
  }

  @Override
  public void leftOut(Collection<LeftOut> citizens) {
    // What would have been is counted nowhere.
  }

  @Override
  public Map<Scope, Set<LocalDate>> weeksOf(Collection<Scope> scopes) {
    Map<Scope, Set<LocalDate>> found = new HashMap<>();
    scopes.forEach(
        scope -> {
          Set<LocalDate> entered = weeks.get(scope);
          if (entered != null) {
            found.put(scope, entered);
          }
        });
    return found;
  }

  @Override
  public void enter(Collection<Entry> entries) {
    entries.forEach(
        entry -> weeks.computeIfAbsent(entry.scope(), any -> new TreeSet<>()).add(entry.week()));
  }

  @Override
  public void remove(Collection<Entry> entries) {
    entries.forEach(
        entry -> weeks.getOrDefault(entry.scope(), new TreeSet<>()).remove(entry.week()));
  }

  @Override
  public int deleteUntil(LocalDate day) {
    return 0;
  }
}
