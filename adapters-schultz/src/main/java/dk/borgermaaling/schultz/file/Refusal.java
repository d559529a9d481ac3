package dk.borgermaaling.schultz.file;

/** Why nothing is taken of a file. */
public enum Refusal {
  NO_CHECKSUM("its .sha256 file is not there"),
  NAME(
      "a name is letters, digits, . _ -, at most 150, and ends in .xml or .csv; nothing is unpacked"),
  NOT_A_FILE("it is a link, a folder or another thing than a file"),
  CHECKSUM_FORM("the .sha256 file is not what sha256sum writes for this file"),
  CHECKSUM("the content has another checksum than its .sha256 file says"),
  GROWING("it changed while it was read"),
  TOO_LARGE("it is larger than gateway.schultz.largest-file"),
  ENCODING("it is not UTF-8"),
  MALFORMED("it is not what the contract says"),
  WRONG_TENANT("it says that it is another tenant's");

  private final String text;

  Refusal(String text) {
    this.text = text;
  }

  /** Whether it is as it should be for a while: senders put the checksum there last. */
  boolean mayPass() {
    return this == NO_CHECKSUM || this == GROWING;
  }

  /** One sentence for the operator; nothing of the file is in it. */
  public String text() {
    return text;
  }
}
