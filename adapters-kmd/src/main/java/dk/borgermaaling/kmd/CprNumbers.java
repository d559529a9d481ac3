package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CPR numbers of one run: from the search where it carries them, else each asked for once. */
final class CprNumbers {
  /** So many failed questions mean that Momentum is down, not that one citizen is broken. */
  private static final int FAILURES = 5;

  private final Momentum momentum;
  private final Map<String, String> asked = new HashMap<>();
  private @Nullable Look look;
  private int failures;

  CprNumbers(Momentum momentum) {
    this.momentum = momentum;
  }

  /** What this look carries need not be asked for. */
  void seenIn(Look seen) {
    look = seen;
  }

  /**
   * @throws ProblemException {@code NOT_FOUND} when Momentum does not know the citizen, {@code
   *     MALFORMED} when its number is none, {@code UPSTREAM_UNAVAILABLE} when it does not answer
   */
  CprNumber of(String citizen) {
    String known = asked.get(citizen);
    if (known == null && look != null) {
      known = look.cprOf(citizen).orElse(null);
    }
    return MomentumMapping.cpr(known == null ? ask(citizen) : known);
  }

  /** Whether one more failure still concerns this citizen alone. */
  boolean goesOnAfter(Problem problem) {
    return problem.type() != ProblemType.UPSTREAM_UNAVAILABLE || failures < FAILURES;
  }

  private String ask(String citizen) {
    try {
      String answer =
          momentum
              .cprOf(citizen)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          new Problem.Plain(
                              ProblemType.NOT_FOUND,
                              "Momentum does not know the citizen any more")));
      asked.put(citizen, answer);
      return answer;
    } catch (ProblemException e) {
      if (e.problem().type() == ProblemType.UPSTREAM_UNAVAILABLE) {
        failures++;
      }
      throw e;
    }
  }
}
