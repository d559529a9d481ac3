package dk.borgermaaling.schultz;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of an event in the order of {@code fasit-events.xsd}, which a test compares; in a CSV
 * file they are the names of the columns. A pattern says no more than the schema does: what a value
 * means is {@link FasitMapping}'s.
 */
public enum FasitField {
  EVENT_ID("eventId", true, Forms.UUID, Forms.A_UUID),
  ENTITY_ID("entityId", true, Forms.UUID, Forms.A_UUID),
  VERSION("version", true, Forms.NUMBER, Forms.A_NUMBER),
  CHANGE_TYPE("changeType", true, "CREATE|UPDATE|DELETE", "CREATE, UPDATE or DELETE"),
  TYPE(
      "type",
      true,
      "TARGET_GROUP_STARTED|TARGET_GROUP_CHANGED|TARGET_GROUP_ENDED|CONVERSATION_HELD"
          + "|CONVERSATION_CANCELLED|COURSE_ENDED|CITIZEN_DIED|CITIZEN_MOVED|CITIZEN_EXEMPTED"
          + "|CITIZEN_CPR_CHANGED|CITIZEN_PROTECTED",
      "a type of the contract"),
  OCCURRED_AT(
      "occurredAt",
      true,
      "-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z",
      "a UTC date and time"),
  CITIZEN_ID("citizenId", true, Forms.UUID, Forms.A_UUID),
  CPR_NUMBER("cprNumber", true, Forms.CPR, "ten digits"),
  CASE_ID("caseId", false, Forms.UUID, Forms.A_UUID),
  CASE_START_DATE("caseStartDate", false, Forms.DATE, Forms.A_DATE),
  CASE_END_DATE("caseEndDate", false, Forms.DATE, Forms.A_DATE),
  TARGET_GROUP("targetGroup", false, Forms.UUID, Forms.A_UUID),
  TARGET_GROUP_START_DATE("targetGroupStartDate", false, Forms.DATE, Forms.A_DATE),
  INTERVIEW_TYPE_IDENTIFIER("interviewTypeIdentifier", false, Forms.NUMBER, Forms.A_NUMBER),
  INTERVIEW_FORM(
      "interviewForm",
      false,
      "PERSONLIGT|TELEFON|VIDEO|BREV",
      "PERSONLIGT, TELEFON, VIDEO or BREV"),
  RESPONSIBLE_ACTOR(
      "responsibleActor", false, "KOMMUNE|AKASSE|ANDEN_AKTOER", "KOMMUNE, AKASSE or ANDEN_AKTOER"),
  ORGANISATIONAL_UNIT("organisationalUnit", false, Forms.UUID, Forms.A_UUID),
  TO_MUNICIPALITY_CODE(
      "toMunicipalityCode", false, "0[0-9]{3}", "four digits, the first of them 0"),
  FORMER_CPR_NUMBER("formerCprNumber", false, Forms.CPR, "ten digits");

  /** Longer than any value that keeps to the contract, in characters. */
  public static final int LONGEST = 200;

  private static final Map<String, FasitField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(FasitField::fieldName, Function.identity()));

  private final String fieldName;
  private final boolean required;
  private final Pattern pattern;
  private final String expected;

  FasitField(String fieldName, boolean required, String pattern, String expected) {
    this.fieldName = fieldName;
    this.required = required;
    this.pattern = Pattern.compile(pattern);
    this.expected = expected;
  }

  /** As in the schema and at the top of a column. */
  public String fieldName() {
    return fieldName;
  }

  public boolean isRequired() {
    return required;
  }

  /** What to write there, for who sees the refusal. */
  public String expected() {
    return expected;
  }

  /** As a regular expression. */
  public String form() {
    return pattern.pattern();
  }

  boolean fits(String value) {
    return value.length() <= LONGEST && pattern.matcher(value).matches();
  }

  public static Optional<FasitField> named(String fieldName) {
    return Optional.ofNullable(BY_NAME.get(fieldName));
  }

  /** Several fields have the same form. */
  private static final class Forms {
    static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    static final String A_UUID = "a UUID in lower case";
    static final String NUMBER = "\\+?[0-9]{1,30}";
    static final String A_NUMBER = "a whole number above 0";
    static final String DATE = "-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?";
    static final String A_DATE = "a date without a zone";
    static final String CPR = "[0-9]{10}";
  }
}
