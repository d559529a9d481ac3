package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times that an event may carry: from 1900-01-01, inclusive, to 2200-01-01, exclusive. What
 * lies outside is a mistake of writing, and some of it no database can hold.
 */
public final class EventTimes {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate END = LocalDate.of(2200, 1, 1);

  private EventTimes() {}

  public static boolean hold(Instant time) {
    return !time.isBefore(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC))
        && time.isBefore(END.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  public static boolean hold(LocalDate date) {
    return !date.isBefore(FIRST) && date.isBefore(END);
  }

  /** Also what an adapter refuses by itself, so that it reads the same whoever says it. */
  public static Problem outside(String field) {
    return new Problem.Malformed(field, "from 1900-01-01 to 2199-12-31");
  }

  /** The first field of an event that lies outside. */
  public static Optional<Problem> problemOf(CaseEvent event) {
    TargetGroupCode group = event.targetGroup();
    String field = null;
    if (!hold(event.occurredAt())) {
      field = "occurredAt";
    } else if (!hold(event.happening().date())) {
      field = "date";
    } else if (!holdOrAbsent(group == null ? null : group.startDate())) {
      field = "targetGroup.startDate";
    } else if (!holdOrAbsent(event.course().startDate())) {
      field = "course.startDate";
    }
    return Optional.ofNullable(field).map(EventTimes::outside);
  }

  private static boolean holdOrAbsent(@Nullable LocalDate date) {
    return date == null || hold(date);
  }
}
