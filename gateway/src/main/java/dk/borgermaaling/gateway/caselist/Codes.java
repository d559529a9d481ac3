package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CodeSystem;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes that a list's words mean, as text: {@code LAB6 6.7} for a target group, or {@code 6.7}
 * where nobody has said of which code system; DFDG's id for a type of conversation, the constant's
 * name for a form and an actor; and the words that need no explanation. The names of types are
 * DFDG's (InterviewTypeIdentifier).
 */
public final class Codes {
  /** The word's rows tell nothing of this field and are left out on purpose. */
  public static final String LEFT_OUT = "-";

  /** Fields whose cells hold codes or words for them. */
  public static final List<Field> CODED =
      List.of(Field.TARGET_GROUP, Field.CONVERSATION_TYPE, Field.CONVERSATION_FORM, Field.ACTOR);

  /** DFDG's types of conversation, by id. */
  public static final Map<String, String> TYPES = types();

  private static final int LARGEST_TYPE = 999;
  private static final Pattern GROUP =
      Pattern.compile("([26]\\.[0-9]{1,2})(?:[ :–-]+\\D.*)?", Pattern.DOTALL);
  private static final Pattern CONTACT_GROUP =
      Pattern.compile("kg ?([0-9]{1,3}(?:/[0-9]{1,3})?)(?:[ :–-]+\\D.*)?", Pattern.DOTALL);
  private static final Pattern SECTION =
      Pattern.compile("(?:lab )?§ ?([26]),? (?:stk\\.? ?1,? )?nr\\.? ?([0-9]{1,2})");

  private static final Map<String, String> FORM_WORDS =
      words(
          ConversationForm.IN_PERSON,
          "personligt;personlig;personligt fremmøde;fremmøde;fysisk;fysisk fremmøde;fysisk møde",
          ConversationForm.TELEPHONE,
          "telefon;telefonisk;telefonsamtale;pr. telefon",
          ConversationForm.VIDEO,
          "video;videosamtale;digital;digitalt;digitalt møde;online;virtuelt",
          ConversationForm.LETTER,
          "brev;skriftlig;skriftligt;pr. brev");
  private static final Map<String, String> ACTOR_WORDS =
      words(
          ResponsibleActor.MUNICIPALITY,
          "kommune;kommunen;jobcenter;jobcenteret;jobcentret",
          ResponsibleActor.UNEMPLOYMENT_FUND,
          "a-kasse;a-kassen;akasse;akassen",
          ResponsibleActor.OTHER_ACTOR,
          "anden aktør;andre aktører;anden_aktoer");

  private Codes() {}

  /** What a word means by itself, a code among them; empty for a municipality's own words. */
  static Optional<String> meaningOf(Field field, String word) {
    return switch (field) {
      case TARGET_GROUP -> group(word);
      case CONVERSATION_TYPE -> type(word);
      case CONVERSATION_FORM -> Optional.ofNullable(FORM_WORDS.get(word));
      case ACTOR -> Optional.ofNullable(ACTOR_WORDS.get(word));
      default -> Optional.empty();
    };
  }

  /** Whether this is a code of the field, and not only a word for one. */
  public static boolean isCode(Field field, String text) {
    return switch (field) {
      case TARGET_GROUP -> Arrays.stream(CodeSystem.values()).anyMatch(one -> isOf(one, text));
      case CONVERSATION_TYPE -> isType(text);
      case CONVERSATION_FORM ->
          Arrays.stream(ConversationForm.values()).anyMatch(form -> form.name().equals(text));
      case ACTOR ->
          Arrays.stream(ResponsibleActor.values()).anyMatch(actor -> actor.name().equals(text));
      default -> false;
    };
  }

  private static boolean isOf(CodeSystem system, String text) {
    String name = system.name() + " ";
    return text.startsWith(name) && system.writes(text.substring(name.length()));
  }

  /**
   * The target group that a code of {@link Field#TARGET_GROUP} means for what has happened.
   *
   * @return {@linkplain TargetGroupCode#untold untold} where nobody has said of which system it is
   *     and the table does not leave one
   */
  static TargetGroupCode group(
      String text, LocalDate start, Happening happening, KnownTargetGroups groups) {
    int blank = text.indexOf(' ');
    return blank < 0
        ? groups.meant(text, start, happening)
        : new TargetGroupCode(text.substring(0, blank), text.substring(blank + 1), start);
  }

  private static Optional<String> group(String word) {
    Matcher code = GROUP.matcher(word);
    if (code.matches()) {
      return Optional.of(code.group(1));
    }
    Matcher contactGroup = CONTACT_GROUP.matcher(word);
    if (contactGroup.matches()) {
      return Optional.of("KG" + contactGroup.group(1));
    }
    Matcher section = SECTION.matcher(word);
    return section.matches()
        ? Optional.of(section.group(1) + "." + Integer.parseInt(section.group(2)))
        : Optional.empty();
  }

  private static Optional<String> type(String word) {
    if (isType(word)) {
      return Optional.of(Integer.toString(Integer.parseInt(word)));
    }
    return TYPES.entrySet().stream()
        .filter(type -> type.getValue().toLowerCase(Locale.ROOT).equals(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isType(String text) {
    return text.matches("[0-9]{1,3}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= LARGEST_TYPE;
  }

  private static Map<String, String> words(Object... codesAndWords) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < codesAndWords.length; i += 2) {
      for (String word : codesAndWords[i + 1].toString().split(";", -1)) {
        all.put(word, codesAndWords[i].toString());
      }
      all.put(codesAndWords[i].toString().toLowerCase(Locale.ROOT), codesAndWords[i].toString());
    }
    return Map.copyOf(all);
  }

  private static Map<String, String> types() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("4", "Opfølgningssamtale");
    all.put("7", "Jobsamtale");
    all.put("8", "Henvisning");
    all.put("9", "Informationsmøde");
    all.put("10", "CV samtale");
    all.put("11", "Formidlingssamtale");
    all.put("12", "Anden samtale");
    all.put("13", "Informationsmøde uden mødepligt");
    all.put("15", "Rådighedssamtale");
    all.put("17", "Jobsamtale med a-kasse");
    all.put("19", "Fælles jobsamtale med dagpengemodtager");
    all.put("20", "A-kasse forsøgssamtale");
    return all;
  }
}
