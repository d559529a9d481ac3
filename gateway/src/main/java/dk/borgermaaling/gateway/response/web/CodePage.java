package dk.borgermaaling.gateway.response.web;

/**
 * What {@code survey/code.jte} shows. What was typed is not shown again: the next person at a
 * shared computer must not read it.
 *
 * @param heading of what went wrong, in Danish; empty when nothing did
 */
public record CodePage(String heading, String problem) {
  static final CodePage EMPTY = new CodePage("", "");

  /** The same for every wrong code: not of ours, mistyped, or not there any more. */
  static final CodePage UNKNOWN =
      new CodePage("Koden passer ikke", "Se efter i brevet, og indtast koden igen");

  static final CodePage TOO_MANY =
      new CodePage("Der er prøvet for mange gange", "Vent et minut, og indtast koden igen");

  public boolean failed() {
    return !heading.isEmpty();
  }
}
