package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.Set;

/** Where the roll-up's numbers are read. Its only caller is {@link PublishedResults}. */
public interface ResultStore {
  Results read(SamplingMode mode);

  /**
   * In which modes citizens of a municipality have been asked.
   *
   * @param municipality four digits with the leading zero
   */
  Set<SamplingMode> modesOf(String municipality);
}
