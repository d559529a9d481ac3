package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.TroubleBook.Trouble;
import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import java.util.Map;

/**
 * A failure with its cause and its remedy.
 *
 * @param expected it is part of the normal run: nobody needs to act
 */
public record TroubleView(
    String title, String detail, String remedy, String place, String count, boolean expected) {
  private static final Map<String, String> MESSAGE_CAUSES =
      Map.of(
          "TRANSIENT", "Midlertidig fejl",
          "RECIPIENT", "Borgeren kan ikke nås i Digital Post",
          "CONTENT", "Meddelelsen blev afvist",
          "CONFIGURATION", "Opsætning, certifikat eller netværk er forkert",
          "AGREEMENT", "Kommunens serviceaftale mangler",
          "STOPPED", "En regel stoppede beskeden",
          "OTHER", "Ukendt fejlkode");
  private static final Map<String, String> MESSAGE_REMEDIES =
      Map.of(
          "TRANSIENT",
              "Se, om Serviceplatformen har haft driftsforstyrrelser. Beskeden sendes ikke igen, og der følger ingen påmindelse.",
          "RECIPIENT", "Ingen handling: borgeren får ikke beskeder herfra.",
          "CONTENT", "Fejl i vores meddelelse. Send fejlteksten til udviklingsholdet.",
          "CONFIGURATION", "Kontrollér certifikater, adresser og netværk, og prøv forbindelsen.",
          "AGREEMENT", "Få serviceaftalen godkendt i KOMBIT's administrationsmodul.",
          "STOPPED", "Se reglen i teksten. Fejlen retter sig ikke selv.",
          "OTHER", "Slå koden op hos KOMBIT, og giv den en klasse.");
  private static final Map<String, String> OVERDUE =
      Map.of(
          "ACCEPTED",
              "Beskedfordeleren har ikke sagt, om beskeden blev afleveret. Kontrollér, at kvitteringerne når frem: abonnementet på PKO_PostStatus, adressen og afsenderens certifikat. Spørg ellers KOMBIT med tidspunktet for afsendelsen.",
          "LETTER",
              "Printleverandøren har ikke sagt, om brevet er trykt. Kontrollér, at kvitteringerne for Fysisk Post når frem, og spørg leverandøren med tidspunktet for afsendelsen.",
          "REMINDER",
              "Tallet er alle kommuners påmindelser tilsammen; hvem det er, vises ikke, fordi det ville vise, hvem der ikke har svaret. Kontrollér, at kvitteringerne når frem.",
          "UNKNOWN",
              "Kaldet gav intet svar, og ingen kvittering er kommet: beskeden er næppe taget imod. Kontrollér, at andre kvitteringer når frem; påmindelsen er det andet forsøg, og beskeden kan sendes igen på siden »Beskeder«.");
  private static final Map<String, String> WAITING_REMEDIES =
      Map.of(
          "TRANSIENT", "Ingen handling, hvis det går over.",
          "RECIPIENT", "Ingen handling: den næste kanal i planen prøves.",
          "CONFIGURATION", "Kontrollér adresser, certifikater og netværk.",
          "AGREEMENT",
              "Få serviceaftalen for kommunen og tjenesten godkendt i KOMBIT's administrationsmodul.");
  private static final String TRIED_AGAIN =
      " Beskederne prøves igen af sig selv og udløber, hvis det ikke lykkes i tide.";
  private static final Map<String, String> RECEIPTS =
      Map.of(
          "PARKED", "Kvitteringer, der er lagt til side",
          "CONTRADICTED", "Kvitteringer for vores beskeder, der nævner et andet system",
          "UNMATCHED", "Kvitteringer uden en besked");

  static TroubleView of(Trouble trouble, String place) {
    String count = DanishFigures.count(trouble.count());
    return switch (trouble.kind()) {
      case PAUSED -> paused(trouble, place, count);
      case TASK ->
          new TroubleView(
              "Opgaven »" + trouble.cause() + "« fejler igen og igen",
              "",
              "Se loggen for opgaven. Den prøves fortsat, og intet er tabt.",
              place,
              count,
              false);
      case FEED ->
          new TroubleView(
              Words.source(trouble.cause()) + " kan ikke hentes",
              trouble.detail(),
              "Kontrollér adgang og adresse hos leverandøren. Forskellene hentes, når forbindelsen er der igen.",
              place,
              count,
              false);
      case QUEUE ->
          new TroubleView(
              "Køen hos Beskedfordeleren tømmes ikke",
              (trouble.cause().isEmpty() ? "Aldrig forbundet" : "Ikke siden " + trouble.cause())
                  + (trouble.detail().isEmpty() ? "" : ": " + trouble.detail()),
              "Ingen server henter fra kommunens kø. Kontrollér gateway.beskedfordeler.pull.host, serviceaftalen for BeskedHent, certifikatet og dueslagets id i ops.dueslag. Beskederne venter hos Beskedfordeleren.",
              place,
              count,
              false);
      case WAITING ->
          new TroubleView(
              "Førstebeskeder venter: "
                  + MESSAGE_CAUSES.getOrDefault(trouble.cause(), trouble.cause()),
              trouble.detail(),
              WAITING_REMEDIES.getOrDefault(trouble.cause(), "Se fejlteksten.") + TRIED_AGAIN,
              place,
              count,
              trouble.cause().equals("TRANSIENT") || trouble.cause().equals("RECIPIENT"));
      case MESSAGE -> message(trouble, place, count);
      case NO_RECEIPT ->
          new TroubleView(
              trouble.cause().equals("REMINDER")
                  ? "Påmindelser uden kvittering"
                  : trouble.cause().equals("LETTER")
                      ? "Breve uden kvittering"
                      : "Førstebeskeder uden kvittering",
              "",
              OVERDUE.getOrDefault(trouble.cause(), trouble.cause()),
              place,
              count,
              false);
      case UNKNOWN ->
          new TroubleView(
              "Førstebeskeder med uvist udfald",
              "",
              "Vent på kvitteringen. Beskeden sendes ikke igen af sig selv; påmindelsen er det andet forsøg. På siden »Beskeder« kan den sendes igen.",
              place,
              count,
              true);
      case RECEIPT ->
          new TroubleView(
              RECEIPTS.getOrDefault(trouble.cause(), trouble.cause()),
              "",
              trouble.cause().equals("CONTRADICTED")
                  ? "Ret gateway.beskedfordeler.system-ids: beskederne er vores, men afsenderens system står der ikke. Kvitteringerne ses efter igen en gang i timen."
                  : "Rå kvitteringer er gemt. Se, om afsenderen har skiftet format, eller om beskeden er sendt herfra.",
              place,
              count,
              false);
      case DEAD_LETTER ->
          new TroubleView(
              "Oplysninger fra et fagsystem kan ikke blive til hændelser",
              sourceAndReason(trouble.cause()),
              DeadLetterReason.of(trouble.cause().substring(trouble.cause().indexOf(' ') + 1))
                      .remedy()
                  + " Rækkerne står på siden »Døde breve«.",
              place,
              count,
              false);
    };
  }

  private static TroubleView paused(Trouble trouble, String place, String count) {
    boolean byPerson = trouble.cause().equals("PERSON");
    return new TroubleView(
        byPerson
            ? "Udsendelsen er sat på pause"
            : "Udsendelsen er stoppet: "
                + MESSAGE_CAUSES.getOrDefault(trouble.cause(), trouble.cause()),
        trouble.detail(),
        byPerson
            ? "Genoptag under »Udsendelse«, når grunden er væk. Beskederne venter."
            : WAITING_REMEDIES.getOrDefault(trouble.cause(), "Se fejlteksten.")
                + " Genoptag derefter under »Udsendelse«. Beskederne venter.",
        place,
        count,
        byPerson);
  }

  private static String sourceAndReason(String cause) {
    int space = cause.indexOf(' ');
    return space < 0
        ? cause
        : Words.source(cause.substring(0, space))
            + ": "
            + DeadLetterReason.of(cause.substring(space + 1)).name();
  }

  private static TroubleView message(Trouble trouble, String place, String count) {
    if (trouble.detail().startsWith(Failure.EXEMPT_FROM_DIGITAL_POST)) {
      return new TroubleView(
          "Borgere uden Digital Post",
          Reasons.failure(trouble.detail()),
          "Ingen handling: de er fritaget eller ikke tilmeldt.",
          place,
          count,
          true);
    }
    if (trouble.detail().startsWith(Failure.NOT_SUBSCRIBED_TO_NEMSMS)) {
      return new TroubleView(
          "Borgere uden NemSMS",
          Reasons.failure(trouble.detail()),
          "Ingen handling: de er ikke tilmeldt.",
          place,
          count,
          true);
    }
    if (trouble.detail().startsWith(Failure.NO_SERVICE_AGREEMENT)) {
      return new TroubleView(
          "Kommunen er ikke længere med",
          Reasons.failure(trouble.detail()),
          "Ingen handling, hvis aftalen er udløbet. Ellers forlæng den i ops.service_agreement, før flere beskeder stoppes.",
          place,
          count,
          false);
    }
    return new TroubleView(
        MESSAGE_CAUSES.getOrDefault(trouble.cause(), trouble.cause()),
        Reasons.failure(trouble.detail()),
        MESSAGE_REMEDIES.getOrDefault(trouble.cause(), "Se fejlteksten."),
        place,
        count,
        trouble.cause().equals("RECIPIENT"));
  }
}
