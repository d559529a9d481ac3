package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caselist.CaseList.State;
import dk.borgermaaling.gateway.caselist.ColumnMapping.Flaw;
import dk.borgermaaling.gateway.caselist.RowReading.UnknownWord;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an employee does with a list, step by step: upload, columns, words, a look at what it would
 * do, and yes or no. Nothing is registered before the yes. One file is read at a time on a node, so
 * that many large ones cannot fill its memory.
 */
public final class CaseLists {
  /** Words that are asked about at a time; the next ones follow. */
  public static final int MOST_WORDS = 40;

  private static final int MOST_DIFFERENT_WORDS = 2_000;

  private final Transactions transactions;
  private final CaseListStore store;
  private final ListFiles files;
  private final Previews previews;
  private final RegistrationQueue queue;
  private final ListLimits limits;
  private final Clock realClock;
  private final ReadingTurn turn;

  public CaseLists(
      Transactions transactions,
      CaseListStore store,
      ListFiles files,
      Previews previews,
      RegistrationQueue queue,
      ListLimits limits,
      ReadingTurn turn,
      Clock realClock) {
    this.transactions = transactions;
    this.store = store;
    this.files = files;
    this.previews = previews;
    this.queue = queue;
    this.limits = limits;
    this.turn = turn;
    this.realClock = realClock;
  }

  /**
   * Takes a file in and keeps it sealed.
   *
   * @param by user name of an account
   * @param kept told in the transaction in which it is kept
   * @throws Unreadable when it is no list
   * @throws TooManyLists when the municipality has enough that wait
   */
  public CaseList upload(
      String by, MunicipalityCode municipality, byte[] file, Consumer<CaseList> kept) {
    if (file.length > limits.bytes()) {
      throw new Unreadable(Unreadable.Reason.TOO_MANY_BYTES);
    }
    // Asked first, so that nobody fills the turn with files that are not taken, and again below.
    transactions.runInOne(() -> refuseWhenFull(municipality));
    Table.Shape shape = turn.await(() -> files.table(file).shape());
    UUID id = UUID.randomUUID();
    CaseList list =
        new CaseList(
            id,
            municipality,
            by,
            realClock.instant(),
            State.UPLOADED,
            shape.kind(),
            shape.rows(),
            null,
            WordMapping.NONE,
            Counts.NONE,
            0);
    byte[] sealed = files.seal(file, id);
    transactions.runInOne(
        () -> {
          refuseWhenFull(municipality);
          store.add(list, sealed);
          kept.accept(list);
        });
    return list;
  }

  private void refuseWhenFull(MunicipalityCode municipality) {
    if (store.waiting(municipality) >= limits.waiting()) {
      throw new TooManyLists(limits.waiting());
    }
  }

  public Optional<CaseList> find(UUID id) {
    return transactions.inOne(() -> store.find(id));
  }

  /** The latest lists of a municipality, of all when null. */
  public List<CaseList> latest(@Nullable MunicipalityCode municipality, int limit) {
    return transactions.inOne(() -> store.latest(municipality, limit));
  }

  public Headings headings(CaseList list) {
    return turn.await(() -> files.table(list).headings());
  }

  /** What was chosen for this list, else the last time for these headings, else what they say. */
  public ColumnMapping proposal(CaseList list, Headings headings) {
    ColumnMapping chosen = list.columns();
    return chosen != null
        ? chosen
        : remembered(list, headings).orElseGet(() -> ColumnMapping.proposed(headings));
  }

  /** Whether the municipality has chosen columns for these headings before. */
  public boolean isRemembered(CaseList list, Headings headings) {
    return remembered(list, headings).isPresent();
  }

  private Optional<ColumnMapping> remembered(CaseList list, Headings headings) {
    return transactions.inOne(() -> store.columns(list.municipality(), headings.signature()));
  }

  /**
   * Chooses columns for this list and for later ones with the same headings.
   *
   * @return what is wrong with them; then nothing is chosen
   */
  public List<Flaw> choose(CaseList list, Headings headings, ColumnMapping columns) {
    List<Flaw> flaws = columns.flaws(headings.names().size());
    if (flaws.isEmpty()) {
      transactions.runInOne(
          () -> {
            store.choose(list.id(), columns);
            store.remember(list.municipality(), headings.signature(), columns);
          });
    }
    return flaws;
  }

  /**
   * A word that nobody has explained.
   *
   * @param rows how many rows have it
   */
  public record Word(Field field, String word, int rows) {}

  /** Words to be explained, the most frequent first, at most {@link #MOST_WORDS}. */
  public List<Word> unknownWords(CaseList list) {
    Map<UnknownWord, Integer> found = new HashMap<>();
    WordMapping words = words(list);
    turn.await(
        () -> {
          RowReading rows = files.reading(list, words);
          files
              .table(list)
              .rows(
                  (number, cells) -> {
                    for (UnknownWord word : rows.unknownWords(cells)) {
                      if (found.size() < MOST_DIFFERENT_WORDS || found.containsKey(word)) {
                        found.merge(word, 1, Integer::sum);
                      }
                    }
                    return true;
                  });
          return found;
        });
    return found.entrySet().stream()
        .map(entry -> new Word(entry.getKey().field(), entry.getKey().word(), entry.getValue()))
        .sorted(
            Comparator.comparing(Word::field)
                .thenComparing(Comparator.comparingInt(Word::rows).reversed())
                .thenComparing(Word::word))
        .limit(MOST_WORDS)
        .toList();
  }

  /** Explains words, for all lists of the municipality. */
  public void explain(CaseList list, WordMapping words) {
    transactions.runInOne(() -> store.remember(list.municipality(), words));
  }

  /** What the municipality has explained so far. */
  public WordMapping words(CaseList list) {
    return transactions.inOne(() -> store.words(list.municipality()));
  }

  public Preview preview(CaseList list) {
    WordMapping words = words(list);
    return turn.await(() -> previews.of(list, words));
  }

  /** What a yes has come to. */
  public enum Answer {
    /** It will be registered. */
    TAKEN,
    /** Columns or words are not those that were looked at any more: nothing has happened. */
    CHANGED,
    /** It is not open any more, or no columns are chosen. */
    NOT_OPEN
  }

  /**
   * Has the list registered. Joins the open transaction.
   *
   * @param seen the fingerprint of the preview that was looked at
   */
  public Answer confirm(UUID id, String seen) {
    return transactions.inOne(
        () -> {
          CaseList list = store.hold(id).filter(CaseList::isOpen).orElse(null);
          ColumnMapping columns = list == null ? null : list.columns();
          if (list == null || columns == null) {
            return Answer.NOT_OPEN;
          }
          WordMapping words = store.words(list.municipality());
          if (!Fingerprint.of(columns, words).equals(seen)) {
            return Answer.CHANGED;
          }
          store.confirm(id, words);
          queue.enqueue(id);
          return Answer.TAKEN;
        });
  }

  /**
   * Deletes the file of a list that is not confirmed. Joins the open transaction.
   *
   * @return false when it is not open any more
   */
  public boolean discard(UUID id) {
    return transactions.inOne(
        () -> {
          Optional<CaseList> open = store.hold(id).filter(CaseList::isOpen);
          open.ifPresent(list -> store.end(id, State.DISCARDED));
          return open.isPresent();
        });
  }

  /** Errors and what is set aside: as registered, or as they would be. */
  public List<Note> notes(CaseList list, int limit) {
    if (list.isOpen()) {
      List<Note> all = list.columns() == null ? new ArrayList<>() : preview(list).notes();
      return all.subList(0, Math.min(limit, all.size()));
    }
    return transactions.inOne(() -> store.notes(list.id(), limit));
  }
}
