package dk.borgermaaling.gateway.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small table held in memory. It is read by {@link #refresh()} alone, never by {@link #get()}: it
 * can be asked inside a transaction of another database role, and costs nothing to ask.
 */
public final class Snapshot<T> {
  private final String name;
  private final Supplier<T> source;
  private volatile @Nullable T current;

  public Snapshot(String name, Supplier<T> source) {
    this.name = name;
    this.source = source;
  }

  public T get() {
    T known = current;
    if (known == null) {
      throw new IllegalStateException(name + " was asked before it was read");
    }
    return known;
  }

  public void refresh() {
    current = source.get();
  }
}
