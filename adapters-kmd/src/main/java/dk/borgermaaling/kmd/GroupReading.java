package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.util.Map;

/** The part of a run that reads target groups: who is new, has changed, or is gone. */
record GroupReading(
    FeedSettings settings,
    FeedMemory memory,
    Differences differences,
    Findings findings,
    CprNumbers cprNumbers) {
  /** Letters about all searches stand under this entity, those about one with its code behind. */
  static final String SEARCH = "citizensearch";

  void read(Momentum momentum) {
    Map<String, Entry> before =
        memory.recall(EventSource.MOMENTUM, differences.municipality(), Differences.CITIZENS);
    Look look = Look.at(momentum, settings.targetGroupCodes());
    look.unclear().forEach(findings::problem);
    look.members().forEach((citizen, seen) -> seen(citizen, seen, before));
    if (look.withoutId() > 0) {
      findings.letter(
          SEARCH, "row-without-id", "Some rows name no citizen; nobody's course was ended");
      return;
    }
    Missing missing = Missing.from(before, look, settings);
    if (missing.count() > 0) {
      Look again = Look.at(momentum, settings.targetGroupCodes());
      if (again.withoutId() > 0) {
        return;
      }
      missing.without(again);
    }
    end(missing, look.members().size());
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

  private void end(Missing missing, int present) {
    int known = missing.count() + present;
    if (missing.areTooManyOf(known)) {
      findings.letter(
          SEARCH,
          "many-gone",
          "%d of %d citizens were gone at once; nobody's course was ended"
              .formatted(missing.count(), known));
      return;
    }
    findings.inOrder(SEARCH);
    settings.targetGroupCodes().forEach(code -> end(missing, code));
  }

  private void end(Missing missing, String code) {
    String search = SEARCH + "/" + code;
    if (missing.areTooManyOf(code)) {
      findings.letter(
          search,
          "many-gone",
          "%d of %d citizens in %s were gone at once; no course of theirs was ended"
              .formatted(missing.of(code).size(), missing.known(code), code));
      return;
    }
    findings.inOrder(search);
    missing
        .of(code)
        .forEach(
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
