package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.EventId;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.citizen.CitizenTraits;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.DecisionBook.Stored;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Entry;
import dk.borgermaaling.gateway.selection.QuarantineRegister.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Some people, whose decisions of a time span are made again. */
final class Again {
  private final CaseFacts facts;
  private final List<CitizenId> concerned;
  private final Map<CitizenId, Related> related;
  private final Map<EventId, Stored> stored;
  private final Map<CitizenId, CitizenTraits> traits;
  private final List<StoredCaseEvent> again;

  Again(
      CaseFacts facts,
      List<CitizenId> citizens,
      List<CitizenId> concerned,
      List<StoredCaseEvent> all,
      Map<EventId, Stored> stored,
      Map<CitizenId, CitizenTraits> traits,
      Instant from,
      Instant to) {
    this.facts = facts;
    this.concerned = concerned;
    this.related = Related.of(concerned, all);
    this.stored = stored;
    this.traits = traits;
    Set<CitizenId> wanted = new HashSet<>(citizens);
    this.again =
        all.stream()
            .filter(event -> wanted.contains(event.citizen()))
            .filter(event -> stored.containsKey(idOf(event)))
            .filter(event -> !decidedAt(event).isBefore(from) && decidedAt(event).isBefore(to))
            .sorted(Comparator.comparing(this::decidedAt).thenComparing(StoredCaseEvent.IN_ORDER))
            .toList();
  }

  Map<EventId, Decision> decide(RuleTables rules) {
    Hypothetical world = world(rules);
    CaseFacts hypothetical = facts.hypothetical(rules, any -> traits, draws(rules), world);
    Map<EventId, Decision> decisions = new LinkedHashMap<>();
    again.forEach(event -> decisions.put(idOf(event), decide(event, hypothetical, world)));
    return decisions;
  }

  private Decision decide(StoredCaseEvent event, CaseFacts hypothetical, Hypothetical world) {
    Stored before = Objects.requireNonNull(stored.get(idOf(event)));
    world.turnTo(
        before.decidedAt(),
        event.citizen(),
        event.municipality(),
        "true".equals(before.facts().get(Explanation.OPTED_OUT)));
    Related own = Objects.requireNonNull(related.get(event.citizen()));
    List<StoredCaseEvent> known =
        own.events().stream()
            .filter(other -> !other.receivedAt().isAfter(before.decidedAt()))
            .map(other -> other.asProcessed(isDecidedBefore(other, event)))
            .toList();
    EntityVersions versions = new EntityVersions(known);
    People people = new People(own.citizens(), known, versions);
    Deciding deciding =
        new Deciding(
            hypothetical.about(people, own.citizens(), event.municipality()),
            versions,
            world,
            before.decidedAt());
    deciding.decide(event.asProcessed(false));
    deciding.writeInvitations();
    return deciding.decided().get(0).decision();
  }

  /** What stood before the first of these decisions. */
  private Hypothetical world(RuleTables rules) {
    Set<PastInvitation> own = new HashSet<>();
    List<PastInvitation> past = facts.invitations().of(concerned);
    for (PastInvitation one : past) {
      if (again.stream().anyMatch(one::isMadeFrom)) {
        own.add(one);
      }
    }
    Map<Scope, Set<LocalDate>> weeks = new HashMap<>();
    facts
        .register()
        .weeksOf(scopes())
        .forEach((scope, entered) -> weeks.put(scope, new TreeSet<>(entered)));
    for (PastInvitation one : own) {
      for (Entry entry : facts.quarantine().entriesOf(one)) {
        weeks.getOrDefault(entry.scope(), new TreeSet<>()).remove(entry.week());
      }
    }
    return new Hypothetical(
        facts.invitations(),
        facts.municipalities(),
        rules.terms(),
        past.stream().filter(one -> !own.contains(one)).toList(),
        weeks);
  }

  private Set<Scope> scopes() {
    Set<MunicipalityCode> towns =
        again.stream().map(StoredCaseEvent::municipality).collect(Collectors.toSet());
    Set<Scope> scopes = new HashSet<>();
    for (CitizenId citizen : concerned) {
      scopes.add(new Scope(citizen, null));
      towns.forEach(town -> scopes.add(new Scope(citizen, town)));
    }
    return scopes;
  }

  /** The plans as they are, and where there are none as they would have been. */
  private DrawPlans draws(RuleTables rules) {
    return new DrawPlans() {
      @Override
      public DrawPlan of(MunicipalityCode municipality, String surveyGroup, LocalDate day) {
        return rules
            .terms()
            .samplingOf(municipality, surveyGroup, day)
            .map(sampling -> wouldBe(municipality, surveyGroup, day, sampling))
            .orElse(DrawPlan.EVERYBODY);
      }

      @Override
      public DrawPlan wouldBe(
          MunicipalityCode municipality, String surveyGroup, LocalDate day, Sampling sampling) {
        return facts.draws().wouldBe(municipality, surveyGroup, day, sampling);
      }
    };
  }

  boolean isAsStored(EventId id, Decision decision) {
    Stored before = Objects.requireNonNull(stored.get(id));
    return Replay.outcome(before.reason(), before.surveyGroup()).equals(Replay.outcome(decision));
  }

  private boolean isDecidedBefore(StoredCaseEvent other, StoredCaseEvent event) {
    Stored decision = stored.get(idOf(other));
    if (decision == null) {
      return false;
    }
    int order = decision.decidedAt().compareTo(decidedAt(event));
    return order < 0 || (order == 0 && StoredCaseEvent.IN_ORDER.compare(other, event) < 0);
  }

  private Instant decidedAt(StoredCaseEvent event) {
    return Objects.requireNonNull(stored.get(idOf(event))).decidedAt();
  }

  private static EventId idOf(StoredCaseEvent event) {
    return new EventId(event.municipality(), event.eventId());
  }
}
