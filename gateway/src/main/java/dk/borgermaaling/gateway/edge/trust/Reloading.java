package dk.borgermaaling.gateway.edge.trust;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is made of files, and made anew when their bytes change. A new content counts once
 * two looks in a row have found the same, so that a half-written file never does. One that cannot
 * be used raises an alarm, and the value stays as it was; it is tried again at every look.
 */
public final class Reloading<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);
  private final String subject;
  private final Source source;
  private final Maker<T> maker;
  private final Alarms alarms;
  private volatile T current;
  private String inForce;
  private @Nullable String seen;

  /**
   * Reads for the first time.
   *
   * @param subject how alarms and the log name it
   * @throws IllegalStateException when the files cannot be used: a start must fail then
   */
  public Reloading(String subject, List<Path> files, Maker<T> maker, Alarms alarms) {
    this(subject, () -> FileContents.read(files), maker, alarms);
  }

  /** The same for files of which one names the others. */
  public Reloading(String subject, Source source, Maker<T> maker, Alarms alarms) {
    this.subject = subject;
    this.source = source;
    this.maker = maker;
    this.alarms = alarms;
    try {
      FileContents first = source.read();
      current = maker.make(first);
      inForce = first.digest();
      LOG.info("{}: read, {}", subject, current);
    } catch (Unusable e) {
      throw new IllegalStateException(subject + " cannot be used: " + e.reason(), e);
    }
  }

  public T current() {
    return current;
  }

  /** Looks at the files once. Costs a read of a few kilobytes; not for the path of a message. */
  public synchronized void look() {
    try {
      FileContents found = source.read();
      if (found.digest().equals(inForce)) {
        seen = null;
        alarms.clear(subject);
      } else if (found.digest().equals(seen)) {
        replace(found);
      } else {
        seen = found.digest();
      }
    } catch (Unusable e) {
      alarms.raise(subject, e.reason() + "; it goes on as last read");
    }
  }

  private void replace(FileContents found) throws Unusable {
    T next = maker.make(found);
    maker.checkReplacement(next);
    current = next;
    inForce = found.digest();
    seen = null;
    alarms.clear(subject);
    LOG.info("{}: read anew, now {}", subject, next);
  }

  /** Reads the bytes anew. */
  public interface Source {
    FileContents read() throws Unusable;
  }

  /** Makes the value of the bytes. Its text stands in the log and must hold no secret. */
  public interface Maker<T> {
    T make(FileContents contents) throws Unusable;

    /** Refuses a value that could be started with and must not replace a good one. */
    default void checkReplacement(T next) throws Unusable {}
  }
}
