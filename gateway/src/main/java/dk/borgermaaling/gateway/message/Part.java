package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;

/**
 * A part of a text. Longest lengths are MeMo's (XSD 1.1; NemSMS and notification 150); they hold
 * for what is filled in too.
 */
public enum Part {
  SUBJECT("Emne", 256, "Vises i indbakken og på låste skærme; helst højst 50 tegn"),
  NOTIFICATION("Advisering", 150, "Sendes som e-mail eller på låst skærm; højst 150 tegn"),
  FILE_NAME("Filnavn", 256, "Navnet på dokumentet, for eksempel invitation.html"),
  BODY("Brødtekst", 20_000, "Selve beskeden"),
  ACTION_LABEL("Knappens tekst", 256, "Teksten på den knap, der åbner spørgeskemaet"),
  SMS("NemSMS", 150, "Højst 150 tegn, uden link");

  private final String danish;
  private final int longest;
  private final String hint;

  Part(String danish, int longest, String hint) {
    this.danish = danish;
    this.longest = longest;
    this.hint = hint;
  }

  /** Whether a text of this channel has it. */
  public boolean isIn(Channel channel) {
    return switch (this) {
      case SUBJECT -> true;
      case BODY -> channel != Channel.NEMSMS;
      case SMS -> channel == Channel.NEMSMS;
      case NOTIFICATION, FILE_NAME, ACTION_LABEL -> channel == Channel.DIGITAL_POST;
    };
  }

  public String danish() {
    return danish;
  }

  /** In characters as Java counts them, which is never fewer than the schema counts. */
  public int longest() {
    return longest;
  }

  /** Whether it shows on a lock screen, in a list, on an envelope or in a file's name. */
  public boolean isSeenOutside() {
    return this != BODY;
  }

  public String hint() {
    return hint;
  }
}
