package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.InvitationId;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.message.Duties;
import dk.borgermaaling.gateway.message.FilledText;
import dk.borgermaaling.gateway.message.MessageTexts;
import dk.borgermaaling.gateway.message.MessageTexts.Personal;
import dk.borgermaaling.gateway.message.Occasion;
import dk.borgermaaling.gateway.message.Part;
import dk.borgermaaling.gateway.message.TextStep;
import dk.borgermaaling.gateway.message.Words;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The words of an invitation and of its reminder: those of the text that is in use for it
 * (docs/message-texts.md), all of them or none.
 */
public final class InvitationText implements MessageText {
  /** As long as a link may be at all. */
  private static final URI LONGEST_LINK =
      URI.create("https://localhost/s/" + "x".repeat(MemoLimits.TEXT - 20));

  private final MessageTexts texts;
  private final Occasions occasions;

  public InvitationText(MessageTexts texts, Occasions occasions) {
    this.texts = texts;
    this.occasions = occasions;
  }

  /**
   * The built-in words alone.
   *
   * @param contact one sentence that says whom to ask
   */
  public InvitationText(String contact) {
    this(
        MessageTexts.builtIn(contact, LONGEST_LINK),
        invitation -> {
          throw new IllegalStateException("built-in words ask nothing of an invitation");
        });
  }

  @Override
  public Written write(Channel channel, Writing writing) {
    if (channel == Channel.NEMSMS && !(writing.recipient() instanceof Recipient.Person)) {
      return new Written.Refused(
          new Failure(FailureClass.STOPPED, Failure.NOT_SUBSCRIBED_TO_NEMSMS));
    }
    Words words =
        words(channel, writing.invitation(), writing.step(), writing.authority(), writing.link());
    return words instanceof Words.Ready ready
        ? new Written.Ready(message(ready.text(), writing, writing.messageId()))
        : new Written.Refused(new Failure(FailureClass.CONTENT, ((Words.Unfit) words).reason()));
  }

  /**
   * The words alone, for a channel that lays them out itself.
   *
   * @param link null for a channel that carries none in its text
   */
  public Words words(
      Channel channel,
      InvitationId invitation,
      Step step,
      Municipality authority,
      @Nullable URI link) {
    TextStep textStep = step.isReminder() ? TextStep.REMINDER : TextStep.FIRST;
    if (!texts.needsOccasion()) {
      return texts.write(
          new Occasion(authority.code(), null, "", textStep, channel, Duties.DANISH, ""),
          authority,
          new Personal(null, link));
    }
    Occasions.About about = occasions.of(invitation);
    return texts.write(
        new Occasion(
            authority.code(),
            about.round(),
            about.surveyGroup(),
            textStep,
            channel,
            Duties.DANISH,
            about.variant()),
        authority,
        new Personal(about.lastDay(), link));
  }

  /** Words as a message; of a test too, which has another reference. */
  static OutgoingMessage message(FilledText text, Writing writing, String messageId) {
    if (text.channel() == Channel.NEMSMS
        && writing.recipient() instanceof Recipient.Person person) {
      return new NemSmsMessage(
          writing.identifiers().messageUuid(),
          writing.identifiers().transactionId(),
          messageId,
          writing.authority().cvr(),
          writing.authority().authorityName(),
          person,
          text.subject(),
          text.line(Part.SMS));
    }
    if (text.channel() != Channel.DIGITAL_POST) {
      throw new IllegalArgumentException(text.channel() + " is no message of these words");
    }
    return new DigitalPostMessage(
        writing.identifiers().messageUuid(),
        writing.identifiers().transactionId(),
        messageId,
        writing.authority().cvr(),
        writing.authority().authorityName(),
        writing.recipient(),
        text.subject(),
        text.line(Part.NOTIFICATION),
        text.body().html(),
        text.line(Part.FILE_NAME),
        text.line(Part.ACTION_LABEL),
        writing.link(),
        writing.createdAt());
  }
}
