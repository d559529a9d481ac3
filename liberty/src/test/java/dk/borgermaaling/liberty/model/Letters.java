package dk.borgermaaling.liberty.model;

import dk.borgermaaling.gateway.caseevent.EventSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The dead letters that must be left, by the words of docs/operation.md: what no table knows waits,
 * whoever told it, until its entity is told anew; of Beskedfordeler and Fasit whatever is refused
 * waits, of Fasit unless the same document has put it right, and until it tells of the entity what
 * can be read.
 */
final class Letters {
  /** Versions that wait, by letter. */
  private final Map<String, Set<Integer>> waiting = new TreeMap<>();

  private final Map<String, Integer> lastStored = new HashMap<>();

  /** After one document: first what was taken settles, then what was refused is kept. */
  void after(List<Said> said, List<String> answers) {
    List<Told> refused = new ArrayList<>();
    Set<String> settled = new TreeSet<>();
    for (int i = answers.size() - 1; i >= 0; i--) {
      Told told = said.get(i).told();
      boolean fasit = told.source() == EventSource.FASIT;
      if (!answers.get(i).equals("REJECTED")) {
        settled.add(entity(told));
        lastStored.merge(entity(told), told.version(), Math::max);
      } else if (!fasit || isUnknown(told) || !settled.contains(entity(told))) {
        refused.add(told);
      }
    }
    refused.stream()
        .filter(told -> told.source() == EventSource.FASIT && isUnknown(told))
        .forEach(told -> settled.add(entity(told)));
    settled.forEach(this::settle);
    refused.forEach(this::refuse);
  }

  private static boolean isUnknown(Told told) {
    return !Rules.isKnown(told.group());
  }

  private void refuse(Told told) {
    boolean unknown = isUnknown(told);
    if (unknown
        || told.source() == EventSource.BESKEDFORDELER
        || told.source() == EventSource.FASIT) {
      String reason = unknown ? " unknown-target-group" : " conflict";
      waiting.computeIfAbsent(entity(told) + reason, any -> new TreeSet<>()).add(told.version());
    }
  }

  private void settle(String entity) {
    int last = lastStored.getOrDefault(entity, 0);
    for (String reason : List.of(" unknown-target-group", " conflict")) {
      waiting.computeIfPresent(
          entity + reason,
          (letter, versions) -> {
            versions.removeIf(version -> version <= last);
            return versions.isEmpty() ? null : versions;
          });
    }
  }

  /** Momentum can be read again: nothing of it waits any more. */
  void inOrder(String town, String citizen) {
    waiting.remove(ofMomentum(town, citizen));
  }

  /**
   * Momentum tells a group that no table knows: whatever is told of the citizen next settles it.
   */
  void unreadable(String town, String citizen) {
    waiting.computeIfAbsent(ofMomentum(town, citizen), any -> new TreeSet<>()).add(0);
  }

  private static String ofMomentum(String town, String citizen) {
    return String.join(" ", EventSource.MOMENTUM.name(), town, citizen) + " unknown-target-group";
  }

  private static String entity(Told told) {
    return String.join(" ", told.source().name(), told.town(), told.entity());
  }

  List<String> all() {
    return List.copyOf(waiting.keySet());
  }
}
