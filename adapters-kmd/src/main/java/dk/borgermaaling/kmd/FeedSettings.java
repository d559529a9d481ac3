package dk.borgermaaling.kmd;

import java.time.Duration;
import java.util.List;

/**
 * How a run reads.
 *
 * @param targetGroupCodes the codes searched for; who was in one of them and is in none counts as
 *     gone
 * @param taskFeed whether held conversations are read from the task list
 * @param largestShareGone of the known citizens who may be gone at once, from above 0 to 1, in the
 *     municipality and in each code; more than that is taken for a fault of the search, and none of
 *     these courses is ended
 * @param completeInterval real time from the beginning of one complete look to the next; 0 makes
 *     every run one
 * @param recentDays of a run that is none: it looks at groups that started in so many days
 * @param targetGroupList code of Momentum's code list of target groups
 * @param interviewTypeList code of Momentum's code list of types of conversations
 */
public record FeedSettings(
    List<String> targetGroupCodes,
    boolean taskFeed,
    double largestShareGone,
    Duration completeInterval,
    int recentDays,
    String targetGroupList,
    String interviewTypeList) {
  public FeedSettings {
    targetGroupCodes = List.copyOf(targetGroupCodes);
    if (targetGroupCodes.isEmpty()) {
      throw new IllegalArgumentException("gateway.kmd.target-group-codes must name a code");
    }
    if (!(largestShareGone > 0 && largestShareGone <= 1)) {
      throw new IllegalArgumentException(
          "gateway.kmd.largest-share-gone must be above 0, at most 1");
    }
    if (recentDays < 1
        || completeInterval.isNegative()
        || completeInterval.compareTo(Duration.ofDays(recentDays)) > 0) {
      throw new IllegalArgumentException(
          "gateway.kmd.recent-days must be at least 1, and gateway.kmd.complete-interval from 0 to"
              + " as many days: a start between two complete looks would be overlooked otherwise");
    }
  }
}
