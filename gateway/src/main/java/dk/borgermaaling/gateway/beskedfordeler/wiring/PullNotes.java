package dk.borgermaaling.gateway.beskedfordeler.wiring;

import dk.borgermaaling.gateway.beskedfordeler.Dueslag;
import dk.borgermaaling.gateway.beskedfordeler.Dueslags;
import dk.borgermaaling.gateway.beskedfordeler.PullMessages;
import dk.borgermaaling.gateway.kernel.Causes;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the table how pulling goes, and in the log when that changes. */
public final class PullNotes implements PullMessages.Notes {
  private static final Logger LOG = LoggerFactory.getLogger(PullNotes.class);
  private static final String CONNECTED = "";
  private final Dueslags table;
  private final Map<Dueslag, String> last = new ConcurrentHashMap<>();

  public PullNotes(Dueslags table) {
    this.table = table;
  }

  @Override
  public void connected(Dueslag from, Instant at) {
    if (!CONNECTED.equals(last.put(from, CONNECTED))) {
      LOG.info("pulling the queue of municipality {}", from.municipality().value());
    }
    note(() -> table.connected(from.municipality(), at));
  }

  @Override
  public void failed(Dueslag from, Instant at, String why) {
    if (!why.equals(last.put(from, why))) {
      LOG.warn("the queue of municipality {} is not pulled: {}", from.municipality().value(), why);
    }
    note(() -> table.failed(from.municipality(), at, why));
  }

  @Override
  public void unexpected(Dueslag from, RuntimeException failure) {
    LOG.error(
        "a message of municipality {} is not stored, and goes back to its queue: {}",
        from.municipality().value(),
        Causes.trace(failure));
  }

  /** The database may be what fails. */
  private static void note(Runnable update) {
    try {
      update.run();
    } catch (RuntimeException e) {
      LOG.debug("how pulling goes is not noted: {}", Causes.names(e));
    }
  }
}
