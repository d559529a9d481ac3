package dk.borgermaaling.gateway.enquiry.web;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.reporting.web.Choice;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows: never the number that was typed, nor whether anything is known of it.
 *
 * @param municipalities that the account may tell it for
 * @param done what was done with the form before, or empty
 * @param problem why the form was not taken, or empty
 */
public record OptOutForm(
    List<Choice> municipalities, List<Choice> reasons, String done, String problem) {

  /** Ten digits, also in groups of six and four. */
  static Optional<CprNumber> cpr(String typed) {
    try {
      return Optional.of(new CprNumber(typed.strip().replaceFirst("^([0-9]{6})[- ]", "$1")));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }
}
