package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Set;

/**
 * What pages and exports ask for results: whatever the store holds, after suppression. One mode at
 * a time: there is no number over both, since who is asked after an event and who is asked on a day
 * are different populations.
 */
public final class PublishedResults {
  private final ResultStore store;
  private final ExclusionLimit limit;

  /**
   * @param limit above which a municipality's result is marked
   */
  public PublishedResults(ResultStore store, ExclusionLimit limit) {
    this.store = store;
    this.limit = limit;
  }

  public Publication now(SamplingMode mode) {
    return Suppression.publish(store.read(mode), limit);
  }

  /**
   * In which modes citizens of a municipality have been asked: none, one or both.
   *
   * @param municipality four digits with the leading zero
   */
  public Set<SamplingMode> modesOf(String municipality) {
    return Set.copyOf(store.modesOf(municipality));
  }
}
