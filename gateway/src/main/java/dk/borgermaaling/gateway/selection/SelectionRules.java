package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules, one for each {@link StopReason} and in its order. None of them asks whether the
 * citizen answered anything.
 */
public final class SelectionRules {
  /** Counted from when it happened to when it came. */
  static final Duration LATEST = Duration.ofDays(30);

  /**
   * Danish civil days from the first day in the group; on the 28th day after it the citizen is
   * asked.
   */
  static final long DAYS_IN_GROUP = 28;

  /** From the planned first message to the next happening that may lead to another. */
  static final Duration QUARANTINE = Duration.ofDays(180);

  private static final int ADULT_YEARS = 18;

  private static final Map<StopReason, Predicate<SelectionCase>> RULES = rules();

  private SelectionRules() {}

  public static Decision decide(SelectionCase facts) {
    for (Map.Entry<StopReason, Predicate<SelectionCase>> rule : RULES.entrySet()) {
      if (rule.getValue().test(facts)) {
        return new Decision(rule.getKey(), facts.surveyGroup(), explanation(facts));
      }
    }
    return new Decision(null, facts.surveyGroup(), explanation(facts));
  }

  /**
   * Whether an invitation that an earlier version led to is still right: nothing speaks against it
   * but that it exists, or that the correction came late.
   */
  static boolean confirms(SelectionCase correction) {
    SelectionCase facts = correction.withoutItsInvitation();
    return RULES.entrySet().stream()
        .filter(rule -> rule.getKey() != StopReason.TOO_LATE)
        .noneMatch(rule -> rule.getValue().test(facts));
  }

  private static Map<StopReason, Predicate<SelectionCase>> rules() {
    Map<StopReason, Predicate<SelectionCase>> rules = new EnumMap<>(StopReason.class);
    rules.put(StopReason.NOT_A_TRIGGER, SelectionRules::isNoTrigger);
    rules.put(StopReason.WITHDRAWN, facts -> facts.event().withdrawn() || facts.superseded());
    rules.put(StopReason.TOO_LATE, SelectionRules::isTooLate);
    rules.put(StopReason.NO_AGREEMENT, facts -> !facts.agreed());
    rules.put(StopReason.RECIPIENT_IS_COMPANY, facts -> facts.citizen().company());
    rules.put(StopReason.CITIZEN_DEAD, facts -> facts.course().diedOn() != null);
    rules.put(StopReason.CITIZEN_MOVED, facts -> facts.course().movedOn() != null);
    rules.put(StopReason.CITIZEN_EXEMPT, facts -> facts.course().exemptedOn() != null);
    rules.put(StopReason.CITIZEN_OPTED_OUT, SelectionCase::optedOut);
    rules.put(
        StopReason.REPLACEMENT_CPR,
        facts -> facts.citizen().replacementNumber() && !facts.replacementNumbersAllowed());
    rules.put(StopReason.UNDER_18, SelectionRules::isUnder18);
    rules.put(StopReason.GROUP_UNKNOWN, facts -> !facts.groupKnown());
    rules.put(StopReason.GROUP_NOT_SURVEYED, facts -> facts.surveyGroup() == null);
    rules.put(StopReason.NOT_HELD_BY_MUNICIPALITY, SelectionRules::isHeldByOthers);
    rules.put(StopReason.TOO_SHORT_IN_GROUP, SelectionRules::isTooShortInGroup);
    rules.put(StopReason.OPEN_INVITATION, SelectionRules::hasOpenInvitation);
    rules.put(StopReason.QUARANTINE, SelectionRules::isInQuarantine);
    return rules;
  }

  private static boolean isNoTrigger(SelectionCase facts) {
    return !facts.triggersSome() || (facts.surveyGroup() != null && !facts.triggersGroup());
  }

  private static boolean isTooLate(SelectionCase facts) {
    StoredCaseEvent event = facts.event();
    return event.occurredAt().isBefore(event.receivedAt().minus(LATEST));
  }

  private static boolean isUnder18(SelectionCase facts) {
    LocalDate born = facts.citizen().birthDate();
    return born != null && born.plusYears(ADULT_YEARS).isAfter(facts.event().happening().date());
  }

  private static boolean isHeldByOthers(SelectionCase facts) {
    ResponsibleActor actor = responsibleActor(facts);
    return actor != null && actor != ResponsibleActor.MUNICIPALITY;
  }

  /** The one that the event tells, else the one that the course was last told to have. */
  private static @Nullable ResponsibleActor responsibleActor(SelectionCase facts) {
    ResponsibleActor told = facts.event().course().responsibleActor();
    return told == null ? facts.course().course().responsibleActor() : told;
  }

  private static boolean isTooShortInGroup(SelectionCase facts) {
    LocalDate start = facts.groupStart();
    return start != null
        && ChronoUnit.DAYS.between(start, facts.event().happening().date()) < DAYS_IN_GROUP;
  }

  private static boolean hasOpenInvitation(SelectionCase facts) {
    Instant happened = facts.event().occurredAt();
    return facts.invitations().stream().anyMatch(past -> past.closesAt().isAfter(happened));
  }

  private static boolean isInQuarantine(SelectionCase facts) {
    Instant free = facts.event().occurredAt().minus(QUARANTINE);
    return facts.invitations().stream()
        .filter(
            past ->
                facts.quarantineAcross()
                    || past.municipality().equals(facts.event().municipality()))
        .anyMatch(past -> past.plannedFirst().isAfter(free));
  }

  private static Map<String, String> explanation(SelectionCase facts) {
    Map<String, String> told = new TreeMap<>();
    told.put("happening", facts.event().happening().getClass().getSimpleName());
    told.put("date", facts.event().happening().date().toString());
    told.put("version", Integer.toString(facts.event().version()));
    told.put("superseded", Boolean.toString(facts.superseded()));
    tell(told, "groupStart", facts.groupStart());
    tell(
        told, "targetGroup", facts.course().group() == null ? null : facts.course().group().code());
    tell(told, "responsibleActor", responsibleActor(facts));
    told.put("quarantineAcross", Boolean.toString(facts.quarantineAcross()));
    told.put("earlierInvitations", Integer.toString(facts.invitations().size()));
    return told;
  }

  private static void tell(Map<String, String> told, String name, @Nullable Object fact) {
    if (fact != null) {
      told.put(name, fact.toString());
    }
  }
}
