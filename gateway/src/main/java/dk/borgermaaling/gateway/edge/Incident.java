package dk.borgermaaling.gateway.edge;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One problem that was told to one caller. The caller gets the id; the log has it with the cause.
 * Messages of exceptions stay out of the log, because libraries put the caller's data into them.
 */
public record Incident(UUID id, Problem problem) {
  private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
  private static final int FRAMES = 15;

  /** Gives the problem an id and writes the log line. */
  public static Incident log(Problem problem, @Nullable Throwable cause) {
    Incident incident = new Incident(UUID.randomUUID(), problem);
    if (problem.type().blame() == ProblemType.Blame.RECEIVER) {
      LOG.error("incident {} {}{}", incident.id, problem.type().slug(), trace(cause, FRAMES));
    } else {
      LOG.info("incident {} {}{}", incident.id, problem.type().slug(), trace(cause, 0));
    }
    return incident;
  }

  /** As {@link #log(Problem, Throwable)}; an exception without a problem is a failure of ours. */
  public static Incident log(Throwable thrown) {
    ProblemException known = problemIn(thrown);
    if (known != null) {
      return log(known.problem(), known);
    }
    return log(
        new Problem.Plain(ProblemType.INTERNAL, "The gateway failed; the incident is logged"),
        thrown);
  }

  /** The problem that an exception or one of its causes carries. */
  public static @Nullable ProblemException problemIn(@Nullable Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < 20; i++, at = at.getCause()) {
      if (at instanceof ProblemException known) {
        return known;
      }
    }
    return null;
  }

  /** The id as callers see it. */
  public String instance() {
    return "urn:uuid:" + id;
  }

  private static String trace(@Nullable Throwable cause, int frames) {
    StringBuilder text = new StringBuilder();
    Throwable at = cause;
    for (int i = 0; at != null && i < 10; i++, at = at.getCause()) {
      text.append(i == 0 ? ": " : " <- ").append(at.getClass().getName());
      if (at instanceof Refusal || at instanceof ProblemException) {
        text.append(" (").append(at.getMessage()).append(')');
      }
      StackTraceElement[] stack = at.getStackTrace();
      for (int f = 0; f < Math.min(frames, stack.length); f++) {
        text.append("\n\tat ").append(stack[f]);
      }
    }
    return text.toString();
  }
}
