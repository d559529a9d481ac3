package dk.borgermaaling.gateway.kernel;

import java.time.Duration;

/** What a caller can act on; everything else is a bug and travels as an ordinary exception. */
public sealed interface Problem {
  ProblemType type();

  /**
   * Safe to send: never a CPR number, a stack trace, a host name, a key alias or the check that
   * failed.
   */
  String publicDetail();

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
  }
}
