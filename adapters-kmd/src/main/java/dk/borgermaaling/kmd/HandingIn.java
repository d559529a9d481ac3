package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedMemory.Entry;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands in what a run has found, in transactions of at most {@link #CHUNK} events: the events, and
 * what is remembered of exactly these. What is refused is not remembered, so that the next run
 * tries again.
 */
record HandingIn(
    FeedMemory memory, CaseEventIntake intake, DeadLetters deadLetters, Transactions transactions) {
  /** As many as one SOAP message may carry. */
  static final int CHUNK = 500;

  /** Hands in everything and says how many events were new. */
  int all(Findings findings, Bookmark bookmark) {
    List<Change> changes = findings.changes();
    int stored = 0;
    int done = 0;
    do {
      List<Change> chunk = changes.subList(done, Math.min(done + CHUNK, changes.size()));
      done += chunk.size();
      boolean last = done == changes.size();
      stored +=
          transactions.inOne(
              () -> {
                int fresh = handIn(chunk, findings, bookmark);
                if (last) {
                  close(findings, bookmark);
                }
                return fresh;
              });
    } while (done < changes.size());
    return stored;
  }

  private int handIn(List<Change> chunk, Findings findings, Bookmark bookmark) {
    if (chunk.isEmpty()) {
      return 0;
    }
    List<EventReceipt> receipts = intake.register(chunk.stream().map(Change::event).toList());
    Map<String, Entry> settled = new HashMap<>();
    int fresh = 0;
    for (int i = 0; i < chunk.size(); i++) {
      Change change = chunk.get(i);
      EventReceipt receipt = receipts.get(i);
      if (receipt instanceof EventReceipt.Rejected rejected) {
        findings.problem(change.event().entityId(), rejected.problem());
        bookmark.unsettled(change.toldAt());
      } else {
        settled.put(change.key(), change.entry());
        fresh += receipt instanceof EventReceipt.Stored ? 1 : 0;
      }
    }
    memory.remember(EventSource.MOMENTUM, findings.municipality(), settled);
    return fresh;
  }

  private void close(Findings findings, Bookmark bookmark) {
    deadLetters.settle(EventSource.MOMENTUM, findings.municipality(), findings.settled());
    findings.letters().forEach(deadLetters::note);
    memory.remember(EventSource.MOMENTUM, findings.municipality(), bookmark.moved());
  }
}
