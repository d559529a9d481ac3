package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caselist.CaseList.State;
import dk.borgermaaling.gateway.caselist.ListFile.ReadRow;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Real time after which a run makes room for whoever waits to read a file: less than a page waits
   * for its turn. The rest of the list is read from the start again, and what is done is skipped.
   */
  private static final Duration STINT = Duration.ofSeconds(10);

  private final Transactions transactions;
  private final CaseListStore store;
  private final ListFiles files;
  private final Intake intake;
  private final ReadingTurn turn;
  private final Clock realClock;

  public Registration(
      Transactions transactions,
      CaseListStore store,
      ListFiles files,
      Intake intake,
      ReadingTurn turn,
      Clock realClock) {
    this.transactions = transactions;
    this.store = store;
    this.files = files;
    this.intake = intake;
    this.turn = turn;
    this.realClock = realClock;
  }

  /**
   * Registers what is not registered yet; a list that is not confirmed, or ended, is left alone.
   *
   * @return whether nothing is left to do; else it is to be run again, because another file is
   *     being read, or its own turn was over
   */
  public boolean run(UUID id) {
    return turn.ifFree(
        () ->
            transactions
                .inOne(() -> store.find(id))
                .filter(list -> list.state() == State.REGISTERING)
                .map(this::register)
                .orElse(true));
  }

  private boolean register(CaseList list) {
    try {
      Chunks chunks = new Chunks(list);
      files.open(list, list.words()).read(chunks::take);
      if (chunks.isOver()) {
        return false;
      }
      chunks.flush();
      end(list.id(), State.DONE);
    } catch (Unreadable e) {
      end(list.id(), State.FAILED);
    }
    return true;
  }

  private void end(UUID id, State state) {
    transactions.runInOne(() -> store.end(id, state));
  }

  private final class Chunks {
    private final CaseList list;
    private final Instant begun = realClock.instant();
    private final List<ReadRow> rows = new ArrayList<>();
    private int events;
    private boolean over;

    Chunks(CaseList list) {
      this.list = list;
    }

    boolean take(ReadRow row) {
      if (row.number() <= list.doneRow()) {
        return true;
      }
      rows.add(row);
      events += row.drafts().size();
      if (events > CHUNK - MOST_EVENTS_OF_A_ROW || rows.size() >= MOST_ROWS) {
        flush();
        over = realClock.instant().isAfter(begun.plus(STINT));
      }
      return !over;
    }

    /** Whether rows may be left for the next run, which comes at least one chunk further. */
    boolean isOver() {
      return over;
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
