package dk.borgermaaling.gateway.caselist;

import java.text.Normalizer;
import java.util.Locale;

/** What a column of a list may tell, with the headings that it is known by. */
public enum Field {
  /** CPR number; the only one that every list must have. */
  CPR(
      "cpr",
      "cpr-nr",
      "cpr-nummer",
      "personnummer",
      "borgers cpr",
      "borger cpr",
      "CitizenCprFormatted"),
  /** The municipality's code, to refuse the rows of another. */
  MUNICIPALITY("kommunekode", "kommunenr", "kommunenummer", "kommune kode"),
  /** The case system's own id of case or citizen. */
  CASE_ID("sagsid", "sags-id", "sagsnummer", "sagsnr", "borgerid", "borger-id", "caseId"),
  /** Target group (målgruppe). */
  TARGET_GROUP(
      "målgruppe",
      "målgruppekode",
      "målgruppe kode",
      "lovgrundlag",
      "targetGroup",
      "targetGroupCode"),
  GROUP_START(
      "målgruppe start",
      "målgruppe startdato",
      "startdato målgruppe",
      "målgruppe fra",
      "i målgruppen fra",
      "targetGroupStartDate"),
  /** Type of conversation (samtaletype), DFDG's id or name. */
  CONVERSATION_TYPE("samtaletype", "samtaletype id", "type af samtale", "samtale type", "mødetype"),
  CONVERSATION_DATE(
      "samtaledato",
      "dato for samtale",
      "samtale dato",
      "samtale afholdt",
      "afholdt dato",
      "afholdt den",
      "mødedato"),
  CONVERSATION_FORM("samtaleform", "samtale form", "kontaktform", "mødeform"),
  COURSE_START(
      "forløbsstart",
      "forløb start",
      "forløbsstartdato",
      "forløb startdato",
      "sagens startdato",
      "sag startdato",
      "caseStartDate"),
  COURSE_END(
      "forløbsslut",
      "forløb slut",
      "forløbsslutdato",
      "forløb slutdato",
      "forløb afsluttet",
      "sagens slutdato",
      "sag slutdato",
      "caseEndDate"),
  /** Who holds the conversations: kommune, a-kasse, anden aktør. */
  ACTOR("ansvarlig aktør", "aktør", "ansvarlig myndighed", "udføres af", "afholdt af");

  /** Each between line ends. */
  private final String headings;

  Field(String... headings) {
    StringBuilder all = new StringBuilder("\n");
    for (String heading : headings) {
      all.append(plain(heading)).append('\n');
    }
    this.headings = all.toString();
  }

  /** Whether a heading is one that this field is known by. */
  boolean isCalled(String heading) {
    String plain = plain(heading);
    return !plain.isEmpty() && headings.contains("\n" + plain + "\n");
  }

  /** Letters and digits alone, in lower case: how a heading is compared. */
  static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
