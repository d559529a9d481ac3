package dk.borgermaaling.schultz;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Dead letters in memory, with what they keep. As the gateway does it, a version that is stored
 * settles what is kept of it and of lower ones, and no higher one.
 */
public final class KeptLetters implements DeadLetters {
  /** By entity and reason. */
  public final NavigableMap<String, DeadLetter> letters = new TreeMap<>();

  /** By entity and reason, how often noted. */
  public final Map<String, Integer> times = new TreeMap<>();

  /** By entity and version. */
  public final NavigableMap<String, NavigableMap<Integer, Told>> kept = new TreeMap<>();

  private final ToIntFunction<String> highestStored;

  /**
   * @param highestStored version of an entity; 0 when none is
   */
  KeptLetters(ToIntFunction<String> highestStored) {
    this.highestStored = highestStored;
  }

  @Override
  public void note(DeadLetter letter) {
    String key = letter.entityId() + " " + letter.reason();
    letters.put(key, letter);
    times.merge(key, 1, Integer::sum);
  }

  @Override
  public void park(DeadLetter letter, int version, Told told) {
    note(letter);
    kept.computeIfAbsent(letter.entityId(), any -> new TreeMap<>()).put(version, told);
  }

  @Override
  public void settle(
      EventSource source, MunicipalityCode municipality, Collection<String> entityIds) {
    for (String entity : entityIds) {
      NavigableMap<Integer, Told> versions = kept.getOrDefault(entity, new TreeMap<>());
      versions.headMap(highestStored.applyAsInt(entity), true).clear();
      if (versions.isEmpty()) {
        kept.remove(entity);
        letters.values().removeIf(letter -> letter.entityId().equals(entity));
      }
    }
  }

  /** What operators are shown, for this reason. */
  public List<String> details(String reason) {
    return letters.values().stream()
        .filter(letter -> letter.reason().equals(reason))
        .map(DeadLetter::detail)
        .toList();
  }

  @Override
  public List<Noted> waiting(int limit) {
    throw new UnsupportedOperationException("only the console asks");
  }
}
