package dk.borgermaaling.gateway.edge;

import dk.borgermaaling.gateway.kernel.Causes;
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

  /**
   * Gives the problem an id and writes the log line. Of calls beyond a limit {@code edge.limit}
   * tells once a minute for each caller: a line each would let a flood wash the log away.
   */
  public static Incident log(Problem problem, @Nullable Throwable cause) {
    Incident incident = new Incident(UUID.randomUUID(), problem);
    String slug = problem.type().slug();
    if (problem.type().blame() == ProblemType.Blame.RECEIVER) {
      LOG.error(
          "incident {} {}{}", incident.id, slug, cause == null ? "" : ": " + Causes.trace(cause));
    } else if (problem.type() == ProblemType.TOO_MANY_REQUESTS) {
      LOG.debug("incident {} {}", incident.id, slug);
    } else {
      LOG.info(
          "incident {} {}{}", incident.id, slug, cause == null ? "" : ": " + Causes.names(cause));
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
}
