package dk.borgermaaling.gateway.caselist.web;

import dk.borgermaaling.gateway.caselist.Note;

/** What is wrong with a row, and what is expected of the employee. */
record NoteTexts(String what, String expected) {
  private static final String DATES = "Skriv datoen som 23-11-2026, 23.11.2026 eller 2026-11-23.";

  static NoteTexts of(Note.Code code) {
    return switch (code) {
      case CPR_MISSING ->
          new NoteTexts("CPR-nummeret mangler", "Hver række skal have det; ophæv flettede celler.");
      case CPR_INVALID ->
          new NoteTexts(
              "CPR-nummeret er ikke gyldigt", "Ti cifre, hvor de seks første er en dato.");
      case CPR_SHORTENED ->
          new NoteTexts(
              "Regnearket har afkortet CPR-nummeret",
              "Formatér kolonnen som tekst, og hent udtrækket igen.");
      case CPR_ZERO_ADDED ->
          new NoteTexts("CPR-nummer med ni cifre, et nul er sat foran", "Kontrollér nummeret.");
      case OTHER_MUNICIPALITY ->
          new NoteTexts(
              "Rækken er fra en anden kommune", "Listen må kun have kommunens egne borgere.");
      case CASE_ID_INVALID ->
          new NoteTexts(
              "Id'et kan ikke bruges", "Højst 64 bogstaver, cifre, punktum, kolon og bindestreg.");
      case CASE_ID_IS_CPR ->
          new NoteTexts("Id'et ligner et CPR-nummer", "Vælg en anden kolonne, eller ingen.");
      case CELL_BROKEN ->
          new NoteTexts("Cellen viser en fejl fra regnearket", "Ret formlen i regnearket.");
      case DATE_INVALID -> new NoteTexts("Datoen kan ikke læses", DATES);
      case DATE_SHORT_YEAR -> new NoteTexts("Årstallet har kun to cifre", DATES);
      case DATE_OUT_OF_RANGE ->
          new NoteTexts("Datoen ligger uden for 1900 til 2199", "Ret årstallet.");
      case DATE_IN_FUTURE ->
          new NoteTexts(
              "Datoen er ikke kommet endnu", "Kun det, der er sket, kan registreres. Ret datoen.");
      case DATE_FROM_NUMBER ->
          new NoteTexts("Et tal i en datokolonne er læst som regnearkets dato", "Kontrollér.");
      case COURSE_NOT_ENDED ->
          new NoteTexts("Forløbets slutdato er ikke kommet endnu", "Tæller først, når den er det.");
      case END_BEFORE_START ->
          new NoteTexts("Forløbet slutter, før det begynder", "Ret den ene af datoerne.");
      case GROUP_WITHOUT_START -> new NoteTexts("Første dag i målgruppen mangler", DATES);
      case START_WITHOUT_GROUP -> new NoteTexts("Målgruppen mangler", "Skriv målgruppens kode.");
      case TYPE_MISSING -> new NoteTexts("Samtaletypen mangler", "DFDG's nummer eller navn.");
      case FORM_MISSING ->
          new NoteTexts("Samtaleformen mangler", "Personligt, telefon, video eller brev.");
      case CODE_IS_DATE ->
          new NoteTexts(
              "Regnearket har lavet koden om til en dato",
              "6.1 er blevet 6. januar: formatér kolonnen som tekst, og hent udtrækket igen.");
      case CODE_AMBIGUOUS ->
          new NoteTexts(
              "Koden står som et tal og kan betyde to ting",
              "6,1 kan være 6.1 eller 6.10: formatér kolonnen som tekst, og hent udtrækket igen.");
      case CODE_AS_NUMBER ->
          new NoteTexts("Koden står som et tal og er læst som kode", "Kontrollér.");
      case WORD_UNKNOWN ->
          new NoteTexts("Ordet har ingen betydning her", "Forklar det under Ord, eller ret det.");
      case CODE_UNKNOWN ->
          new NoteTexts(
              "Målgruppens kode står ikke i tabellen",
              "Hændelsen er sat til side; driften kan rette tabellen. Eller ret koden.");
      case LEFT_OUT -> new NoteTexts("Rækken er udeladt efter jeres valg", "");
      case NOTHING_TOLD -> new NoteTexts("Rækken fortæller ikke om noget, der er sket", "");
      case CONTRADICTS ->
          new NoteTexts(
              "To rækker siger forskelligt om det samme", "Ret den ene, eller fjern den.");
      case REFUSED ->
          new NoteTexts("Hændelsen blev afvist", "Kontrollér rækken, og spørg driften.");
    };
  }
}
