package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one run has found: events to make, what no event could be made of, and what is in order. */
final class Findings {
  private final MunicipalityCode municipality;
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final Set<DeadLetter> letters = new LinkedHashSet<>();
  private final Set<String> inOrder = new TreeSet<>();

  Findings(MunicipalityCode municipality) {
    this.municipality = municipality;
  }

  /** One change for each remembered key: an entity told twice, by two pages, is one. */
  void change(Change change) {
    changes.put(change.key(), change);
  }

  void inOrder(String entity) {
    inOrder.add(entity);
  }

  void problem(String entity, Problem problem) {
    letter(entity, problem.type().slug(), problem.publicDetail());
  }

  void letter(String entity, String reason, String detail) {
    letters.add(new DeadLetter(EventSource.MOMENTUM, municipality, entity, reason, detail));
    inOrder.remove(entity);
  }

  MunicipalityCode municipality() {
    return municipality;
  }

  /** Oldest first. */
  List<Change> changes() {
    return changes.values().stream().sorted(Change.IN_ORDER).toList();
  }

  List<DeadLetter> letters() {
    return List.copyOf(letters);
  }

  /** Entities whose earlier letters have become void. */
  Set<String> settled() {
    Set<String> settled = new TreeSet<>(inOrder);
    letters.forEach(letter -> settled.remove(letter.entityId()));
    return settled;
  }
}
