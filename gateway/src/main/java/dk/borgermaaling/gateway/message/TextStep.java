package dk.borgermaaling.gateway.message;

/** Which message of an invitation a text is for. */
public enum TextStep {
  FIRST("Invitation"),
  /** Every reminder (påmindelse), whatever its number. */
  REMINDER("Påmindelse");

  private final String danish;

  TextStep(String danish) {
    this.danish = danish;
  }

  public String danish() {
    return danish;
  }
}
