package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a run has found instead of handing it in. No CPR number is asked for. */
record Counting(Reading run) {
  Counts all() {
    SortedMap<String, Integer> events = new TreeMap<>();
    SortedMap<String, Integer> letters = new TreeMap<>();
    run.findings().letters().forEach(letter -> letters.merge(letter.reason(), 1, Integer::sum));
    List<Step> steps = run.findings().steps();
    for (int done = 0; done < steps.size(); done += Reading.PAGE) {
      List<Step> page = steps.subList(done, Math.min(done + Reading.PAGE, steps.size()));
      Map<String, Entry> before =
          run.memory()
              .recall(
                  EventSource.MOMENTUM,
                  run.findings().municipality(),
                  page.stream().map(Step::key).toList());
      page.forEach(
          step ->
              step.making()
                  .of(before.get(step.key()))
                  .ifPresent(
                      change -> {
                        if (isKnown(change)) {
                          events.merge(
                              change.happening().getClass().getSimpleName(), 1, Integer::sum);
                        } else {
                          letters.merge(ProblemType.UNKNOWN_TARGET_GROUP.slug(), 1, Integer::sum);
                        }
                      }));
    }
    return new Counts(events, letters);
  }

  /** As the way in will judge. */
  private boolean isKnown(Change change) {
    var targetGroups = run.differences().targetGroups();
    var day = change.happening().date();
    return change.group() == null
        || (change.happening().leavesGroup()
            ? targetGroups.knewBy(change.group(), day)
            : targetGroups.knows(change.group(), day));
  }
}
