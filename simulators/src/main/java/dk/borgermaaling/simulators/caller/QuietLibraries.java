package dk.borgermaaling.simulators.caller;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns down loggers of libraries that warn several times for each good message. */
final class QuietLibraries {
  /** Kept, because the log manager forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("DEPRECATED"),
          Logger.getLogger("org.apache.jcp.xml.dsig.internal.dom.DOMReference"));

  private QuietLibraries() {}

  static void silence() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
