package dk.borgermaaling.simulators.sts;

/**
 * Why no token is issued. Two numberings are known for the real service and it is not known which
 * one it uses today, so an answer carries the vendor's number as event id and KOMBIT's in its text.
 */
public final class StsFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** The reasons, with the vendor's and KOMBIT's number. */
  public enum Reason {
    UNKNOWN_CALLER(5607, 101),
    UNKNOWN_SERVICE(5002, 101),
    NO_AGREEMENT(5002, 101),
    NO_GRANT(5008, 101),
    NOT_ONE_CVR_CLAIM(5015, 103),
    MALFORMED(5000, 103),
    NOT_TRUSTED(5001, 103);

    private final int vendorNumber;
    private final int kombitNumber;

    Reason(int vendorNumber, int kombitNumber) {
      this.vendorNumber = vendorNumber;
      this.kombitNumber = kombitNumber;
    }

    int vendorNumber() {
      return vendorNumber;
    }

    int kombitNumber() {
      return kombitNumber;
    }
  }

  private final Reason reason;

  StsFault(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** KOMBIT's number and the text. */
  String text() {
    return reason.kombitNumber() + ": " + getMessage();
  }
}
