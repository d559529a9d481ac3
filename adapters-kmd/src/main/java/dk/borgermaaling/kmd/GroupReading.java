package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.Map;
import java.util.TreeMap;

/** The part of a run that reads target groups: who is new, has changed, or is gone. */
record GroupReading(
    FeedSettings settings,
    FeedMemory memory,
    Differences differences,
    Findings findings,
    CprNumbers cprNumbers) {
  /** Letters about the search as a whole stand under this entity. */
  static final String SEARCH = "citizensearch";

  /** Below this many nobody can tell a fault of the search from an ordinary day. */
  private static final int FEW = 25;

  void read(Momentum momentum) {
    Map<String, Entry> before =
        memory.recall(EventSource.MOMENTUM, differences.municipality(), Differences.CITIZENS);
    Look look = Look.at(momentum, settings.targetGroupCodes());
    look.unclear().forEach(findings::problem);
    look.members().forEach((citizen, seen) -> seen(citizen, seen, before));
    Map<String, Entry> missing = missing(before, look);
    if (!missing.isEmpty() && look.withoutId() == 0) {
      Look again = Look.at(momentum, settings.targetGroupCodes());
      missing.keySet().removeIf(again::has);
      if (again.withoutId() == 0) {
        end(missing, look.members().size());
      }
    }
    if (look.withoutId() > 0) {
      findings.letter(
          SEARCH, "row-without-id", "Some rows name no citizen; nobody's course was ended");
    }
  }

  private void seen(String citizen, Look.Seen seen, Map<String, Entry> before) {
    findings.inOrder(citizen);
    String cpr = seen.cpr();
    if (cpr != null) {
      cprNumbers.tell(citizen, cpr);
    }
    try {
      differences
          .seen(
              citizen,
              before.get(Differences.CITIZENS + citizen),
              seen.group(),
              () -> cprNumbers.of(citizen))
          .ifPresent(findings::change);
    } catch (ProblemException e) {
      setAside(citizen, e);
    }
  }

  private static Map<String, Entry> missing(Map<String, Entry> before, Look look) {
    Map<String, Entry> missing = new TreeMap<>();
    before.forEach(
        (key, entry) -> {
          String citizen = key.substring(Differences.CITIZENS.length());
          if (!look.has(citizen) && Membership.parse(entry.state()).inGroup()) {
            missing.put(citizen, entry);
          }
        });
    return missing;
  }

  private void end(Map<String, Entry> missing, int present) {
    int known = missing.size() + present;
    if (missing.size() > FEW && missing.size() > settings.largestShareGone() * known) {
      findings.letter(
          SEARCH,
          "many-gone",
          "%d of %d citizens were gone at once; nobody's course was ended"
              .formatted(missing.size(), known));
      return;
    }
    findings.inOrder(SEARCH);
    missing.forEach(
        (citizen, entry) -> {
          try {
            findings.change(differences.gone(citizen, entry, () -> cprNumbers.of(citizen)));
          } catch (ProblemException e) {
            setAside(citizen, e);
          }
        });
  }

  private void setAside(String citizen, ProblemException e) {
    if (!cprNumbers.goesOnAfter(e.problem())) {
      throw e;
    }
    findings.problem(citizen, e.problem());
  }
}
