package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has happened between what is remembered and what Momentum tells now. Asks for a CPR number
 * only when there is an event to make.
 *
 * @param now of this run, business time
 * @param targetGroups on which days the table knows a code
 */
record Differences(MunicipalityCode municipality, Instant now, KnownTargetGroups targetGroups) {
  static final String CITIZENS = "citizen/";
  static final String TASKS = "task/";

  /** Further back no event is told: it would be too late. */
  private static final int DAYS_BACK = 30;

  /**
   * The citizen is in a group. The event is as old as the group's first day, but never older than
   * the citizen's last event; a group that starts after today is not told of yet.
   */
  Optional<Change> seen(
      String citizen, @Nullable Entry before, TargetGroupCode group, Supplier<CprNumber> cpr) {
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
        ofCitizen(citizen, before, new Membership(true, group, occurredAt), happening, cpr.get()));
  }

  /**
   * The citizen is in none of the groups any more: from Momentum, that ends the course, today or on
   * the last day on which the table knew the group.
   */
  Change gone(String citizen, Entry before, Supplier<CprNumber> cpr) {
    Membership last = Membership.parse(before.state());
    LocalDate day = lastDay(last.group());
    Instant end =
        day.equals(today()) ? now : MomentumMapping.midnight(day.plusDays(1)).minusSeconds(1);
    Instant occurredAt = last.lastEventAt().isAfter(end) ? last.lastEventAt() : end;
    return ofCitizen(
        citizen,
        before,
        new Membership(false, last.group(), occurredAt),
        new Happening.CourseEnded(day),
        cpr.get());
  }

  private LocalDate lastDay(TargetGroupCode group) {
    return Stream.iterate(today(), day -> day.minusDays(1))
        .limit(DAYS_BACK + 1)
        .filter(day -> targetGroups.knows(group, day))
        .findFirst()
        .orElse(today());
  }

  private Change ofCitizen(
      String citizen,
      @Nullable Entry before,
      Membership after,
      Happening happening,
      CprNumber cpr) {
    int version = next(before);
    return new Change(
        event(citizen, version, after.lastEventAt(), cpr, after.group(), happening),
        CITIZENS + citizen,
        new Entry(version, after.text()),
        Instant.MAX);
  }

  /** A conversation was held, told again otherwise, or taken back after it was told as held. */
  Optional<Change> conversation(
      String task,
      @Nullable Entry before,
      ToldConversation told,
      Instant toldAt,
      Supplier<CprNumber> cpr) {
    ToldConversation last = before == null ? null : ToldConversation.parse(before.state());
    if (last == null ? !told.held() : last.equals(told)) {
      return Optional.empty();
    }
    int version = next(before);
    return Optional.of(
        new Change(
            event(task, version, told.heldAt(), cpr.get(), null, told.happening()),
            TASKS + task,
            new Entry(version, told.text()),
            toldAt));
  }

  private CaseEvent event(
      String entity,
      int version,
      Instant occurredAt,
      CprNumber cpr,
      @Nullable TargetGroupCode group,
      Happening happening) {
    return new CaseEvent(
        EventIds.of(EventSource.MOMENTUM, municipality, entity, version),
        EventSource.MOMENTUM,
        municipality,
        entity,
        version,
        false,
        occurredAt,
        new Recipient.Person(cpr),
        group,
        Course.UNKNOWN,
        happening);
  }

  private static int next(@Nullable Entry before) {
    return before == null ? 1 : before.version() + 1;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, BusinessClock.DENMARK);
  }
}
