package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.util.HashMap;
import java.util.Map;

/** CPR numbers of one run: from the search where it carries them, else each asked for once. */
final class CprNumbers {
  /** So many failed questions mean that Momentum is down, not that one citizen is broken. */
  private static final int FAILURES = 5;

  private final Momentum momentum;
  private final Map<String, String> told = new HashMap<>();
  private int failures;

  CprNumbers(Momentum momentum) {
    this.momentum = momentum;
  }

  void tell(String citizen, String cpr) {
    told.put(citizen, cpr);
  }

  /**
   * @throws ProblemException {@code NOT_FOUND} when Momentum does not know the citizen, {@code
   *     MALFORMED} when its number is none, {@code UPSTREAM_UNAVAILABLE} when it does not answer
   */
  CprNumber of(String citizen) {
    String known = told.get(citizen);
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
      tell(citizen, answer);
      return answer;
    } catch (ProblemException e) {
      if (e.problem().type() == ProblemType.UPSTREAM_UNAVAILABLE) {
        failures++;
      }
      throw e;
    }
  }
}
