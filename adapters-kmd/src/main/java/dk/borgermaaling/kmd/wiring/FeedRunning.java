package dk.borgermaaling.kmd.wiring;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.kmd.Counts;
import dk.borgermaaling.kmd.Momentum;
import dk.borgermaaling.kmd.MomentumFeed;
import dk.borgermaaling.kmd.tasks.Polling;

/** The feed's own runs. */
record FeedRunning(MomentumFeed feed) implements Polling.Runs {
  @Override
  public int run(MunicipalityCode municipality, Momentum momentum) {
    return feed.run(municipality, momentum);
  }

  @Override
  public Counts dryRun(MunicipalityCode municipality, Momentum momentum) {
    return feed.dryRun(municipality, momentum);
  }
}
