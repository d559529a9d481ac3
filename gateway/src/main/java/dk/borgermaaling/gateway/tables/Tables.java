package dk.borgermaaling.gateway.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All tables that can be edited, in the order of their names. */
public final class Tables {
  private final List<EditableTable> all;

  public Tables(List<EditableTable> all) {
    this.all = all.stream().sorted(Comparator.comparing(EditableTable::name)).toList();
    if (this.all.stream().map(EditableTable::id).distinct().count() != all.size()) {
      throw new IllegalArgumentException("two editable tables have one id");
    }
  }

  public List<EditableTable> all() {
    return all;
  }

  public Optional<EditableTable> byId(String id) {
    return all.stream().filter(table -> table.id().equals(id)).findFirst();
  }
}
