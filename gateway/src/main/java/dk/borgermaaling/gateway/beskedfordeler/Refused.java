package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;

/** Why a whole message is set aside, beside what its payload says of itself. */
public enum Refused {
  /** TilladtModtager names others, and neither us nor the municipality that it is about. */
  WRONG_RECEIVER(
      "wrong-receiver", ProblemType.NOT_ALLOWED, "The message names other receivers than us"),
  /** ObjektAnsvarligMyndighed is missing, unknown, or several. */
  NO_MUNICIPALITY(
      "wrong-municipality",
      ProblemType.NOT_ALLOWED,
      "The envelope names no responsible authority that is one known municipality"),
  /** An event is of another municipality than the envelope. */
  OTHER_MUNICIPALITY(
      "wrong-municipality",
      ProblemType.NOT_ALLOWED,
      "The payload holds an event of another municipality than the envelope's"),
  UNREADABLE("malformed", ProblemType.MALFORMED, "The message is no envelope that can be read"),
  NOT_ONE_PAYLOAD(
      "malformed",
      ProblemType.MALFORMED,
      "The message must have one Beskeddata with one Base64 of the namespace"
          + " urn:besked:kuvert:1.0"),
  NOT_BASE64("malformed", ProblemType.MALFORMED, "The payload is not Base64"),
  /** For example the receipt of a letter, which belongs to another address. */
  OTHER_PAYLOAD(
      "other-payload",
      ProblemType.NOT_ALLOWED,
      "The payload is no registerCaseEvents of the contract case-event/1");

  private final String reason;
  private final ProblemType type;
  private final String detail;

  Refused(String reason, ProblemType type, String detail) {
    this.reason = reason;
    this.type = type;
    this.detail = detail;
  }

  public ProblemException exception() {
    return new ProblemException(problem());
  }

  Problem problem() {
    return new Problem.Plain(type, detail);
  }

  /** The reason of the dead letter. */
  static String reasonOf(Problem problem) {
    for (Refused refused : values()) {
      if (refused.problem().equals(problem)) {
        return refused.reason;
      }
    }
    return problem.type().slug();
  }
}
