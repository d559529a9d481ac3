package dk.borgermaaling.gateway.edge.soap;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Libraries that warn once a message, or that quote what a stranger sent. What went wrong is in the
 * incident's line instead.
 */
public final class QuietLibraries {
  /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("org.apache.cxf.phase.PhaseInterceptorChain"),
          Logger.getLogger("org.apache.cxf.ws.security"),
          Logger.getLogger("org.apache.wss4j"),
          Logger.getLogger("org.apache.jcp.xml.dsig.internal.dom"),
          Logger.getLogger("org.apache.xml.security"),
          Logger.getLogger("net.shibboleth.shared"),
          Logger.getLogger("org.opensaml"),
          Logger.getLogger("DEPRECATED"));

  private QuietLibraries() {}

  public static void hush() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
