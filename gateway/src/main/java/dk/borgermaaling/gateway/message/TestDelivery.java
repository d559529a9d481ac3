package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import java.util.UUID;

/** The road that real messages take, for one that is marked as a test. */
public interface TestDelivery {
  /** Where the link of a test leads: a page that says that it was one. */
  URI link();

  /** Makes the call once, without an open transaction; never throws for the other end. */
  Result send(TestMessage message);

  /**
   * A test.
   *
   * @param id of the message, made for this test alone
   * @param recipient goes into the message, and is neither stored nor logged
   */
  record TestMessage(UUID id, Municipality sender, Recipient recipient, FilledText text) {
    @Override
    public String toString() {
      return "TestMessage[" + id + "]";
    }
  }

  /** How a test ended. */
  enum Outcome {
    /** The call is under way, or the node died in it. */
    SENDING,
    ACCEPTED,
    REFUSED,
    /** For certain not taken; worth another try. */
    NOT_SENT,
    UNKNOWN
  }

  /**
   * The answer to a call.
   *
   * @param reason safe to show; empty when accepted
   */
  record Result(Outcome outcome, String reason) {}
}
