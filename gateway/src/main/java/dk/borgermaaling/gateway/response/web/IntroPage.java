package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.web.Contact;
import java.util.List;

/**
 * What {@code survey/intro.jte} shows.
 *
 * @param authority legal name of the municipality that asks
 * @param hidden answers of a citizen who went back to here
 */
public record IntroPage(
    String authority, int questions, int pages, Contact contact, List<HiddenField> hidden) {}
