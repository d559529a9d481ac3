package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rules, one for each {@link StopReason} and in its order. None of them asks whether the
 * citizen answered anything.
 */
public final class SelectionRules {
  /** Counted from when it happened to when it came. */
  static final Duration LATEST = Duration.ofDays(30);

  private static final int ADULT_YEARS = 18;
  private static final int DAYS_OF_A_WEEK = 7;

  /** What an invitation that already stands does not have to pass again. */
  private static final Set<StopReason> NOT_ASKED_AGAIN =
      EnumSet.of(StopReason.TOO_LATE, StopReason.NOT_DRAWN);

  /** A round is what such a municipality waits for, and it draws at the end. */
  private static final Set<StopReason> NOT_IN_ROUNDS =
      EnumSet.of(StopReason.WAITS_FOR_ROUND, StopReason.NOT_DRAWN);

  private static final Map<StopReason, Predicate<SelectionCase>> OF_THE_EVENT = ofTheEvent();
  private static final Map<StopReason, Predicate<Candidate>> OF_THE_CITIZEN = ofTheCitizen();

  private SelectionRules() {}

  /** Of an event, where citizens are asked continuously. */
  public static Decision decide(SelectionCase facts) {
    return new Decision(
        firstStop(facts).orElse(null),
        facts.surveyGroup(),
        facts.candidate().draw().probability(),
        Explanation.of(facts));
  }

  /** Whether the citizen would have been asked after this event, had nobody opted out. */
  static boolean onlyTheOptOutStops(SelectionCase facts) {
    return facts.candidate().optedOut()
        && OF_THE_EVENT.values().stream().noneMatch(rule -> rule.test(facts))
        && onlyTheOptOutStops(facts.candidate(), EnumSet.noneOf(StopReason.class));
  }

  /** The same of a citizen in a round, before the draw. */
  static boolean onlyTheOptOutStopsInRound(Candidate candidate) {
    return onlyTheOptOutStops(candidate, NOT_IN_ROUNDS);
  }

  private static boolean onlyTheOptOutStops(Candidate candidate, Set<StopReason> unasked) {
    return candidate.optedOut()
        && OF_THE_CITIZEN.entrySet().stream()
            .filter(rule -> rule.getKey() != StopReason.CITIZEN_OPTED_OUT)
            .filter(rule -> !unasked.contains(rule.getKey()))
            .noneMatch(rule -> rule.getValue().test(candidate));
  }

  /** Of a citizen on the reference date of a round, before the draw. */
  static Optional<StopReason> stopInRound(Candidate candidate) {
    return OF_THE_CITIZEN.entrySet().stream()
        .filter(rule -> !NOT_IN_ROUNDS.contains(rule.getKey()))
        .filter(rule -> rule.getValue().test(candidate))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Whether an invitation that an earlier version led to is still right: nothing speaks against it
   * but that the correction came late, or that the draw would leave the citizen out now.
   *
   * @param correction without the invitation itself
   */
  static boolean confirms(SelectionCase correction) {
    return OF_THE_EVENT.entrySet().stream()
            .filter(rule -> !NOT_ASKED_AGAIN.contains(rule.getKey()))
            .noneMatch(rule -> rule.getValue().test(correction))
        && OF_THE_CITIZEN.entrySet().stream()
            .filter(rule -> !NOT_ASKED_AGAIN.contains(rule.getKey()))
            .noneMatch(rule -> rule.getValue().test(correction.candidate()));
  }

  private static Optional<StopReason> firstStop(SelectionCase facts) {
    return OF_THE_EVENT.entrySet().stream()
        .filter(rule -> rule.getValue().test(facts))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(
            () ->
                OF_THE_CITIZEN.entrySet().stream()
                    .filter(rule -> rule.getValue().test(facts.candidate()))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  private static Map<StopReason, Predicate<SelectionCase>> ofTheEvent() {
    Map<StopReason, Predicate<SelectionCase>> rules = new EnumMap<>(StopReason.class);
    rules.put(StopReason.NOT_A_TRIGGER, SelectionRules::isNoTrigger);
    rules.put(StopReason.WITHDRAWN, facts -> facts.event().withdrawn() || facts.superseded());
    rules.put(StopReason.TOO_LATE, SelectionRules::isTooLate);
    return rules;
  }

  private static Map<StopReason, Predicate<Candidate>> ofTheCitizen() {
    Map<StopReason, Predicate<Candidate>> rules = new EnumMap<>(StopReason.class);
    rules.put(StopReason.NO_AGREEMENT, facts -> !facts.agreed());
    rules.put(StopReason.MUNICIPALITY_PAUSED, facts -> facts.terms().paused());
    rules.put(StopReason.WAITS_FOR_ROUND, facts -> facts.terms().mode() == SamplingMode.ROUND);
    rules.put(StopReason.RECIPIENT_IS_COMPANY, facts -> facts.citizen().company());
    rules.put(StopReason.CITIZEN_DEAD, facts -> facts.course().diedOn() != null);
    rules.put(StopReason.CITIZEN_MOVED, facts -> facts.course().movedOn() != null);
    rules.put(StopReason.CITIZEN_EXEMPT, facts -> facts.course().exemptedOn() != null);
    rules.put(StopReason.CITIZEN_PROTECTED, SelectionRules::isProtected);
    rules.put(StopReason.CITIZEN_OPTED_OUT, Candidate::optedOut);
    rules.put(
        StopReason.REPLACEMENT_CPR,
        facts -> facts.citizen().replacementNumber() && !facts.replacementNumbersAllowed());
    rules.put(StopReason.UNDER_18, SelectionRules::isUnder18);
    rules.put(StopReason.GROUP_UNKNOWN, facts -> !facts.groupKnown());
    rules.put(StopReason.GROUP_NOT_SURVEYED, facts -> facts.surveyGroup() == null);
    rules.put(StopReason.NOT_HELD_BY_MUNICIPALITY, SelectionRules::isHeldByOthers);
    rules.put(StopReason.NO_CONVERSATION, SelectionRules::hasNoConversation);
    rules.put(StopReason.TOO_SHORT_IN_GROUP, SelectionRules::isTooShortInGroup);
    rules.put(StopReason.OPEN_INVITATION, SelectionRules::hasOpenInvitation);
    rules.put(StopReason.QUARANTINE, SelectionRules::isInQuarantine);
    rules.put(StopReason.NOT_DRAWN, facts -> !facts.drawn());
    return rules;
  }

  private static boolean isNoTrigger(SelectionCase facts) {
    return !facts.triggersSome() || (facts.surveyGroup() != null && !facts.triggersGroup());
  }

  private static boolean isTooLate(SelectionCase facts) {
    StoredCaseEvent event = facts.event();
    return event.occurredAt().isBefore(event.receivedAt().minus(LATEST));
  }

  private static boolean isProtected(Candidate facts) {
    return facts.course().protectedOn() != null && !facts.terms().asksProtected();
  }

  private static boolean isUnder18(Candidate facts) {
    LocalDate born = facts.citizen().birthDate();
    return born != null && born.plusYears(ADULT_YEARS).isAfter(facts.day());
  }

  private static boolean isHeldByOthers(Candidate facts) {
    ResponsibleActor actor = facts.responsibleActor();
    return actor != null && actor != ResponsibleActor.MUNICIPALITY;
  }

  private static boolean hasNoConversation(Candidate facts) {
    return facts.terms().needsConversation() && facts.course().conversationOn() == null;
  }

  private static boolean isTooShortInGroup(Candidate facts) {
    LocalDate start = facts.groupStart();
    return start != null
        && ChronoUnit.DAYS.between(start, facts.day())
            < (long) facts.terms().minimumWeeks() * DAYS_OF_A_WEEK;
  }

  private static boolean hasOpenInvitation(Candidate facts) {
    return facts.invitations().stream().anyMatch(past -> past.isOpenAt(facts.at()));
  }

  private static boolean isInQuarantine(Candidate facts) {
    return facts.weeksAsked().stream()
        .anyMatch(week -> facts.day().isBefore(week.plusWeeks(facts.terms().quarantineWeeks())));
  }
}
