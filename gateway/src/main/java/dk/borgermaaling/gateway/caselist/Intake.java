package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.CaseEventStore;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.caseevent.StoredCaseEvent;
import dk.borgermaaling.gateway.caselist.Counts.Name;
import dk.borgermaaling.gateway.caselist.ListFile.ReadRow;
import dk.borgermaaling.gateway.caselist.Matched.Standing;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands in what some rows of a list tell, and remembers exactly that, in a transaction that is
 * open. What is refused is not remembered, so that the next list tries again.
 */
public final class Intake {
  private final CaseListStore lists;
  private final CitizenVault vault;
  private final FeedMemory memory;
  private final CaseEventIntake events;
  private final CaseEventStore stored;
  private final DeadLetters deadLetters;

  public Intake(
      CaseListStore lists,
      CitizenVault vault,
      FeedMemory memory,
      CaseEventIntake events,
      CaseEventStore stored,
      DeadLetters deadLetters) {
    this.lists = lists;
    this.vault = vault;
    this.memory = memory;
    this.events = events;
    this.stored = stored;
    this.deadLetters = deadLetters;
  }

  void register(CaseList list, List<ReadRow> rows) {
    Outcome outcome = new Outcome(list.municipality());
    List<Draft> drafts = new ArrayList<>();
    for (ReadRow row : rows) {
      outcome.tally.count(row);
      drafts.addAll(row.drafts());
      row.notes().stream()
          .filter(note -> note.code().level() != Note.Level.REMARK)
          .forEach(outcome.notes::add);
    }
    if (!drafts.isEmpty()) {
      outcome.take(drafts);
    }
    lists.addNotes(list.id(), outcome.notes);
    lists.advance(list.id(), rows.get(rows.size() - 1).number(), outcome.tally.counts());
  }

  /** What becomes of one chunk. */
  private final class Outcome {
    private final MunicipalityCode municipality;
    private final Counts.Tally tally = new Counts.Tally();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Entry> settled = new HashMap<>();

    Outcome(MunicipalityCode municipality) {
      this.municipality = municipality;
    }

    void take(List<Draft> drafts) {
      List<Matched> all =
          new Matching(memory, municipality)
              .match(drafts, vault.idsOf(Matching.recipients(drafts)));
      all.forEach(tally::told);
      all.stream().filter(one -> one.standing() == Standing.DUPLICATE).forEach(tally::stands);
      tell(all.stream().filter(one -> one.standing() != Standing.DUPLICATE).toList(), true);
      memory.remember(EventSource.LIST, municipality, settled);
      deadLetters.settle(EventSource.LIST, municipality, settled.keySet());
    }

    private void tell(List<Matched> told, boolean first) {
      if (told.isEmpty()) {
        return;
      }
      List<EventReceipt> receipts =
          events.register(told.stream().map(one -> one.event(municipality)).toList());
      List<Matched> again = new ArrayList<>();
      for (int i = 0; i < told.size(); i++) {
        Matched one = told.get(i);
        if (!(receipts.get(i) instanceof EventReceipt.Rejected rejected)) {
          tally.stands(one);
          settled.put(one.entityId(), one.entry());
        } else if (first && rejected.problem().type() == ProblemType.CONFLICT) {
          again.add(one.after(lastVersion(one)));
        } else {
          refused(one, rejected.problem());
        }
      }
      tell(again, false);
    }

    /** The way in knows more versions than the memory: it was told of them by another way. */
    private int lastVersion(Matched one) {
      return stored.versionsOf(municipality, EventSource.LIST, one.entityId()).stream()
          .mapToInt(StoredCaseEvent::version)
          .max()
          .orElse(one.version());
    }

    private void refused(Matched one, Problem problem) {
      int row = one.draft().row();
      if (problem.type() == ProblemType.UNKNOWN_TARGET_GROUP) {
        tally.add(Name.SET_ASIDE, 1);
        notes.add(new Note(row, Field.TARGET_GROUP, Note.Code.CODE_UNKNOWN));
        deadLetters.park(
            new DeadLetter(
                EventSource.LIST,
                municipality,
                one.entityId(),
                problem.type().slug(),
                problem.publicDetail()),
            one.version(),
            new KeptEvent(one.event(municipality), one.state()).told());
      } else {
        tally.add(Name.REFUSED, 1);
        notes.add(new Note(row, null, Note.Code.REFUSED));
      }
    }
  }
}
