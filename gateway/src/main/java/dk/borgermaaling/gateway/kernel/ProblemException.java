package dk.borgermaaling.gateway.kernel;

/**
 * Carries a {@link Problem} to the edge that maps it to the protocol; its message is the public
 * detail.
 */
public final class ProblemException extends RuntimeException implements SafeMessage {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.publicDetail());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.publicDetail(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
