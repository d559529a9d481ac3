package dk.borgermaaling.gateway.tables.web;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.tables.ChangeSet;
import dk.borgermaaling.gateway.tables.Column;
import dk.borgermaaling.gateway.tables.TableDiff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A change set as shown. Times are real time, in Denmark.
 *
 * @param when when it was drafted, proposed or ended: the latest of them
 * @param closing who ended it and why; empty while it is open
 */
public record SetView(
    String id,
    String tableId,
    String table,
    ChangeSet.State state,
    String stateText,
    String proposer,
    String when,
    String proposedAt,
    String note,
    boolean correctsPast,
    int steps,
    String closing) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT).withZone(BusinessClock.DENMARK);

  /** A row that went or came; {@code sign} is a minus or a plus. */
  public record DiffRow(String sign, String word, TableView.RowView row) {}

  static SetView of(ChangeSet set, String table) {
    ChangeSet.Proposal proposal = set.proposal();
    ChangeSet.Closing closing = set.closing();
    Instant latest =
        closing != null ? closing.at() : proposal != null ? proposal.at() : set.draftedAt();
    return new SetView(
        set.id().toString(),
        set.table(),
        table,
        set.state(),
        state(set.state()),
        set.proposer(),
        TIME.format(latest),
        proposal == null ? "" : TIME.format(proposal.at()),
        set.note(),
        set.correctsPast(),
        set.changes().size(),
        closing == null ? "" : closing(closing));
  }

  private static String closing(ChangeSet.Closing closing) {
    String by = closing.by() == null ? "" : "af " + closing.by();
    return closing.note().isEmpty() ? by : (by + ": " + closing.note()).replaceFirst("^: ", "");
  }

  private static String state(ChangeSet.State state) {
    return switch (state) {
      case DRAFT -> "Kladde";
      case PROPOSED -> "Afventer";
      case CONFIRMED -> "Bekræftet";
      case REJECTED -> "Afvist";
      case EXPIRED -> "Udløbet";
    };
  }

  static List<DiffRow> diff(TableDiff diff, List<Column> columns, LocalDate day) {
    List<DiffRow> rows = new ArrayList<>();
    diff.removed()
        .forEach(row -> rows.add(new DiffRow("−", "Før", TableView.RowView.of(row, columns, day))));
    diff.added()
        .forEach(
            row -> rows.add(new DiffRow("+", "Efter", TableView.RowView.of(row, columns, day))));
    return rows;
  }
}
