package dk.borgermaaling.kmd;

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
 */
public record FeedSettings(
    List<String> targetGroupCodes, boolean taskFeed, double largestShareGone) {
  public FeedSettings {
    targetGroupCodes = List.copyOf(targetGroupCodes);
    if (targetGroupCodes.isEmpty()) {
      throw new IllegalArgumentException("gateway.kmd.target-group-codes must name a code");
    }
    if (!(largestShareGone > 0 && largestShareGone <= 1)) {
      throw new IllegalArgumentException(
          "gateway.kmd.largest-share-gone must be above 0, at most 1");
    }
  }
}
