package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one run has found: events to make, what no event could be made of, and what is in order. */
final class Findings {
  private final MunicipalityCode municipality;
  private final Set<String> waiting;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Step> tasks = new HashMap<>();
  private final Set<DeadLetter> letters = new LinkedHashSet<>();
  private final Set<String> inOrder = new TreeSet<>();

  /**
   * @param waiting entities with letters of earlier runs
   */
  Findings(MunicipalityCode municipality, Set<String> waiting) {
    this.municipality = municipality;
    this.waiting = Set.copyOf(waiting);
  }

  /** A difference of a citizen; the caller sees each but once. */
  void citizen(Step step) {
    steps.add(step);
  }

  /** A difference of a task: told twice, by two pages, it is one. */
  void task(Step step) {
    tasks.put(step.key(), step);
  }

  void inOrder(String entity) {
    if (waiting.contains(entity)) {
      inOrder.add(entity);
    }
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

  /** Oldest first. Nothing can be found after this. */
  List<Step> steps() {
    steps.addAll(tasks.values());
    tasks.clear();
    steps.sort(Step.IN_ORDER);
    return steps;
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
