package dk.borgermaaling.gateway.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the blocks that every invitation must have, and the line in other languages. Ours,
 * not a template's: that they are said can then be checked by their place alone, whereas no program
 * can tell whether free prose says them.
 */
public final class Duties {
  /** The language of blocks and built-in texts. */
  public static final String DANISH = "da";

  private static final Map<String, String> LINES =
      Map.of(
          DANISH,
          "Beskeden er fra {municipality}: det er frivilligt at svare på spørgsmål om kommunens"
              + " indsats. Spørgeskemaet findes på dansk.",
          "en",
          "This message is from {municipality}: you are invited to answer some questions about the"
              + " municipality's help. It is voluntary and has no effect on your case. The"
              + " questionnaire is available in English.",
          "pl",
          "Ta wiadomość pochodzi od {municipality}: zapraszamy do odpowiedzi na pytania o pomoc"
              + " gminy. Udział jest dobrowolny i nie ma wpływu na Twoją sprawę. Ankieta jest"
              + " dostępna po polsku.",
          "uk",
          "Це повідомлення від {municipality}: запрошуємо відповісти на запитання про допомогу"
              + " муніципалітету. Це добровільно і не впливає на вашу справу. Анкета доступна"
              + " українською.",
          "ar",
          "هذه الرسالة من {municipality}: ندعوك للإجابة عن أسئلة حول مساعدة البلدية. المشاركة"
              + " طوعية ولا تؤثر على قضيتك. الاستبيان متاح باللغة العربية.");

  private static final List<String> RIGHT_TO_LEFT = List.of("ar", "fa", "ur");

  private Duties() {}

  /** The blocks that a body must have. */
  static List<Placeholder> all() {
    return Arrays.stream(Placeholder.values()).filter(Placeholder::isDuty).toList();
  }

  /**
   * What a block says, in Danish.
   *
   * @param authority the municipality's legal name
   * @param contact whom to ask; from the municipality or the settings
   */
  static String words(Placeholder duty, String authority, String contact) {
    return switch (duty) {
      case CONTROLLER -> authority + " er dataansvarlig.";
      case PURPOSE -> "Formålet er at gøre indsatsen bedre.";
      case VOLUNTARY -> "Du bestemmer selv, om du vil svare.";
      case NO_EFFECT ->
          "Det har ingen betydning for din sag eller din ydelse, om du svarer, eller hvad du"
              + " svarer.";
      case WHO_SEES ->
          "Dit svar gemmes uden navn og CPR-nummer, og det bruges kun til statistik. Din"
              + " sagsbehandler kan ikke se, om du har svaret, eller hvad du har svaret.";
      case DECLINE ->
          "Vil du ikke være med, skal du ikke gøre noget. Så kan du få påmindelser, og dem kan du"
              + " bede kommunen om at blive fri for.";
      case CONTACT -> contact;
      default -> throw new IllegalArgumentException(duty + " has no words of its own");
    };
  }

  /** The line that is said in a language; empty when nobody has written it. */
  static Optional<String> line(String language, String authority) {
    return Optional.ofNullable(LINES.get(language))
        .map(line -> line.replace(Placeholder.MUNICIPALITY.written(), authority));
  }

  static boolean isRightToLeft(String language) {
    return RIGHT_TO_LEFT.contains(language);
  }
}
