package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Duration;

/** Has dead letters driven again; the work is done by a task. */
public final class Redrive {
  private final Transactions transactions;
  private final RedriveRuns runs;
  private final Queue queue;
  private final Duration tablesSeenAfter;

  /**
   * @param tablesSeenAfter real time after which every node reads a changed table
   */
  public Redrive(
      Transactions transactions, RedriveRuns runs, Queue queue, Duration tablesSeenAfter) {
    this.transactions = transactions;
    this.runs = runs;
    this.queue = queue;
    this.tablesSeenAfter = tablesSeenAfter;
  }

  /**
   * Has these letters driven again as soon as the transaction is committed; joins an open one.
   *
   * @param asker as in {@link RedriveRuns#open}
   */
  public void ask(Selection selection, String asker) {
    enqueue(selection, asker, Duration.ZERO);
  }

  /**
   * To be called in the transaction that changes a table of codes: what the tables did not know is
   * driven again when every node has read the new ones.
   */
  public void afterMappingChange() {
    enqueue(
        Selection.ofReason(ProblemType.UNKNOWN_TARGET_GROUP.slug()),
        RedriveRuns.AFTER_A_CHANGE,
        tablesSeenAfter);
  }

  private void enqueue(Selection selection, String asker, Duration after) {
    transactions.runInOne(() -> queue.enqueue(runs.open(selection, asker), after));
  }

  /** Where runs wait. */
  @FunctionalInterface
  public interface Queue {
    /** Enqueues a run in the open transaction, to start after this much real time. */
    void enqueue(long run, Duration after);
  }
}
