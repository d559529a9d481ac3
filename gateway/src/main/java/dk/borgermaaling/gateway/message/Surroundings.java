package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import java.net.URI;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a text is checked against: who may send it, and the longest that will be filled in.
 *
 * @param municipalities those that take part; of one alone right before sending
 * @param groups in force
 * @param contacts of municipalities that have named their own, by code
 * @param contact whom to ask where the municipality has named nobody; may be blank
 * @param languages of the questionnaire
 * @param longestLink as long as a citizen's link gets
 */
public record Surroundings(
    List<Municipality> municipalities,
    List<SurveyGroup> groups,
    RevealingWords revealing,
    Map<String, String> contacts,
    String contact,
    List<String> languages,
    URI longestLink) {
  /** As long as a Danish date gets: its value is never sent. */
  private static final LocalDate LONGEST_DAY = LocalDate.of(2026, Month.SEPTEMBER, 30);

  public Surroundings {
    municipalities = List.copyOf(municipalities);
    groups = List.copyOf(groups);
    contacts = Map.copyOf(contacts);
    languages = List.copyOf(languages);
  }

  /** The same for one municipality. */
  public Surroundings of(Municipality municipality) {
    return new Surroundings(
        List.of(municipality), groups, revealing, contacts, contact, languages, longestLink);
  }

  /** Whom to ask; blank when nobody is named. */
  public String contactOf(Municipality municipality) {
    return contacts.getOrDefault(municipality.code().value(), contact);
  }

  /** Those that would send a text. */
  Stream<Municipality> senders(TextKey key) {
    return municipalities.stream()
        .filter(one -> key.municipality() == null || one.code().equals(key.municipality()));
  }

  /** The longest of everything, from any of those that would send the text. */
  Values longest(TextKey key) {
    return new Values(
        longest(senders(key).map(Municipality::authorityName)),
        longest(senders(key).map(this::contactOf)),
        languages,
        LONGEST_DAY,
        longestLink);
  }

  private static String longest(Stream<String> texts) {
    return texts.max(Comparator.comparingInt(String::length)).orElse("");
  }
}
