package dk.borgermaaling.gateway.reporting;

import dk.borgermaaling.gateway.selection.SamplingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Made-up results of one mode or both; of another mode there is nothing. */
public final class ListedResults implements ResultStore {
  private final Map<SamplingMode, Results> byMode = new EnumMap<>(SamplingMode.class);

  public ListedResults(Results... all) {
    for (Results results : all) {
      byMode.put(results.mode(), results);
    }
  }

  @Override
  public Results read(SamplingMode mode) {
    return byMode.getOrDefault(mode, new MadeUpResults().results(mode));
  }

  @Override
  public Set<SamplingMode> modesOf(String municipality) {
    Set<SamplingMode> modes = EnumSet.noneOf(SamplingMode.class);
    byMode.forEach(
        (mode, results) -> {
          if (results.turnout().keySet().stream()
              .anyMatch(at -> at.municipality().equals(municipality))) {
            modes.add(mode);
          }
        });
    return modes;
  }
}
