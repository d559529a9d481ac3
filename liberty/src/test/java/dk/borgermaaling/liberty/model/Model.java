package dk.borgermaaling.liberty.model;

import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must come out, worked out by the words of docs/selection.md and docs/case-event-fields.md.
 * Thinks of one person at a time, from everything that was stored, and keeps nothing but that.
 */
final class Model {
  private static final Map<String, String> GROUPS =
      Map.of(
          "6.1", "dagpenge",
          "6.2", "jobparate",
          "6.3", "aktivitetsparate",
          "6.6", "sygedagpenge",
          "6.7", "jobafklaring");
  private static final Set<String> NOT_ASKED = Set.of("6.8", "6.9");
  private static final Map<String, Set<Integer>> TRIGGERS =
      Map.of(
          "dagpenge", Set.of(7, 19),
          "jobparate", Set.of(7),
          "aktivitetsparate", Set.of(7),
          "sygedagpenge", Set.of(4),
          "jobafklaring", Set.of(4, 7));
  private static final Set<Integer> SOMEWHERE = Set.of(4, 7, 19);

  private final Map<String, Town> towns;
  private final List<Stored> stored = new ArrayList<>();
  private final Map<UUID, String> outcomes = new HashMap<>();
  private final List<Invited> invitations = new ArrayList<>();
  private final Set<String> optOuts = new HashSet<>();
  private long arrivals;

  /** How a town asks. */
  record Town(
      int minimumWeeks,
      int quarantineWeeks,
      boolean asksProtected,
      boolean needsTalk,
      boolean across) {}

  /** An event that was taken. */
  static final class Stored {
    private final Told told;
    private final Instant cameAt;
    private final long arrival;
    private boolean decided;

    Stored(Told told, Instant cameAt, long arrival) {
      this.told = told;
      this.cameAt = cameAt;
      this.arrival = arrival;
    }

    Told told() {
      return told;
    }
  }

  /** An invitation. */
  static final class Invited {
    final Told because;
    final String group;
    final Instant first;
    final Instant closes;
    String state = "PLANNED";
    boolean stopped;

    Invited(Told because, String group, Instant first) {
      this.because = because;
      this.group = group;
      this.first = first;
      this.closes = first.plus(Duration.ofDays(28));
    }

    boolean counts() {
      return !state.equals("WITHDRAWN");
    }

    LocalDate week() {
      return LocalDate.ofInstant(first, Told.DENMARK).with(DayOfWeek.MONDAY);
    }

    @Override
    public String toString() {
      return String.join(
          " ",
          because.id().toString(),
          group,
          first.toString(),
          closes.toString(),
          state,
          "" + stopped);
    }
  }

  Model(Map<String, Town> towns) {
    this.towns = towns;
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
    boolean codeKnown =
        told.group() == null
            || GROUPS.containsKey(told.group())
            || NOT_ASKED.contains(told.group());
    if (!codeKnown || told.at().isAfter(now.plusSeconds(300))) {
      return "REJECTED";
    }
    List<Told> all = new ArrayList<>(fresh);
    stored.forEach(one -> all.add(one.told));
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
    Set<String> person = personOf(citizen);
    takeBack(
        now,
        invited ->
            person.contains(invited.because.citizen()) && invited.because.town().equals(town));
  }

  void revoke(String town, String citizen) {
    personOf(citizen).forEach(number -> optOuts.remove(town + "/" + number));
  }

  /** Whatever was planned until now has left. */
  void send(Instant now) {
    for (Invited invited : invitations) {
      if (invited.state.equals("PLANNED") && !invited.stopped && !invited.first.isAfter(now)) {
        invited.state = "OPEN";
      }
    }
  }

  /** Decides everything that waits. */
  void process() {
    Set<String> waiting = new HashSet<>();
    stored.stream().filter(one -> !one.decided).forEach(one -> waiting.add(one.told.citizen()));
    Set<String> done = new HashSet<>();
    for (String citizen : waiting) {
      if (!done.contains(citizen)) {
        Set<String> person = personOf(citizen);
        done.addAll(person);
        decideAllOf(person);
      }
    }
  }

  private void decideAllOf(Set<String> person) {
    List<Stored> all = ofPerson(person);
    List<Stored> before = all.stream().filter(one -> one.decided).toList();
    for (Stored one : all.stream().filter(event -> !event.decided).toList()) {
      List<Stored> known =
          all.stream().filter(other -> before.contains(other) || order(other, one) <= 0).toList();
      outcomes.put(one.told.id(), decide(one, person, all, known));
    }
    all.forEach(one -> one.decided = true);
  }

  private String decide(Stored one, Set<String> person, List<Stored> all, List<Stored> known) {
    Told event = one.told;
    boolean superseded = versionsOf(event).stream().anyMatch(v -> v.version() > event.version());
    Known town = Known.of(event.town(), known);
    String stop = stop(one, town, person, superseded, invited -> true, false);
    if (!superseded) {
      takeBackWhatItEnds(event, person);
      if (corrects(event)) {
        List<Stored> until = all.stream().filter(other -> order(other, one) <= 0).toList();
        boolean confirms =
            stop(one, Known.of(event.town(), until), person, false, i -> !isFrom(i, event), true)
                .isEmpty();
        takeBack(
            event.at(),
            i -> isFrom(i, event) && !(confirms && person.contains(i.because.citizen())));
      }
    }
    if (!stop.isEmpty()) {
      return stop;
    }
    String group = surveyGroup(event, town);
    Instant wish = event.at().plus(Duration.ofDays(2));
    Instant first = office(wish.isBefore(one.cameAt) ? one.cameAt : wish);
    invitations.add(new Invited(event, String.valueOf(group), first));
    return "INVITED " + group;
  }

  private void takeBackWhatItEnds(Told event, Set<String> person) {
    if (event.withdrawn() || event.kind() == Kind.CANCELLED) {
      takeBack(event.at(), invited -> isFrom(invited, event));
    } else if (event.kind() == Kind.DIED) {
      takeBack(event.at(), invited -> person.contains(invited.because.citizen()));
    } else if (event.kind() == Kind.MOVED || event.kind() == Kind.EXEMPTED) {
      takeBack(
          event.at(),
          invited ->
              person.contains(invited.because.citizen())
                  && invited.because.town().equals(event.town()));
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

  /** The first rule that stops, or nothing. */
  private String stop(
      Stored one,
      Known known,
      Set<String> person,
      boolean superseded,
      Predicate<Invited> counting,
      boolean again) {
    Told event = one.told;
    Town town = towns.getOrDefault(event.town(), new Town(4, 26, true, true, false));
    LocalDate day = event.day();
    String code = code(event, known);
    String group = surveyGroup(event, known);
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("NOT_A_TRIGGER", !triggers(event, group));
    rules.put("WITHDRAWN", event.withdrawn() || superseded);
    rules.put("TOO_LATE", !again && event.at().isBefore(one.cameAt.minus(Duration.ofDays(30))));
    rules.put("CITIZEN_DEAD", known.dead);
    rules.put("CITIZEN_MOVED", known.moved);
    rules.put("CITIZEN_EXEMPT", known.exempt);
    rules.put("CITIZEN_PROTECTED", known.isProtected && !town.asksProtected());
    rules.put(
        "CITIZEN_OPTED_OUT",
        person.stream().anyMatch(number -> optOuts.contains(event.town() + "/" + number)));
    rules.put("GROUP_UNKNOWN", code == null);
    rules.put("GROUP_NOT_SURVEYED", group == null);
    String actor = event.actor() == null ? known.actor : event.actor();
    rules.put("NOT_HELD_BY_MUNICIPALITY", "AKASSE".equals(actor));
    rules.put("NO_CONVERSATION", town.needsTalk() && known.talked == null);
    LocalDate since = event.group() == null ? known.since : event.since();
    rules.put(
        "TOO_SHORT_IN_GROUP",
        since != null && ChronoUnit.DAYS.between(since, day) < 7L * town.minimumWeeks());
    List<Invited> past =
        invitations.stream()
            .filter(Invited::counts)
            .filter(invited -> person.contains(invited.because.citizen()))
            .filter(counting)
            .toList();
    rules.put(
        "OPEN_INVITATION", past.stream().anyMatch(invited -> invited.closes.isAfter(event.at())));
    rules.put(
        "QUARANTINE",
        past.stream()
            .filter(invited -> countsIn(invited, event.town()))
            .anyMatch(i -> day.isBefore(i.week().plusWeeks(town.quarantineWeeks()))));
    return rules.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private boolean countsIn(Invited invited, String town) {
    Town other = towns.get(invited.because.town());
    Town here = towns.get(town);
    return invited.because.town().equals(town)
        || (other != null && here != null && other.across() && here.across());
  }

  private static boolean triggers(Told event, @Nullable String group) {
    if (event.kind() == Kind.COURSE_ENDED) {
      return true;
    }
    return event.kind() == Kind.HELD
        && (group == null
            ? SOMEWHERE.contains(event.type())
            : TRIGGERS.getOrDefault(group, Set.of()).contains(event.type()));
  }

  private static @Nullable String code(Told event, Known known) {
    if (event.group() != null) {
      return event.group();
    }
    boolean over =
        known.groupEnded != null
            && known.groupEnded.isBefore(event.day())
            && event.kind() != Kind.COURSE_ENDED;
    return over ? null : known.group;
  }

  private static @Nullable String surveyGroup(Told event, Known known) {
    String code = code(event, known);
    return code == null ? null : GROUPS.get(code);
  }

  private void takeBack(Instant at, Predicate<Invited> which) {
    for (Invited invited : invitations) {
      if (invited.counts()
          && !invited.stopped
          && invited.closes.isAfter(at)
          && which.test(invited)) {
        invited.stopped = true;
        invited.state = invited.state.equals("PLANNED") ? "WITHDRAWN" : invited.state;
      }
    }
  }

  private static boolean isFrom(Invited invited, Told event) {
    return invited.because.entityKey().equals(event.entityKey());
  }

  private List<Told> versionsOf(Told event) {
    return stored.stream()
        .map(one -> one.told)
        .filter(told -> told.entityKey().equals(event.entityKey()))
        .toList();
  }

  private List<Stored> ofPerson(Set<String> person) {
    return stored.stream()
        .filter(one -> person.contains(one.told.citizen()))
        .sorted(Model::order)
        .toList();
  }

  private static int order(Stored left, Stored right) {
    int byTime = left.told.at().compareTo(right.told.at());
    return byTime == 0 ? Long.compare(left.arrival, right.arrival) : byTime;
  }

  /** All numbers that are the same person now. */
  private Set<String> personOf(String citizen) {
    Set<String> person = new HashSet<>(Set.of(citizen));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Stored one : stored) {
        Told told = one.told;
        boolean holds =
            told.kind() == Kind.NEW_NUMBER
                && !told.withdrawn()
                && versionsOf(told).stream().noneMatch(v -> v.version() > told.version());
        String before = told.formerly();
        if (holds
            && before != null
            && (person.contains(told.citizen()) || person.contains(before))) {
          grew |= person.addAll(List.of(told.citizen(), before));
        }
      }
    }
    return person;
  }

  /** Office hours; the months of the model have no holidays. */
  private static Instant office(Instant wish) {
    ZonedDateTime time = wish.atZone(Told.DENMARK);
    LocalTime opens = LocalTime.of(9, 0);
    if (isWeekend(time) || !time.toLocalTime().isBefore(LocalTime.of(15, 0))) {
      do {
        time = time.plusDays(1).with(opens);
      } while (isWeekend(time));
    } else if (time.toLocalTime().isBefore(opens)) {
      time = time.with(opens);
    }
    return time.toInstant();
  }

  private static boolean isWeekend(ZonedDateTime time) {
    return time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
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

  List<Told> toldSoFar() {
    return stored.stream().map(one -> one.told).toList();
  }
}
