package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;

/** Opens the sealed files of lists. */
public final class ListFiles {
  private final Transactions transactions;
  private final CaseListStore store;
  private final FileCipher cipher;
  private final SheetReader reader;
  private final KnownTargetGroups groups;
  private final BusinessClock clock;

  public ListFiles(
      Transactions transactions,
      CaseListStore store,
      FileCipher cipher,
      SheetReader reader,
      KnownTargetGroups groups,
      BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.cipher = cipher;
    this.reader = reader;
    this.groups = groups;
    this.clock = clock;
  }

  Table table(byte[] file) {
    return new Table(reader, file);
  }

  byte[] seal(byte[] file, java.util.UUID list) {
    return cipher.seal(file, list);
  }

  /**
   * The table of a list whose file is still there.
   *
   * @throws Unreadable when it is deleted
   */
  Table table(CaseList list) {
    byte[] sealed =
        transactions
            .inOne(() -> store.sealedFile(list.id()))
            .orElseThrow(() -> new Unreadable(Unreadable.Reason.EMPTY));
    return table(cipher.open(sealed, list.id()));
  }

  /** By the columns chosen for the list. */
  RowReading reading(CaseList list, WordMapping words) {
    ColumnMapping columns = list.columns();
    if (columns == null) {
      throw new IllegalStateException("no columns are chosen for the list " + list.id());
    }
    return new RowReading(
        new RowReading.Terms(list.municipality(), columns, words, groups, clock.now()));
  }

  ListFile open(CaseList list, WordMapping words) {
    return new ListFile(table(list), reading(list, words));
  }

  KnownTargetGroups groups() {
    return groups;
  }
}
