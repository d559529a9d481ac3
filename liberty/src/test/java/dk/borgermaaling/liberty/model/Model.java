package dk.borgermaaling.liberty.model;

import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What must come out, worked out by the words of docs/selection.md and docs/case-event-fields.md.
 * Thinks of one person at a time, from everything that was stored, and keeps nothing but that.
 */
final class Model {
  private final List<Stored> stored = new ArrayList<>();
  private final Map<UUID, String> outcomes = new HashMap<>();
  private final List<Invited> invitations = new ArrayList<>();
  private final Set<String> optOuts = new HashSet<>();
  private final Rules rules;
  private final Invited.Plan plan;
  private long arrivals;

  Model(Map<String, Rules.Town> towns, Invited.Plan plan) {
    this.plan = plan;
    this.rules = new Rules(towns, optOuts, invitations);
  }

  /** What is answered to a batch that comes at once: STORED, DUPLICATE or REJECTED for each. */
  List<String> tell(List<Told> batch, Instant now) {
    List<String> answers = new ArrayList<>();
    List<Told> fresh = new ArrayList<>();
    for (Told told : batch) {
      answers.add(answer(told, now, fresh));
    }
    fresh.sort(
        Comparator.comparing(Told::town)
            .thenComparing(Told::source)
            .thenComparing(Told::entity)
            .thenComparing(Told::version));
    fresh.forEach(told -> stored.add(new Stored(told, now, arrivals++)));
    return answers;
  }

  private String answer(Told told, Instant now, List<Told> fresh) {
    if (!Rules.isKnown(told.group()) || told.at().isAfter(now.plusSeconds(300))) {
      return "REJECTED";
    }
    List<Told> all = new ArrayList<>(fresh);
    stored.forEach(one -> all.add(one.told()));
    for (Told known : all) {
      boolean sameId = known.town().equals(told.town()) && known.id().equals(told.id());
      boolean sameVersion =
          known.entityKey().equals(told.entityKey()) && known.version() == told.version();
      if (sameId || sameVersion) {
        return saysTheSame(known, told) ? "DUPLICATE" : "REJECTED";
      }
    }
    fresh.add(told);
    return "STORED";
  }

  private static boolean saysTheSame(Told one, Told other) {
    return new Told(
            other.id(),
            one.source(),
            one.town(),
            one.entity(),
            one.version(),
            one.withdrawn(),
            one.at(),
            one.citizen(),
            one.formerly(),
            one.group(),
            one.since(),
            one.courseStart(),
            one.actor(),
            one.kind(),
            one.type())
        .equals(other);
  }

  void optOut(String town, String citizen) {
    optOuts.add(town + "/" + citizen);
  }

  /** Takes back what is open of the person when the town opts it out. */
  void takeBackFor(String town, String citizen, Instant now) {
    Set<String> person = personOf(citizen, town);
    takeBack(
        now,
        invited ->
            person.contains(invited.because().citizen()) && invited.because().town().equals(town));
  }

  void revoke(String town, String citizen) {
    personOf(citizen, town).forEach(number -> optOuts.remove(town + "/" + number));
  }

  /** Whatever was planned until now has left. */
  void send(Instant now) {
    invitations.forEach(invited -> invited.send(now));
  }

  /** Decides everything that waits. */
  void process() {
    Set<String> waiting = new HashSet<>();
    stored.stream()
        .filter(one -> !one.isDecided())
        .forEach(one -> waiting.add(one.told().citizen()));
    Set<String> done = new HashSet<>();
    for (String citizen : waiting) {
      if (!done.contains(citizen)) {
        Set<String> together = joined(citizen, any -> true);
        done.addAll(together);
        decideAllOf(together);
      }
    }
  }

  private void decideAllOf(Set<String> together) {
    List<Stored> all = eventsOf(together);
    List<Stored> before = all.stream().filter(Stored::isDecided).toList();
    for (Stored one : all.stream().filter(event -> !event.isDecided()).toList()) {
      Set<String> person = personOf(one.told().citizen(), one.told().town());
      List<Stored> ofPerson = eventsOf(person);
      List<Stored> known =
          ofPerson.stream()
              .filter(other -> before.contains(other) || Stored.order(other, one) <= 0)
              .toList();
      outcomes.put(one.told().id(), decide(one, person, ofPerson, known));
    }
    all.forEach(Stored::nowDecided);
  }

  private String decide(Stored one, Set<String> person, List<Stored> all, List<Stored> known) {
    Told event = one.told();
    boolean superseded = versionsOf(event).stream().anyMatch(v -> v.version() > event.version());
    Known town = Known.of(event.town(), known);
    String stop = rules.firstStop(one, town, person, superseded, invited -> true, false);
    if (!superseded) {
      takeBackWhatItEnds(event, person);
      if (corrects(event)) {
        List<Stored> until = all.stream().filter(other -> Stored.order(other, one) <= 0).toList();
        boolean confirms =
            rules
                .firstStop(
                    one, Known.of(event.town(), until), person, false, i -> !i.isFrom(event), true)
                .isEmpty();
        takeBack(
            event.at(),
            i -> i.isFrom(event) && !(confirms && person.contains(i.because().citizen())));
      }
    }
    if (!stop.isEmpty()) {
      return stop;
    }
    String group = Rules.surveyGroup(event, town);
    invitations.add(new Invited(event, one.cameAt(), String.valueOf(group), plan));
    return "INVITED " + group;
  }

  private void takeBackWhatItEnds(Told event, Set<String> person) {
    if (event.withdrawn() || event.kind() == Kind.CANCELLED) {
      takeBack(event.at(), invited -> invited.isFrom(event));
    } else if (event.kind() == Kind.DIED) {
      takeBack(
          event.at(),
          invited ->
              personOf(invited.because().citizen(), invited.because().town())
                  .contains(event.citizen()));
    } else if (event.kind() == Kind.MOVED
        || event.kind() == Kind.EXEMPTED
        || (event.kind() == Kind.PROTECTED && !rules.asksProtected(event.town()))) {
      takeBack(
          event.at(),
          invited ->
              person.contains(invited.because().citizen())
                  && invited.because().town().equals(event.town()));
    }
  }

  private boolean corrects(Told event) {
    Told before =
        versionsOf(event).stream()
            .filter(version -> version.version() < event.version())
            .max(Comparator.comparingInt(Told::version))
            .orElse(null);
    return before != null
        && (event.kind() == Kind.HELD
            || (event.kind() == Kind.COURSE_ENDED && before.kind() == Kind.COURSE_ENDED));
  }

  private void takeBack(Instant at, Predicate<Invited> which) {
    invitations.stream()
        .filter(invited -> invited.isOpenAt(at))
        .filter(which)
        .forEach(Invited::takeBack);
  }

  private List<Told> versionsOf(Told event) {
    return stored.stream()
        .map(Stored::told)
        .filter(told -> told.entityKey().equals(event.entityKey()))
        .toList();
  }

  private List<Stored> eventsOf(Set<String> person) {
    return stored.stream()
        .filter(one -> person.contains(one.told().citizen()))
        .sorted(Stored::order)
        .toList();
  }

  /** All numbers that are the same person to the town, by what it has told itself. */
  private Set<String> personOf(String citizen, String town) {
    return joined(
        citizen,
        told ->
            told.town().equals(town)
                && !told.withdrawn()
                && versionsOf(told).stream().noneMatch(v -> v.version() > told.version()));
  }

  private Set<String> joined(String citizen, Predicate<Told> joins) {
    Set<String> person = new HashSet<>(Set.of(citizen));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Stored one : stored) {
        Told told = one.told();
        String before = told.formerly();
        if (told.kind() == Kind.NEW_NUMBER
            && before != null
            && (person.contains(told.citizen()) || person.contains(before))
            && joins.test(told)) {
          grew |= person.addAll(List.of(told.citizen(), before));
        }
      }
    }
    return person;
  }

  /** Outcome by event. */
  Map<String, String> outcomes() {
    Map<String, String> all = new TreeMap<>();
    outcomes.forEach((id, outcome) -> all.put(id.toString(), outcome));
    return all;
  }

  List<String> invitations() {
    return invitations.stream().map(Invited::toString).sorted().toList();
  }
}
