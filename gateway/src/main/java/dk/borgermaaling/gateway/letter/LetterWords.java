package dk.borgermaaling.gateway.letter;

import java.util.List;

/**
 * The words of a letter, without what differs from one citizen to the next. Nothing in them depends
 * on the survey group: a letter lies open on a kitchen table.
 *
 * @param heading the subject, also the title of the document
 * @param before what stands above the box with the code
 * @param howTo heading of the box
 * @param scan one sentence beside the QR code
 * @param type one sentence above the typed address and code
 * @param personal one sentence below the code
 * @param after what stands below the box
 * @param greeting last line before the sender's name
 * @param languages one line in each language that the survey can be answered or explained in
 */
public record LetterWords(
    String heading,
    List<Section> before,
    String howTo,
    String scan,
    String type,
    String personal,
    List<Section> after,
    String greeting,
    List<LanguageLine> languages) {
  public LetterWords {
    before = List.copyOf(before);
    after = List.copyOf(after);
    languages = List.copyOf(languages);
  }

  /**
   * A paragraph.
   *
   * @param heading may be empty
   */
  public record Section(String heading, String text) {}

  /**
   * One line for readers of another language.
   *
   * @param language BCP 47, for example {@code ar}
   */
  public record LanguageLine(String language, String text) {
    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "fa", "ur", "he");

    public boolean isRightToLeft() {
      return RIGHT_TO_LEFT.contains(language);
    }
  }

  private static final List<LanguageLine> LINES =
      List.of(
          new LanguageLine(
              "en",
              "English: This letter asks what you think of the help you get from the municipality."
                  + " It is voluntary. Use the code above."),
          new LanguageLine(
              "uk",
              "Українська: У цьому листі ми питаємо, якою є допомога муніципалітету. Це"
                  + " добровільно. Скористайтеся кодом вище."),
          new LanguageLine(
              "pl",
              "Polski: Pytamy, jak oceniasz pomoc gminy. Udział jest dobrowolny. Użyj kodu"
                  + " powyżej."),
          new LanguageLine(
              "ar",
              "العربية: نسألك عن رأيك في مساعدة البلدية. المشاركة طوعية. استخدم الرمز أعلاه."));

  /**
   * The words that hold where nobody has written others.
   *
   * @param authority legal name of the municipality
   * @param contact one sentence that says whom to ask
   */
  public static LetterWords standard(boolean reminder, String authority, String contact) {
    String question = "Hvordan oplever du kommunens indsats?";
    return new LetterWords(
        reminder ? "Påmindelse: " + question : question,
        List.of(
            new Section(
                "",
                (reminder ? "Vi skrev til dig for nylig. Dette er en påmindelse. " : "")
                    + authority
                    + " vil gerne vide, hvordan du har oplevet mødet med kommunen og den hjælp, du"
                    + " har fået. Formålet er at gøre indsatsen bedre."),
            new Section(
                "Det er frivilligt",
                "Du bestemmer selv, om du vil svare. Det har ingen betydning for din sag eller din"
                    + " ydelse, om du svarer, eller hvad du svarer. Vil du ikke være med, skal du"
                    + " ikke gøre noget. Vi kan sende en påmindelse, og den kan du bede kommunen om"
                    + " at blive fri for.")),
        "Sådan svarer du",
        "Scan koden med kameraet i din telefon.",
        "Eller skriv adressen i en browser, og indtast koden:",
        "Det tager få minutter. Koden er personlig: giv den ikke videre.",
        List.of(
            new Section(
                "Sådan bruges dit svar",
                authority
                    + " er dataansvarlig. Dit svar gemmes uden navn og CPR-nummer, og det bruges kun"
                    + " til statistik. Din sagsbehandler kan ikke se, om du har svaret, eller hvad du"
                    + " har svaret."),
            new Section("Spørgsmål", contact)),
        "Venlig hilsen",
        LINES);
  }
}
