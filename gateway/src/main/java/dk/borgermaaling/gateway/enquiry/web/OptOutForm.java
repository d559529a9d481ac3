package dk.borgermaaling.gateway.enquiry.web;

import dk.borgermaaling.gateway.reporting.web.Choice;
import java.util.List;

/**
 * What the page shows: never the number that was typed, nor whether anything is known of it.
 *
 * @param municipalities that the account may tell it for
 * @param done what was done with the form before, or empty
 * @param problem why the form was not taken, or empty
 */
public record OptOutForm(
    List<Choice> municipalities, List<Choice> reasons, String done, String problem) {}
