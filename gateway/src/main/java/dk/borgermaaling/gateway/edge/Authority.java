package dk.borgermaaling.gateway.edge;

import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;

/** The municipality that a caller acts for: the one whose CVR its token or configuration names. */
public final class Authority {
  private final Municipalities municipalities;
  private final BusinessClock clock;

  public Authority(Municipalities municipalities, BusinessClock clock) {
    this.municipalities = municipalities;
    this.clock = clock;
  }

  /**
   * The municipality of today.
   *
   * @throws ProblemException not allowed, when the CVR is not a municipality's
   */
  public MunicipalityCode of(Caller caller) {
    return municipalities
        .byCvr(caller.cvr(), clock.today())
        .map(Municipality::code)
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem.Plain(
                        ProblemType.NOT_ALLOWED, "The token's CVR is not a municipality's")));
  }

  /**
   * As {@link #of(Caller)}, for a call that names its municipality.
   *
   * @throws ProblemException not allowed, when that is another than the caller's
   */
  public MunicipalityCode of(Caller caller, MunicipalityCode named) {
    MunicipalityCode own = of(caller);
    if (!own.equals(named)) {
      throw new ProblemException(
          new Problem.Plain(
              ProblemType.NOT_ALLOWED, "The call is about another municipality than the token's"));
    }
    return own;
  }
}
