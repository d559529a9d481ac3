package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.ColumnMapping;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.Note;
import dk.borgermaaling.gateway.caselist.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What everything of a list is called in Danish, and what an employee does about it. */
final class Danish {
  static final Map<String, String> FORMS =
      ordered(
          "IN_PERSON", "Personligt fremmøde",
          "TELEPHONE", "Telefon",
          "VIDEO", "Video",
          "LETTER", "Brev");

  static final Map<String, String> ACTORS =
      ordered(
          "MUNICIPALITY", "Kommunen",
          "UNEMPLOYMENT_FUND", "A-kasse",
          "OTHER_ACTOR", "Anden aktør");

  /** Short names of section 6 of the act (LAB § 6); other codes stand for themselves. */
  private static final Map<String, String> GROUPS =
      ordered(
          "6.1", "A-dagpenge",
          "6.2", "Jobparate",
          "6.3", "Aktivitetsparate",
          "6.4", "Uddannelsesparate under 30",
          "6.5", "Aktivitetsparate under 30",
          "6.6", "Sygedagpenge",
          "6.7", "Jobafklaringsforløb",
          "6.8", "Ressourceforløb",
          "6.9", "Fleksjob",
          "6.10", "Revalidering");

  /** Parts of words that leave one group only. */
  private static final Map<String, String> SUGGESTIONS =
      ordered(
          "sygedagpenge", "6.6",
          "jobafklaring", "6.7",
          "dagpenge", "6.1",
          "jobparat", "6.2",
          "uddannelsesparat", "6.4",
          "ressourceforløb", "6.8",
          "fleksjob", "6.9",
          "revalidering", "6.10");

  private Danish() {}

  static String group(String code) {
    String name = GROUPS.get(code);
    return name == null ? code : code + " " + name;
  }

  /** What is chosen before the employee looks; empty when more than one group may be meant. */
  static String suggestedGroup(String word) {
    return SUGGESTIONS.entrySet().stream()
        .filter(entry -> word.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  static String state(CaseList.State state) {
    return switch (state) {
      case UPLOADED -> "Venter på dig";
      case REGISTERING -> "Registreres";
      case DONE -> "Registreret";
      case DISCARDED -> "Kasseret";
      case EXPIRED -> "Slettet, ikke bekræftet i tide";
      case FAILED -> "Kunne ikke læses";
    };
  }

  static String field(Field field) {
    return switch (field) {
      case CPR -> "CPR-nummer";
      case MUNICIPALITY -> "Kommunekode";
      case CASE_ID -> "Sagens eller borgerens id";
      case TARGET_GROUP -> "Målgruppe";
      case GROUP_START -> "I målgruppen fra";
      case CONVERSATION_TYPE -> "Samtaletype";
      case CONVERSATION_DATE -> "Samtaledato";
      case CONVERSATION_FORM -> "Samtaleform";
      case COURSE_START -> "Forløbets startdato";
      case COURSE_END -> "Forløbets slutdato";
      case ACTOR -> "Ansvarlig aktør";
    };
  }

  static String hint(Field field) {
    return switch (field) {
      case CPR -> "Skal være i listen. Ti cifre, med eller uden bindestreg.";
      case MUNICIPALITY -> "Rækker fra en anden kommune afvises.";
      case CASE_ID -> "Fagsystemets eget id, aldrig et CPR-nummer.";
      case TARGET_GROUP -> "Koden, for eksempel 6.7, eller jeres egne ord for den.";
      case GROUP_START -> "Første dag i målgruppen.";
      case CONVERSATION_TYPE -> "DFDG's nummer eller navn, for eksempel 7 eller Jobsamtale.";
      case CONVERSATION_DATE -> "Den dag, samtalen blev holdt.";
      case CONVERSATION_FORM -> "Personligt, telefon, video eller brev.";
      case COURSE_START -> "Første dag i forløbet.";
      case COURSE_END -> "Sidste dag. En dag, der ikke er kommet endnu, tæller ikke.";
      case ACTOR -> "Kommunen, a-kasse eller anden aktør.";
    };
  }

  static String flaw(ColumnMapping.Flaw flaw) {
    return switch (flaw) {
      case CPR_MISSING -> "Vælg den kolonne, der har CPR-nummeret.";
      case NOTHING_TOLD ->
          "Vælg mindst én ting, listen fortæller om: målgruppe, samtale eller forløbets slutdato.";
      case GROUP_NEEDS_START -> "Målgruppen kræver en kolonne med første dag i målgruppen.";
      case START_NEEDS_GROUP -> "Første dag i målgruppen kræver en kolonne med målgruppen.";
      case CONVERSATION_NEEDS_DATE -> "Samtaletype og samtaleform kræver en samtaledato.";
      case CONVERSATION_NEEDS_TYPE ->
          "Samtaler kræver en samtaletype: vælg en kolonne, eller én type for alle rækker.";
      case CONVERSATION_NEEDS_FORM ->
          "Samtaler kræver en samtaleform: vælg en kolonne, eller én form for alle rækker.";
      case COLUMN_TWICE -> "Den samme kolonne er valgt to gange.";
      case NO_SUCH_COLUMN -> "En valgt kolonne er ikke i listen.";
    };
  }

  static String reason(Unreadable.Reason reason) {
    return switch (reason) {
      case EMPTY -> "Filen er tom. Vælg en fil med overskrifter og rækker.";
      case ONLY_HEADINGS -> "Filen har kun overskrifter og ingen rækker.";
      case NO_HEADINGS ->
          "Første række indeholder et CPR-nummer. Sæt en række med overskrifter øverst.";
      case NO_LIST ->
          "Filen er hverken en Excel-fil (.xlsx) eller en tekstfil (.csv), uanset hvad den hedder.";
      case OLD_OR_LOCKED ->
          "Filen er et gammelt Excel-format eller har en adgangskode. Gem den som .xlsx uden"
              + " adgangskode.";
      case DAMAGED -> "Filen er beskadiget. Hent udtrækket igen, eller gem det på ny.";
      case MIXED_ENCODING ->
          "Filen blander to tegnsæt, så æ, ø og å ikke kan læses sikkert. Gem den på ny som"
              + " CSV UTF-8.";
      case TOO_MANY_BYTES -> "Filen er for stor. Del den i flere.";
      case TOO_MANY_UNPACKED ->
          "Filen fylder for meget, når den pakkes ud. Fjern ark og billeder, eller del den.";
      case TOO_MANY_ROWS -> "Listen har for mange rækker. Del den i flere.";
      case TOO_MANY_COLUMNS -> "Listen har for mange kolonner. Fjern dem, der ikke skal bruges.";
      case CELL_TOO_LONG -> "En celle har for meget tekst. Fjern kolonner med lange tekster.";
    };
  }

  static String tooMany(int most) {
    return "Kommunen har allerede "
        + most
        + " lister, der venter eller er ved at blive registreret. Registrér eller kassér dem først.";
  }

  static String what(Note.Code code) {
    return NoteTexts.of(code).what();
  }

  static String expected(Note.Code code) {
    return NoteTexts.of(code).expected();
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return all;
  }
}
