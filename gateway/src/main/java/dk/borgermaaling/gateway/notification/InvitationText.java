package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.invitation.Step;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.net.URI;

/**
 * The words of an invitation and of its reminder, in Danish. Nothing here depends on the survey
 * group: subject, file name and text are the same for everybody, so that no mailbox and no
 * shoulder-surfer learns which benefit somebody receives.
 *
 * @param contact one sentence that says whom to ask; from the settings
 */
public record InvitationText(String contact) implements MessageText {
  private static final String FILE_NAME = "invitation.html";
  private static final String QUESTION = "Hvordan oplever du kommunens indsats?";
  private static final String HEADS_UP =
      "Du har post i Digital Post. Log ind, som du plejer; denne besked har intet link.";
  private static final String ADVICE =
      "Din kommune vil gerne høre, hvordan du oplever indsatsen. Det er frivilligt at svare.";

  @Override
  public Written write(Channel channel, Writing writing) {
    if (channel != Channel.NEMSMS) {
      return new Written.Ready(digitalPost(writing));
    }
    return writing.recipient() instanceof Recipient.Person person
        ? new Written.Ready(nemSms(writing, person))
        : new Written.Refused(new Failure(FailureClass.STOPPED, Failure.NOT_SUBSCRIBED_TO_NEMSMS));
  }

  private DigitalPostMessage digitalPost(Writing writing) {
    Municipality authority = writing.authority();
    Step step = writing.step();
    return new DigitalPostMessage(
        writing.identifiers().messageUuid(),
        writing.identifiers().transactionId(),
        writing.messageId(),
        authority.cvr(),
        authority.authorityName(),
        writing.recipient(),
        step.isReminder() ? "Påmindelse: " + QUESTION : QUESTION,
        ADVICE,
        document(step, authority.authorityName(), writing.link()),
        FILE_NAME,
        "Besvar spørgeskemaet",
        writing.link(),
        writing.createdAt());
  }

  private static NemSmsMessage nemSms(Writing writing, Recipient.Person person) {
    return new NemSmsMessage(
        writing.identifiers().messageUuid(),
        writing.identifiers().transactionId(),
        writing.messageId(),
        writing.authority().cvr(),
        writing.authority().authorityName(),
        person,
        "Du har post",
        HEADS_UP);
  }

  private String document(Step step, String authority, URI link) {
    return """
        <!DOCTYPE html>
        <html lang="da">
        <head><meta charset="utf-8"><title>%1$s</title></head>
        <body>
        <h1>%1$s</h1>
        %2$s
        <p>%3$s vil gerne vide, hvordan du har oplevet mødet med kommunen og den hjælp, du har fået. \
        Formålet er at gøre indsatsen bedre.</p>
        <p><a href="%4$s">Besvar spørgeskemaet</a>. Det tager få minutter. Linket er personligt: \
        send det ikke videre.</p>
        <h2>Det er frivilligt</h2>
        <p>Du bestemmer selv, om du vil svare. Det har ingen betydning for din sag eller din \
        ydelse, om du svarer, eller hvad du svarer. Vil du ikke være med, skal du ikke gøre noget. \
        Du får højst én påmindelse, og den kan du bede kommunen om at blive fri for.</p>
        <h2>Sådan bruges dit svar</h2>
        <p>%3$s er dataansvarlig. Dit svar gemmes uden navn og CPR-nummer, og det bruges kun til \
        statistik. Din sagsbehandler kan ikke se, om du har svaret, eller hvad du har svaret.</p>
        <h2>Spørgsmål</h2>
        <p>%5$s</p>
        <p>Venlig hilsen<br>%3$s</p>
        </body>
        </html>
        """
        .formatted(
            QUESTION,
            step.isReminder() ? "<p>Vi skrev til dig for nylig. Dette er en påmindelse.</p>" : "",
            escaped(authority),
            escaped(link.toString()),
            escaped(contact));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
