package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.letter.PostalAddress;
import dk.borgermaaling.gateway.letter.PrintChoices;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * One letter as remote print (fjernprint) will carry it. {@link #defect} checks what the schema of
 * ForsendelseI and the print suppliers ask, because the post component takes a letter that breaks
 * them and fails it later.
 */
public final class LetterMessage implements OutgoingMessage {
  /** Bytes of the PDF before Base64; what the receiving interface takes. */
  public static final int LARGEST = 7 * 1024 * 1024;

  private static final int LONGEST_TITLE = 150;
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  private final UUID messageUuid;
  private final UUID transactionId;
  private final Cvr senderCvr;
  private final String title;
  private final PostalAddress address;
  private final PrintChoices print;
  private final byte[] pdf;
  private final Postage postage;

  /**
   * @param messageUuid the letter's AfsendelseIdentifikator
   * @param title names the document at the print supplier; stands nowhere on the envelope
   */
  public LetterMessage(
      UUID messageUuid,
      UUID transactionId,
      Cvr senderCvr,
      String title,
      PostalAddress address,
      PrintChoices print,
      byte[] pdf,
      Postage postage) {
    this.messageUuid = messageUuid;
    this.transactionId = transactionId;
    this.senderCvr = senderCvr;
    this.title = title;
    this.address = address;
    this.print = print;
    this.pdf = pdf.clone();
    this.postage = postage;
  }

  @Override
  public Channel channel() {
    return Channel.LETTER;
  }

  @Override
  public UUID messageUuid() {
    return messageUuid;
  }

  @Override
  public UUID transactionId() {
    return transactionId;
  }

  @Override
  public Cvr senderCvr() {
    return senderCvr;
  }

  public String title() {
    return title;
  }

  public PostalAddress address() {
    return address;
  }

  public PrintChoices print() {
    return print;
  }

  public byte[] pdf() {
    return pdf.clone();
  }

  @Override
  public Postage postage() {
    return postage;
  }

  @Override
  public Optional<String> defect() {
    return MemoLimits.identifiers(messageUuid, transactionId)
        .or(() -> MemoLimits.within(title, LONGEST_TITLE, "the title"))
        .or(
            () ->
                print.shipmentType() == null
                    ? Optional.of("no type of shipment is agreed with the print supplier")
                    : Optional.empty())
        .or(address::defect)
        .or(this::pdfDefect)
        .or(
            () ->
                MemoLimits.characters(
                    title
                        + address.name()
                        + String.join("", address.freeLines())
                        + address.subdivision()));
  }

  private Optional<String> pdfDefect() {
    if (pdf.length < PDF.length || !Arrays.equals(pdf, 0, PDF.length, PDF, 0, PDF.length)) {
      return Optional.of("the letter must be a PDF");
    }
    return pdf.length > LARGEST
        ? Optional.of("the letter must have at most 7 MiB")
        : Optional.empty();
  }

  /** Without name, address and content: none may reach a log. */
  @Override
  public String toString() {
    return "LetterMessage[" + messageUuid + "]";
  }
}
