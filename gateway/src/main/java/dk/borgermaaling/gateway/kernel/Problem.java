package dk.borgermaaling.gateway.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a caller can act on; everything else is a bug and travels as an ordinary exception. */
public sealed interface Problem {
  ProblemType type();

  /**
   * Safe to send: never a CPR number, a stack trace, a host name, a key alias or the check that
   * failed.
   */
  String publicDetail();

  /** After which real time a repeat is worthwhile; null when nobody can tell, or it never is. */
  default @Nullable Duration tryAgainAfter() {
    return null;
  }

  /** A field, or the message as a whole, is not what the contract says. */
  record Malformed(String field, String expected) implements Problem {
    @Override
    public ProblemType type() {
      return ProblemType.MALFORMED;
    }

    @Override
    public String publicDetail() {
      return field + " must be " + expected;
    }
  }

  /**
   * Any failure of signature, token, time or replay: which one is in the log, never in the answer.
   */
  record NotTrusted() implements Problem {
    @Override
    public ProblemType type() {
      return ProblemType.NOT_TRUSTED;
    }

    @Override
    public String publicDetail() {
      return "The message could not be trusted";
    }
  }

  /** A problem that its type and one sentence describe. {@code publicDetail} is safe to send. */
  record Plain(ProblemType type, String publicDetail) implements Problem {}

  /** A system that the gateway needs does not answer. */
  record UpstreamUnavailable(String system, Duration retryAfter) implements Problem {
    @Override
    public ProblemType type() {
      return ProblemType.UPSTREAM_UNAVAILABLE;
    }

    @Override
    public String publicDetail() {
      return "%s does not answer; try again in %d s".formatted(system, retryAfter.toSeconds());
    }

    @Override
    public Duration tryAgainAfter() {
      return retryAfter;
    }
  }

  /**
   * A caller has used up what it may send for now.
   *
   * @param tryAgainAfter whole seconds, at least one; any other wait is rounded up to that
   */
  record TooManyRequests(Duration tryAgainAfter) implements Problem {
    public TooManyRequests {
      long seconds = tryAgainAfter.plus(Duration.ofNanos(999_999_999)).toSeconds();
      tryAgainAfter = Duration.ofSeconds(Math.max(1, seconds));
    }

    @Override
    public ProblemType type() {
      return ProblemType.TOO_MANY_REQUESTS;
    }

    @Override
    public String publicDetail() {
      return "Too many calls; try again in %d s".formatted(tryAgainAfter.toSeconds());
    }
  }
}
