package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import java.util.Map;

/** The words that are used where nobody has written others. They name no group and no benefit. */
public final class BuiltInTexts {
  private static final String QUESTION = "Hvordan oplever du kommunens indsats?";
  private static final String ADVICE =
      "Din kommune vil gerne høre, hvordan du oplever indsatsen. Det er frivilligt at svare.";
  private static final String REMINDED = "Vi skrev til dig for nylig. Dette er en påmindelse.\n\n";
  private static final String BODY =
      """
      {municipality} vil gerne vide, hvordan du har oplevet mødet med kommunen og den hjælp, du har fået. {purpose}

      %s# Det er frivilligt

      {voluntary} {no-effect} {decline}

      # Sådan bruges dit svar

      {controller} {who-sees}

      # Spørgsmål

      {contact}

      {languages}
      %s""";
  private static final String BY_LINK =
      "[Besvar spørgeskemaet]({link}). Det tager få minutter. Linket er personligt: send det ikke"
          + " videre.\n\n";

  /** A letter's layout has its own closing, and its code a place of its own. */
  private static final String CLOSING = "\nVenlig hilsen\n{municipality}\n";

  private static final String SMS =
      "Du har post i Digital Post fra {municipality}. Log ind, som du plejer; denne besked har"
          + " intet link.";

  private BuiltInTexts() {}

  /** The text for a step by a channel, in Danish. */
  public static MessageTemplate of(TextStep step, Channel channel) {
    boolean reminder = step == TextStep.REMINDER;
    String subject = reminder ? "Påmindelse: " + QUESTION : QUESTION;
    boolean letter = channel == Channel.LETTER;
    String body =
        (reminder ? REMINDED : "") + BODY.formatted(letter ? "" : BY_LINK, letter ? "" : CLOSING);
    return new MessageTemplate(
        null,
        "Indbygget tekst",
        TextKey.forAll(step, channel, Duties.DANISH),
        Map.of(
            Part.SUBJECT,
            channel == Channel.NEMSMS ? "Du har post" : subject,
            Part.NOTIFICATION,
            ADVICE,
            Part.FILE_NAME,
            "invitation.html",
            Part.BODY,
            body,
            Part.ACTION_LABEL,
            "Besvar spørgeskemaet",
            Part.SMS,
            SMS));
  }
}
