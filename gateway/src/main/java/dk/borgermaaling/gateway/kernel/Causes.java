package dk.borgermaaling.gateway.kernel;

import java.sql.SQLException;

/**
 * What went wrong, as a log may say it: classes and places. Messages of exceptions stay out,
 * because libraries put the values of a statement and the caller's data into them; only an
 * exception that promises a {@link SafeMessage} has its own repeated.
 */
public final class Causes {
  private static final int FRAMES = 15;
  private static final int DEEPEST = 10;

  private Causes() {}

  /** The classes from the outermost exception to its cause, in one line. */
  public static String names(Throwable thrown) {
    return text(thrown, 0);
  }

  /** As {@link #names}, each with the places where it passed. */
  public static String trace(Throwable thrown) {
    return text(thrown, FRAMES);
  }

  private static String text(Throwable thrown, int frames) {
    StringBuilder text = new StringBuilder();
    Throwable at = thrown;
    for (int i = 0; at != null && i < DEEPEST; i++, at = at.getCause()) {
      text.append(i == 0 ? "" : " <- ").append(at.getClass().getName());
      if (at instanceof SafeMessage) {
        text.append(" (").append(at.getMessage()).append(')');
      }
      if (at instanceof SQLException sql) {
        text.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
      }
      StackTraceElement[] stack = at.getStackTrace();
      for (int f = 0; f < Math.min(frames, stack.length); f++) {
        text.append("\n\tat ").append(stack[f]);
      }
    }
    return text.toString();
  }
}
