package dk.borgermaaling.gateway.notification;

/** What came of writing a message. */
public sealed interface Written {
  /** May be sent, when it has no {@link OutgoingMessage#defect}. */
  record Ready(OutgoingMessage message) implements Written {}

  /** This channel cannot carry the step; {@code why} has a named reason that staff may see. */
  record Refused(Failure why) implements Written {}
}
