package dk.borgermaaling.gateway.tables;

import java.time.LocalDate;
import java.util.List;

/** Names a row of a table: its key and its first day. */
public record RowRef(List<String> key, LocalDate from) {
  public RowRef {
    key = List.copyOf(key);
  }
}
