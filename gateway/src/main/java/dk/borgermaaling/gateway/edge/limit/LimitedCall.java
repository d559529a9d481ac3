package dk.borgermaaling.gateway.edge.limit;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call that is counted, from its first byte to its answer. One thread at a time uses it. */
public final class LimitedCall {
  static final String ATTRIBUTE = LimitedCall.class.getName();

  private final CallLimits limits;
  private final CallerKey key;
  private final Duration wait;
  private State state;

  private enum State {
    UNPROVED,
    VERIFIED,
    LIMITED
  }

  LimitedCall(CallLimits limits, CallerKey key, Duration wait) {
    this.limits = limits;
    this.key = key;
    this.wait = wait;
    this.state = wait.isZero() ? State.UNPROVED : State.LIMITED;
  }

  /** Refuses a call that was beyond a limit when it began; does nothing where none are counted. */
  public static void requireWithin(@Nullable HttpServletRequest request) {
    LimitedCall call = find(request);
    if (call != null) {
      call.requireWithin();
    }
  }

  /**
   * The caller of the request has proved to hold the certificate's key, so that the call is the
   * certificate's and no longer its address's. Does nothing where none are counted.
   *
   * @throws dk.borgermaaling.gateway.kernel.ProblemException too many requests, when the
   *     certificate is beyond its limit; the address has it counted too then, so that a caller that
   *     goes on is stopped before its signatures are verified
   */
  public static void verified(@Nullable HttpServletRequest request, Thumbprint certificate) {
    LimitedCall call = find(request);
    if (call != null) {
      call.verified(certificate);
    }
  }

  /** Refuses the call if it was beyond a limit when it began. */
  public void requireWithin() {
    if (!wait.isZero()) {
      throw Refusal.of(new Problem.TooManyRequests(wait), "beyond the limit of its caller");
    }
  }

  /**
   * The call has been answered. One that failed before its caller had proved anything counts as
   * refused.
   *
   * @param status of HTTP
   */
  public void end(int status) {
    limits.ended(key);
    if (state == State.VERIFIED) {
      limits.accepted(key);
    } else if (state == State.UNPROVED && status >= 400) {
      limits.refused(key);
    }
  }

  private void verified(Thumbprint certificate) {
    if (state != State.UNPROVED) {
      return;
    }
    if (key.kind() == CallerKey.Kind.ADDRESS) {
      Duration longer =
          limits.take(new CallerKey(CallerKey.Kind.CERTIFICATE, certificate.sha256()));
      if (!longer.isZero()) {
        state = State.LIMITED;
        throw Refusal.of(new Problem.TooManyRequests(longer), "beyond the limit of its caller");
      }
      limits.giveBack(key);
    }
    state = State.VERIFIED;
  }

  private static @Nullable LimitedCall find(@Nullable HttpServletRequest request) {
    return request != null && request.getAttribute(ATTRIBUTE) instanceof LimitedCall call
        ? call
        : null;
  }
}
