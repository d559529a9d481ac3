package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.citizen.CitizenVault;

/**
 * What the parts of one run share.
 *
 * @param cprNumbers of this run
 * @param codes of this run
 */
record Reading(
    FeedSettings settings,
    Momentum momentum,
    FeedMemory memory,
    CitizenVault vault,
    Differences differences,
    Findings findings,
    CprNumbers cprNumbers,
    Codes codes) {
  /** Citizens compared, and entries recalled, at once. */
  static final int PAGE = 2000;

  Searches searches() {
    return new Searches(
        momentum,
        settings.targetGroupCodes(),
        codes,
        differences.targetGroups(),
        differences.today());
  }
}
