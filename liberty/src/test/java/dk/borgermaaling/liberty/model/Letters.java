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
 * whoever told it, until its entity is told anew; Beskedfordeler is not answered, so whatever is
 * refused of it waits.
 */
final class Letters {
  /** Versions that wait, by letter. */
  private final Map<String, Set<Integer>> waiting = new TreeMap<>();

  private final Map<String, Integer> lastStored = new HashMap<>();

  /** After one document: first what was taken settles, then what was refused is kept. */
  void after(List<Said> said, List<String> answers) {
    List<Told> refused = new ArrayList<>();
    Set<String> settled = new TreeSet<>();
    for (int i = 0; i < answers.size(); i++) {
      Told told = said.get(i).told();
      if (answers.get(i).equals("REJECTED")) {
        refused.add(told);
      } else {
        settled.add(entity(told));
        lastStored.merge(entity(told), told.version(), Math::max);
      }
    }
    settled.forEach(this::settle);
    refused.forEach(this::refuse);
  }

  private void refuse(Told told) {
    boolean unknown = !Rules.isKnown(told.group());
    if (unknown || told.source() == EventSource.BESKEDFORDELER) {
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
    waiting.remove(
        String.join(" ", EventSource.MOMENTUM.name(), town, citizen) + " unknown-target-group");
  }

  private static String entity(Told told) {
    return String.join(" ", told.source().name(), told.town(), told.entity());
  }

  List<String> all() {
    return List.copyOf(waiting.keySet());
  }
}
