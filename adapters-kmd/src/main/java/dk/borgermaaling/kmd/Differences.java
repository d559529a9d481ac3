package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has happened between what is remembered and what Momentum tells now.
 *
 * @param now of this run, business time
 * @param targetGroups on which days the table knows a code
 */
record Differences(MunicipalityCode municipality, Instant now, KnownTargetGroups targetGroups) {
  static final String CITIZENS = "citizen/";
  static final String TASKS = "task/";

  /** Our own id of the citizen who was last told with Momentum's id. */
  static final String PEOPLE = "person/";

  /** Further back no event is told: it would be too late. */
  private static final int DAYS_BACK = 30;

  /**
   * The citizen is in a group. The event is as old as the group's first day, but never older than
   * the citizen's last event; a group that starts after today is not told of yet.
   */
  Optional<Change> seen(String citizen, @Nullable Entry before, TargetGroupCode group) {
    Membership last = before == null ? null : Membership.parse(before.state());
    if (group.startDate().isAfter(today())
        || (last != null && last.inGroup() && last.group().equals(group))) {
      return Optional.empty();
    }
    Happening happening =
        last != null && last.inGroup()
            ? new Happening.TargetGroupChanged(group.startDate())
            : new Happening.TargetGroupStarted(group.startDate());
    Instant start = MomentumMapping.midnight(group.startDate());
    Instant occurredAt =
        last != null && last.lastEventAt().isAfter(start) ? last.lastEventAt() : start;
    return Optional.of(
        ofCitizen(citizen, before, new Membership(true, group, occurredAt), happening));
  }

  /**
   * The citizen is in none of the groups any more: from Momentum, that ends the course, today or on
   * the last day on which the table knew the group. Empty when the course has ended already.
   */
  Optional<Change> gone(String citizen, @Nullable Entry before) {
    Membership last = before == null ? null : Membership.parse(before.state());
    if (last == null || !last.inGroup()) {
      return Optional.empty();
    }
    LocalDate day = lastDay(last.group());
    Instant end =
        day.equals(today()) ? now : MomentumMapping.midnight(day.plusDays(1)).minusSeconds(1);
    Instant occurredAt = last.lastEventAt().isAfter(end) ? last.lastEventAt() : end;
    return Optional.of(
        ofCitizen(
            citizen,
            before,
            new Membership(false, last.group(), occurredAt),
            new Happening.CourseEnded(day)));
  }

  private LocalDate lastDay(TargetGroupCode group) {
    return Stream.iterate(today(), day -> day.minusDays(1))
        .limit(DAYS_BACK + 1)
        .filter(day -> targetGroups.knows(group, day))
        .findFirst()
        .orElse(today());
  }

  private Change ofCitizen(
      String citizen, @Nullable Entry before, Membership after, Happening happening) {
    return new Change(
        citizen,
        citizen,
        CITIZENS + citizen,
        new Entry(next(before), after.text()),
        after.lastEventAt(),
        after.group(),
        happening);
  }

  /** A conversation was held, told again otherwise, or taken back after it was told as held. */
  Optional<Change> conversation(String task, @Nullable Entry before, ToldConversation told) {
    ToldConversation last = before == null ? null : ToldConversation.parse(before.state());
    if (last == null ? !told.held() : last.equals(told)) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            told.citizenId(),
            task,
            TASKS + task,
            new Entry(next(before), told.text()),
            told.heldAt(),
            null,
            told.happening()));
  }

  /**
   * The citizen has another CPR number than the one whom we last told of. Momentum does not say
   * since when. The event has an entity of its own: it corrects nothing of the course.
   *
   * @param person who has the number that Momentum tells now
   */
  Optional<Change> number(String citizen, @Nullable Entry before, @Nullable CitizenId person) {
    if (before == null || (person != null && before.state().equals(person.toString()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            citizen,
            "cpr-" + citizen,
            PEOPLE + citizen,
            new Entry(next(before), person == null ? "" : person.toString()),
            now,
            null,
            new Happening.CprChanged(today())));
  }

  private static int next(@Nullable Entry before) {
    return before == null ? 1 : before.version() + 1;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, BusinessClock.DENMARK);
  }
}
