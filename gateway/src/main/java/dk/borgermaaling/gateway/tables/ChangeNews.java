package dk.borgermaaling.gateway.tables;

import java.util.List;
import java.util.function.BiConsumer;

/** Tells every {@link MappingChanged}. */
public final class ChangeNews {
  private final List<MappingChanged> listeners;
  private final BiConsumer<String, RuntimeException> failed;

  /**
   * @param failed told of a table and of what a listener threw when the change was committed
   */
  public ChangeNews(List<MappingChanged> listeners, BiConsumer<String, RuntimeException> failed) {
    this.listeners = List.copyOf(listeners);
    this.failed = failed;
  }

  void changing(String table) {
    listeners.forEach(listener -> listener.changing(table));
  }

  void changed(String table) {
    for (MappingChanged listener : listeners) {
      try {
        listener.changed(table);
      } catch (RuntimeException e) { // the table is changed already, and others must be told too
        failed.accept(table, e);
      }
    }
  }
}
