package dk.borgermaaling.liberty.reference;

import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import dk.borgermaaling.simulators.world.Town;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The stop rules in their order, as docs/selection.md has them. */
final class Rules {
  private static final Duration LATEST = Duration.ofDays(30);
  private static final int QUARANTINE_WEEKS = 26;
  private static final int DAYS_IN_GROUP = 28;
  private static final Map<String, Set<Integer>> TRIGGERS =
      Map.of(
          "dagpenge", Set.of(7, 19),
          "sygedagpenge", Set.of(4),
          "jobparate", Set.of(7),
          "aktivitetsparate", Set.of(7),
          "jobafklaring", Set.of(4, 7));

  private final Set<String> leftOut;
  private final Set<Misreading> misread;
  private final Set<UUID> superseded;

  /** How a rule could be misread; the story must tell each from the rule as it is. */
  enum Misreading {
    /** The day it came decides whether there was an agreement, not the day it happened. */
    AGREEMENT_OF_THE_DAY_IT_CAME,
    /** Only the municipality's own open invitations count, whatever is agreed. */
    OPEN_AT_HOME_ALONE,
    /** All open invitations count, whatever is agreed. */
    OPEN_EVERYWHERE,
    /** Only the municipality's own invitations count in quarantine, whatever is agreed. */
    QUARANTINE_NEVER_ACROSS,
    /** All invitations count in quarantine, whatever is agreed. */
    QUARANTINE_ALWAYS_ACROSS,
    /** The agreement of the municipality that invited decides alone. */
    QUARANTINE_AS_THE_FIRST_AGREED
  }

  Rules(Set<String> leftOut, Set<Misreading> misread, Set<UUID> superseded) {
    this.leftOut = leftOut;
    this.misread = misread;
    this.superseded = superseded;
  }

  Optional<String> firstStop(StoryEvent event, Life life) {
    Life.InTown here = life.in(event.town());
    Map<String, Predicate<StoryEvent>> rules = new LinkedHashMap<>();
    rules.put("NOT_A_TRIGGER", e -> !triggers(e, here));
    rules.put("WITHDRAWN", e -> e.withdrawn() || superseded.contains(e.eventId()));
    rules.put("TOO_LATE", e -> Duration.between(e.occurredAt(), e.toldAt()).compareTo(LATEST) > 0);
    rules.put("NO_AGREEMENT", e -> !Agreements.runs(e.town(), dayOfAgreement(e)));
    rules.put("RECIPIENT_IS_COMPANY", e -> e.citizen().isEmpty());
    rules.put("CITIZEN_DEAD", e -> life.dead());
    rules.put("CITIZEN_MOVED", e -> here.moved());
    rules.put("CITIZEN_EXEMPT", e -> here.exempt());
    rules.put("UNDER_18", e -> e.citizen().filter(c -> c.isMinorOn(e.date())).isPresent());
    rules.put("GROUP_UNKNOWN", e -> here.group().isEmpty());
    rules.put("GROUP_NOT_SURVEYED", e -> here.surveyGroup().isEmpty());
    rules.put("NOT_HELD_BY_MUNICIPALITY", e -> here.isHeldByOthers());
    rules.put("NO_CONVERSATION", e -> !here.hasHadConversation());
    rules.put("TOO_SHORT_IN_GROUP", e -> daysInGroup(e, here) < DAYS_IN_GROUP);
    rules.put(
        "OPEN_INVITATION",
        e ->
            life.counting()
                .filter(i -> i.town() == e.town() || openAcross(i.town(), e.town()))
                .anyMatch(i -> i.isOpenAt(e.occurredAt())));
    rules.put(
        "QUARANTINE",
        e ->
            life.counting()
                .filter(i -> i.town() == e.town() || across(i.town(), e.town()))
                .anyMatch(i -> e.date().isBefore(weekOf(i).plusWeeks(QUARANTINE_WEEKS))));
    return rules.entrySet().stream()
        .filter(rule -> !leftOut.contains(rule.getKey()))
        .filter(rule -> rule.getValue().test(event))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean misread(Misreading how) {
    return misread.contains(how);
  }

  private LocalDate dayOfAgreement(StoryEvent event) {
    return misread(Misreading.AGREEMENT_OF_THE_DAY_IT_CAME)
        ? LocalDate.ofInstant(event.toldAt(), Reference.DENMARK)
        : event.date();
  }

  private boolean openAcross(Town invited, Town asks) {
    return !misread(Misreading.OPEN_AT_HOME_ALONE)
        && (misread(Misreading.OPEN_EVERYWHERE)
            || (Agreements.across(invited) && Agreements.across(asks)));
  }

  private boolean across(Town invited, Town asks) {
    return !misread(Misreading.QUARANTINE_NEVER_ACROSS)
        && (misread(Misreading.QUARANTINE_ALWAYS_ACROSS)
            || (Agreements.across(invited)
                && (misread(Misreading.QUARANTINE_AS_THE_FIRST_AGREED)
                    || Agreements.across(asks))));
  }

  /** Monday of the week of the first message. */
  private static LocalDate weekOf(Invited invited) {
    return LocalDate.ofInstant(invited.plan().first(), Reference.DENMARK).with(DayOfWeek.MONDAY);
  }

  private static long daysInGroup(StoryEvent event, Life.InTown here) {
    LocalDate since = here.group().map(StoryEvent.Group::since).orElse(event.date());
    return event.date().toEpochDay() - since.toEpochDay();
  }

  private static boolean triggers(StoryEvent event, Life.InTown here) {
    if (event.kind() == Kind.COURSE_ENDED) {
      return true;
    }
    Integer type = event.details().conversationType();
    if (event.kind() != Kind.CONVERSATION_HELD || type == null) {
      return false;
    }
    return here.surveyGroup()
        .map(group -> TRIGGERS.getOrDefault(group, Set.of()).contains(type))
        .orElseGet(() -> TRIGGERS.values().stream().anyMatch(types -> types.contains(type)));
  }
}
