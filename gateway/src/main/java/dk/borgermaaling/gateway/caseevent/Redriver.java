package dk.borgermaaling.gateway.caseevent;

import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;

/** Makes an event of what a dead letter has kept; one for each format, by whoever parks in it. */
public interface Redriver {
  /** The format in {@link Told#format()} that this one understands. */
  String format();

  /**
   * Tries again by the tables of now. Joins the open transaction.
   *
   * @return stored or duplicate when it has become an event; rejected with the reason that holds
   *     now otherwise, and then the letter stays
   */
  EventReceipt drive(MunicipalityCode municipality, Told told);

  /** What the letter is filed under when it stays: by default the problem's own short name. */
  default String reasonOf(Problem problem) {
    return problem.type().slug();
  }
}
