package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.util.Optional;
import java.util.UUID;

/** A message that is ready to leave by one channel. */
public sealed interface OutgoingMessage permits DigitalPostMessage, LetterMessage, NemSmsMessage {
  Channel channel();

  /**
   * The identifier that receipts come back with, the same for every channel of a step: MeMo's
   * messageUUID, a letter's AfsendelseIdentifikator.
   */
  UUID messageUuid();

  /** Travels in the header {@code x-TransaktionsId}. */
  UUID transactionId();

  Cvr senderCvr();

  /** What is wrong with the message, without any of its content; empty when it may be sent. */
  Optional<String> defect();

  /** What it costs; paid in the transaction that commits that its call begins. */
  default Postage postage() {
    return Postage.FREE;
  }
}
