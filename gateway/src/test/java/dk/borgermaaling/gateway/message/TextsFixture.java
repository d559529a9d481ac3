package dk.borgermaaling.gateway.message;

import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.survey.SurveyGroup;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two municipalities, the five groups as shipped, and texts made from the built-in ones. */
public final class TextsFixture {
  public static final Municipality ODENSE =
      municipality("0461", "Odense", "Odense Kommune", "35209115");

  /** The longest name of an authority that there is. */
  public static final Municipality LONG =
      municipality("0400", "Bornholm", "Bornholms Regionskommune", "26696348");

  public static final List<SurveyGroup> GROUPS =
      List.of(
          new SurveyGroup("dagpenge", "Dagpenge"),
          new SurveyGroup("sygedagpenge", "Sygedagpenge"),
          new SurveyGroup("jobparate", "Job- og uddannelsesparate"),
          new SurveyGroup("aktivitetsparate", "Aktivitetsparate"),
          new SurveyGroup("jobafklaring", "Jobafklaring"));

  static final URI LINK = URI.create("https://localhost:9443/s/" + "x".repeat(43));

  private TextsFixture() {}

  private static Municipality municipality(String code, String name, String authority, String cvr) {
    return new Municipality(new MunicipalityCode(code), name, authority, new Cvr(cvr), true, false);
  }

  public static RevealingWords revealing(List<SurveyGroup> groups) {
    return RevealingWords.of(WordLists.revealing(), WordLists.harmless(), groups);
  }

  static Surroundings around() {
    return around(GROUPS, Map.of(), "Ring til kommunen.", List.of("da"));
  }

  static Surroundings around(
      List<SurveyGroup> groups,
      Map<String, String> contacts,
      String contact,
      List<String> languages) {
    return new Surroundings(
        List.of(ODENSE, LONG), groups, revealing(groups), contacts, contact, languages, LINK);
  }

  static MessageTemplate builtIn() {
    return BuiltInTexts.of(TextStep.FIRST, Channel.DIGITAL_POST);
  }

  /** The built-in text with another part. */
  static MessageTemplate with(Part part, String words) {
    Channel channel = part == Part.SMS ? Channel.NEMSMS : Channel.DIGITAL_POST;
    MessageTemplate like = BuiltInTexts.of(TextStep.FIRST, channel);
    Map<Part, String> parts = new EnumMap<>(Part.class);
    parts.putAll(like.parts());
    parts.put(part, words);
    return new MessageTemplate(null, like.name(), like.key(), parts);
  }

  static MessageTemplate forKey(String name, TextKey key) {
    return new MessageTemplate(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        key,
        BuiltInTexts.of(key.step(), key.channel()).parts());
  }
}
