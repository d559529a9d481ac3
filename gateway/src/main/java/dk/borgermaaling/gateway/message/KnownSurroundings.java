package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import dk.borgermaaling.gateway.survey.SurveyGroups;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the surroundings of a day together from what is kept in memory. */
public final class KnownSurroundings {
  /** A token of a link, in characters. */
  private static final int TOKEN = 43;

  /**
   * The questionnaire is Danish alone so far; a language that it gains is added here, and its line
   * is in {@link Duties}.
   */
  private static final List<String> LANGUAGES = List.of(Duties.DANISH);

  private final Municipalities municipalities;
  private final SurveyGroups groups;
  private final Function<LocalDate, Map<String, String>> contacts;
  private final String contact;
  private final URI longestLink;

  /**
   * @param contacts of municipalities that have named their own on a day, by code
   * @param contact whom to ask otherwise; may be blank
   * @param publicUrl where citizens reach the gateway
   */
  public KnownSurroundings(
      Municipalities municipalities,
      SurveyGroups groups,
      Function<LocalDate, Map<String, String>> contacts,
      String contact,
      URI publicUrl) {
    this.municipalities = municipalities;
    this.groups = groups;
    this.contacts = contacts;
    this.contact = contact;
    String base = publicUrl.toString();
    this.longestLink =
        URI.create(base + (base.endsWith("/") ? "" : "/") + "s/" + "x".repeat(TOKEN));
  }

  public Surroundings on(LocalDate day) {
    List<SurveyGroup> all = groups.all(day);
    return new Surroundings(
        municipalities.all(day).stream().filter(Municipality::participates).toList(),
        all,
        RevealingWords.of(WordLists.revealing(), WordLists.harmless(), all),
        contacts.apply(day),
        contact,
        LANGUAGES,
        longestLink);
  }
}
