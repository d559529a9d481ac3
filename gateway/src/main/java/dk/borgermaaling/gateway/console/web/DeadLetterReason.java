package dk.borgermaaling.gateway.console.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something told could not become an event, what that means, and what to do. The same texts
 * stand in docs/operation.md.
 */
record DeadLetterReason(String name, String meaning, String remedy) {
  /** By the stored short name. */
  static final Map<String, DeadLetterReason> ALL = all();

  static DeadLetterReason of(String stored) {
    return ALL.getOrDefault(
        stored,
        new DeadLetterReason(
            stored,
            "En grund, som siden ikke har en tekst til.",
            "Se detaljen, og spørg udviklingsholdet."));
  }

  private static Map<String, DeadLetterReason> all() {
    Map<String, DeadLetterReason> all = new LinkedHashMap<>();
    put(
        all,
        "unknown-target-group",
        "ukendt målgruppekode",
        "Fagsystemet har sendt en målgruppekode, som tabellen ikke kender på den dag.",
        "Få koden fra detaljen ind i tabellen over målgrupper (for Fasit: i kommunens egen tabel)."
            + " Brevene prøves igen af sig selv, når tabellen er rettet.");
    put(
        all,
        "malformed",
        "oplysninger, der ikke kan læses",
        "Det, der blev sendt, følger ikke kontrakten; detaljen siger hvor.",
        "Bed leverandøren rette og sende igen. Luk brevet, når det er aftalt.");
    put(
        all,
        "conflict",
        "modsiger en hændelse, der er gemt",
        "Hændelsens id eller version er brugt før til et andet indhold.",
        "Bed leverandøren sende rettelsen med en højere version; så forsvinder brevet.");
    put(
        all,
        "not-found",
        "borgeren findes ikke",
        "Fagsystemet kender ikke borgeren, når CPR-nummeret slås op.",
        "Find borgeren i fagsystemet. Der slås op igen af sig selv, og brevet forsvinder, når"
            + " borgeren findes.");
    put(
        all,
        "unknown-municipality",
        "kommunen er ikke med",
        "Kommunen har ingen serviceaftale, der gælder.",
        "Forny aftalen i ops.service_agreement, og prøv igen. Skal kommunen ikke være med, så luk"
            + " brevene, og stop afsenderen.");
    put(
        all,
        "not-allowed",
        "afsenderen må ikke fortælle dette",
        "Hændelsen siger, at den er fra et fagsystem, som har sin egen vej hertil.",
        "Bed afsenderen skrive OTHER som kilde og sende igen. Luk brevet, når det er aftalt.");
    put(
        all,
        "wrong-municipality",
        "en anden kommune end kuvertens",
        "Kuverten fra Beskedfordeler nævner ingen kendt kommune, eller indholdet er en anden"
            + " kommunes.",
        "Bed afsenderen rette ObjektAnsvarligMyndighed eller indholdet og sende en ny besked."
            + " Mangler kommunen i ops.municipality, så ret tabellen, og prøv igen.");
    put(
        all,
        "wrong-receiver",
        "beskeden er ikke til os",
        "TilladtModtager nævner andre end os og kommunen.",
        "Er modtageren vores, så skriv den i gateway.beskedfordeler.receiver-ids, genstart, og prøv"
            + " igen. Ellers ret abonnementet i Beskedfordeler, og luk brevet.");
    put(
        all,
        "other-payload",
        "indholdet er ikke sagshændelser",
        "Beskeden har et andet indhold, for eksempel en kvittering for post.",
        "Ret abonnementet i Beskedfordeler: kvitteringer hører til på /beskedfordeler/modtag. Luk"
            + " brevet.");
    put(
        all,
        "file-refused",
        "en fil, der ikke kan læses",
        "En fil fra fagsystemet er ikke, som den skal være; detaljen siger hvorfor. Intet er læst.",
        "Se siden med filer, og bed leverandøren sende filen igen. Brevet forsvinder, når filen er"
            + " læst eller væk.");
    put(
        all,
        "batch-refused",
        "en leverance, der er afvist",
        "Fasit har sendt noget, der ikke kan læses, eller som siger, at det er en anden kommunes;"
            + " detaljen siger hvad. Intet af det er gemt.",
        "Bed leverandøren rette det og sende det igen. Brevet forsvinder med næste leverance, der er,"
            + " som den skal være.");
    put(
        all,
        "many-gone",
        "for mange borgere er væk på én gang",
        "Momentums søgning fandt langt færre end sidst, så ingen er meldt ud.",
        "Kontrollér søgningen i Momentum. Er borgerne virkelig væk, så hæv"
            + " gateway.kmd.largest-share-gone, til de er meldt ud.");
    put(
        all,
        "changed-ahead",
        "en ændring med et tidspunkt i fremtiden",
        "Momentum siger, at opgaven er ændret senere end nu. Det, den fortæller, er taget med.",
        "Få tidspunktet rettet i Momentum, eller vent: brevet forsvinder, når tidspunktet er nået.");
    put(
        all,
        "row-without-id",
        "rækker, der ikke nævner nogen borger",
        "Momentums søgning gav rækker uden borgerens id. Så længe der er nogen, bliver ingen meldt ud.",
        "Få rækkerne rettet i Momentum. Brevet forsvinder, når en fuld hentning ikke har nogen.");
    put(
        all,
        "task-list-unread",
        "opgavelisten kan ikke læses",
        "Momentum fortalte, hvem der er i hvilken målgruppe, men ikke hele listen over samtaler.",
        "Se detaljen. Listen læses igen ved næste hentning, og brevet forsvinder, når den er læst.");
    return all;
  }

  private static void put(
      Map<String, DeadLetterReason> all,
      String stored,
      String name,
      String meaning,
      String remedy) {
    all.put(stored, new DeadLetterReason(name, meaning, remedy));
  }
}
