package dk.borgermaaling.gateway.tables;

import java.util.List;

/**
 * An effective-dated table that operators change with four eyes. Every bean of this type has its
 * page in the console; a table that an adapter contributes goes when the adapter goes.
 */
public interface EditableTable {
  /** Stable short name in addresses and in the database, for example {@code target-groups}. */
  String id();

  /** Danish name as shown. */
  String name();

  /** Danish sentence: what the table decides. */
  String about();

  /** In the order of the cells of a row; those of the key first. */
  List<Column> columns();

  /** All rows of all periods, as committed, or as they are in the open transaction. */
  List<Row> rows();

  /**
   * What is wrong with the table as it would be, beyond cells, keys and periods: for example a
   * group that does not exist. Danish sentences.
   */
  default List<String> problemsOf(List<Row> rows) {
    return List.of();
  }

  /** Removes and adds rows in the open transaction. A row that is not there any more is a bug. */
  void apply(TableDiff diff);

  /** The table as it is now, in order. */
  default TableContent content() {
    return TableContent.of(id(), rows(), columns());
  }
}
