package dk.borgermaaling.liberty.model;

import dk.borgermaaling.liberty.model.Told.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules by the words of docs/selection.md.
 *
 * @param optOuts town and number
 */
record Rules(Map<String, Town> towns, Set<String> optOuts, List<Invited> invitations) {
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

  /** Whether a table has the code; no code at all is nothing unknown. */
  static boolean isKnown(@Nullable String code) {
    return code == null || GROUPS.containsKey(code) || NOT_ASKED.contains(code);
  }

  /** How a town asks. */
  record Town(
      int minimumWeeks,
      int quarantineWeeks,
      boolean asksProtected,
      boolean needsTalk,
      boolean across) {}

  /** The first rule that stops, or nothing. */
  String firstStop(
      Stored one,
      Known known,
      Set<String> person,
      boolean superseded,
      Predicate<Invited> counting,
      boolean again) {
    Told event = one.told();
    Town town = towns.getOrDefault(event.town(), new Town(4, 26, true, true, false));
    LocalDate day = event.day();
    String code = code(event, known);
    String group = surveyGroup(event, known);
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("NOT_A_TRIGGER", !triggers(event, group));
    rules.put("WITHDRAWN", event.withdrawn() || superseded);
    rules.put("TOO_LATE", !again && event.at().isBefore(one.cameAt().minus(Duration.ofDays(30))));
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
            .filter(invited -> person.contains(invited.because().citizen()))
            .filter(invited -> countsIn(invited, event.town()))
            .filter(counting)
            .toList();
    rules.put("OPEN_INVITATION", past.stream().anyMatch(invited -> invited.isOpenAt(event.at())));
    rules.put(
        "QUARANTINE",
        past.stream().anyMatch(i -> day.isBefore(i.week().plusWeeks(town.quarantineWeeks()))));
    return rules.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  boolean asksProtected(String town) {
    Town asked = towns.get(town);
    return asked == null || asked.asksProtected();
  }

  private boolean countsIn(Invited invited, String town) {
    Town other = towns.get(invited.because().town());
    Town here = towns.get(town);
    return invited.because().town().equals(town)
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

  static @Nullable String surveyGroup(Told event, Known known) {
    String code = code(event, known);
    return code == null ? null : GROUPS.get(code);
  }
}
