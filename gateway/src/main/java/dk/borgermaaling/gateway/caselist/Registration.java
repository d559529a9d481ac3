package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caselist.CaseList.State;
import dk.borgermaaling.gateway.caselist.ListFile.ReadRow;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Registers the rows of a confirmed list, in transactions of at most {@link #CHUNK} events, each of
 * which notes how far it came: a run that is cut off goes on behind the last one that was
 * committed.
 */
public final class Registration {
  /** As many as one SOAP message may carry. */
  static final int CHUNK = 500;

  private static final int MOST_EVENTS_OF_A_ROW = Draft.Kind.values().length;
  private static final int MOST_ROWS = 2_000;

  private final Transactions transactions;
  private final CaseListStore store;
  private final ListFiles files;
  private final Intake intake;

  public Registration(
      Transactions transactions, CaseListStore store, ListFiles files, Intake intake) {
    this.transactions = transactions;
    this.store = store;
    this.files = files;
    this.intake = intake;
  }

  /**
   * Registers what is not registered yet; a list that is not confirmed, or ended, is left alone.
   */
  public void run(UUID id) {
    Optional<CaseList> found =
        transactions.inOne(() -> store.find(id)).filter(list -> list.state() == State.REGISTERING);
    if (found.isEmpty()) {
      return;
    }
    try {
      Chunks chunks = new Chunks(found.get());
      files.open(found.get(), found.get().words()).read(chunks::take);
      chunks.flush();
      end(id, State.DONE);
    } catch (Unreadable e) {
      end(id, State.FAILED);
    }
  }

  private void end(UUID id, State state) {
    transactions.runInOne(() -> store.end(id, state));
  }

  private final class Chunks {
    private final CaseList list;
    private final List<ReadRow> rows = new ArrayList<>();
    private int events;

    Chunks(CaseList list) {
      this.list = list;
    }

    void take(ReadRow row) {
      if (row.number() <= list.doneRow()) {
        return;
      }
      rows.add(row);
      events += row.drafts().size();
      if (events > CHUNK - MOST_EVENTS_OF_A_ROW || rows.size() >= MOST_ROWS) {
        flush();
      }
    }

    void flush() {
      if (!rows.isEmpty()) {
        transactions.runInOne(() -> intake.register(list, rows));
        rows.clear();
        events = 0;
      }
    }
  }
}
