package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.notification.NotificationState;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stored names are called in Danish, and what they mean to somebody who must act. */
final class Words {
  /** Stop reasons and {@code INVITED}: name and explanation, in the order of the rules. */
  static final Map<String, Explained> OUTCOMES = outcomes();

  /** Kinds of happenings. */
  static final Map<String, String> HAPPENINGS = happenings();

  static final Map<String, String> SOURCES = sources();

  record Explained(String name, String text) {}

  private Words() {}

  static Explained outcome(String stored) {
    return OUTCOMES.getOrDefault(stored, new Explained(stored, ""));
  }

  static String happening(String stored) {
    return HAPPENINGS.getOrDefault(stored, stored);
  }

  static String source(String stored) {
    return SOURCES.getOrDefault(stored, stored);
  }

  static String state(NotificationState state) {
    return switch (state) {
      case PLANNED -> "Planlagt";
      case CLAIMED, SENDING -> "Sendes";
      case UNKNOWN -> "Uvist";
      case ACCEPTED -> "Modtaget af Digital Post";
      case DELIVERED -> "Afleveret";
      case FAILED -> "Fejlet";
      case WITHDRAWN, NOT_NEEDED -> "Trukket tilbage";
      case EXPIRED -> "Nåede ikke af sted";
    };
  }

  private static Map<String, Explained> outcomes() {
    Map<String, Explained> all = new LinkedHashMap<>();
    put(all, "INVITED", "Inviteret", "Ingen regel stoppede hændelsen: borgeren inviteres.");
    put(
        all,
        "NOT_A_TRIGGER",
        "Udløser ikke",
        "Hændelsen fører aldrig til en invitation, eller ikke i borgerens målgruppe.");
    put(
        all,
        "WITHDRAWN",
        "Taget tilbage",
        "Fagsystemet har taget hændelsen tilbage eller sendt en nyere version.");
    put(all, "TOO_LATE", "For sen", "Hændelsen kom mere end 30 dage efter, at den skete.");
    put(
        all,
        "NO_AGREEMENT",
        "Uden for aftalen",
        "Kommunen havde ingen serviceaftale på dagen, så borgeren spørges ikke om den.");
    put(all, "MUNICIPALITY_PAUSED", "På pause", "Kommunen spørger ingen for tiden.");
    put(
        all,
        "WAITS_FOR_ROUND",
        "Venter på målerunde",
        "Kommunen spørger i målerunder og ikke efter hver hændelse.");
    put(
        all,
        "RECIPIENT_IS_COMPANY",
        "Virksomhed",
        "Hændelsen handler om en virksomhed. Virksomheder spørges ikke endnu.");
    put(all, "CITIZEN_DEAD", "Død", "Fagsystemet har meldt, at borgeren er død.");
    put(all, "CITIZEN_MOVED", "Flyttet", "Borgeren er flyttet fra kommunen.");
    put(all, "CITIZEN_EXEMPT", "Fritaget", "Fagsystemet har fritaget borgeren for kontakt.");
    put(
        all,
        "CITIZEN_PROTECTED",
        "Beskyttet",
        "Borgeren har navne- og adressebeskyttelse, og kommunen spørger ikke beskyttede borgere.");
    put(all, "CITIZEN_OPTED_OUT", "Fravalgt", "Kommunen har meldt, at borgeren ikke skal spørges.");
    put(
        all,
        "REPLACEMENT_CPR",
        "Erstatningsnummer",
        "Borgeren har et erstatningspersonnummer, som Digital Post ikke kan nå.");
    put(all, "UNDER_18", "Under 18 år", "Borgeren var under 18 år på dagen.");
    put(
        all,
        "GROUP_UNKNOWN",
        "Ukendt målgruppe",
        "Målgruppen mangler eller står ikke i tabellen. Ret tabellen, hvis koden er ny.");
    put(
        all,
        "GROUP_NOT_SURVEYED",
        "Målgruppen spørges ikke",
        "Målgruppen er kendt, men er ikke med i undersøgelsen.");
    put(
        all,
        "NOT_HELD_BY_MUNICIPALITY",
        "Ikke kommunens forløb",
        "En a-kasse eller anden aktør har ansvaret for forløbet.");
    put(
        all,
        "NO_CONVERSATION",
        "Ingen samtale med kommunen",
        "Kommunen har ikke selv holdt en samtale med borgeren i dette forløb.");
    put(
        all,
        "TOO_SHORT_IN_GROUP",
        "For kort i målgruppen",
        "Borgeren har været i målgruppen i færre uger, end kommunen kræver.");
    put(
        all,
        "OPEN_INVITATION",
        "Har en åben invitation",
        "Borgeren er allerede inviteret, og fristen er ikke udløbet.");
    put(
        all,
        "QUARANTINE",
        "Karantæne",
        "Borgeren er spurgt for nylig og spørges først igen, når karantænen er forbi.");
    put(
        all,
        "NOT_DRAWN",
        "Ikke udtrukket",
        "Ingen regel stopper, men kommunen spørger kun en del af gruppen, og lodtrækningen valgte"
            + " andre.");
    return all;
  }

  private static void put(Map<String, Explained> all, String stored, String name, String text) {
    all.put(stored, new Explained(name, text));
  }

  private static Map<String, String> happenings() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("CONVERSATION_HELD", "Samtale holdt");
    all.put("CONVERSATION_CANCELLED", "Samtale aflyst");
    all.put("COURSE_ENDED", "Forløb afsluttet");
    all.put("TARGET_GROUP_STARTED", "Målgruppe begyndt");
    all.put("TARGET_GROUP_CHANGED", "Målgruppe skiftet");
    all.put("TARGET_GROUP_ENDED", "Målgruppe afsluttet");
    all.put("CITIZEN_DIED", "Borger død");
    all.put("CITIZEN_MOVED", "Borger flyttet");
    all.put("CITIZEN_EXEMPTED", "Borger fritaget");
    all.put("CITIZEN_PROTECTED", "Borger beskyttet");
    all.put("CPR_CHANGED", "CPR-nummer skiftet");
    return all;
  }

  private static Map<String, String> sources() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("MOMENTUM", "Momentum");
    all.put("FASIT", "Fasit");
    all.put("LIST", "Indlæst liste");
    all.put("BESKEDFORDELER", "Beskedfordeler");
    all.put("OTHER", "Andet (SOAP og REST)");
    return all;
  }
}
