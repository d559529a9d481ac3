package dk.borgermaaling.gateway.survey;

import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.caseevent.UnknownGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has come lately, counted, as the preview of a change needs it. */
public interface RecentEvents {
  /**
   * Events that happened from an instant on up to another, business time, in a group: the one they
   * tell, else the one that the citizen is last known to be in. Without what was taken back.
   */
  List<Counted> between(Instant from, Instant to);

  /** Dead letters that wait because a code was unknown and that say which. */
  List<CountedUnknown> waitingForTheirGroup();

  /**
   * Events that are alike.
   *
   * @param leavesGroup as in {@link dk.borgermaaling.gateway.caseevent.Happening#leavesGroup()}
   * @param conversationType of a conversation that was held; null of anything else
   */
  record Counted(
      String municipality,
      TargetGroupCode group,
      LocalDate day,
      boolean leavesGroup,
      @Nullable Integer conversationType,
      long count) {}

  record CountedUnknown(String municipality, UnknownGroup unknown, long count) {}
}
