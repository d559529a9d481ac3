package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.notification.Failure;
import dk.borgermaaling.gateway.notification.Letters;
import java.util.Map;

/**
 * Why something stopped, in Danish. What the systems around us say in their own words stays as they
 * said it.
 */
final class Reasons {
  private static final Map<String, String> FAILURES =
      Map.of(
          Failure.EXEMPT_FROM_DIGITAL_POST,
          "Fritaget for Digital Post eller ikke tilmeldt",
          Failure.INVITATION_WITHDRAWN,
          "Invitationen blev trukket tilbage",
          Failure.NO_SERVICE_AGREEMENT,
          "Kommunen har ingen serviceaftale",
          Failure.NOT_SUBSCRIBED_TO_NEMSMS,
          "Ikke tilmeldt NemSMS",
          Failure.LETTERS_NOT_AGREED,
          "Kommunen har ikke aftalt fysiske breve",
          Failure.SENT_AGAIN,
          "Sendt igen; afventer kvittering",
          Failure.TOO_LATE,
          "Kunne ikke sendes i tide",
          Failure.RECALLED_AT_PRINT,
          "Brevet blev kaldt tilbage hos printleverandøren",
          "CLOSED",
          "Fristen for at svare var udløbet");

  /** Why there is no letter on paper (docs/letters.md). */
  private static final Map<String, String> LETTERS =
      Map.of(
          Letters.BUDGET_SPENT,
          "Månedens budget til breve er brugt",
          Letters.ADDRESS_PROTECTED,
          "Navne- og adressebeskyttet; kommunen sender ikke breve til beskyttede borgere",
          Failure.CITIZEN_DEAD,
          "Borgeren er død",
          Failure.CITIZEN_MOVED_AWAY,
          "Borgeren bor i en anden kommune",
          Letters.EMIGRATED,
          "Borgeren bor ikke i Danmark",
          Letters.NO_ADDRESS,
          "Borgeren har ingen postadresse i CPR",
          Letters.NOT_IN_REGISTER,
          "CPR kender ikke nummeret, eller det gælder ikke mere",
          Letters.NOT_A_PERSON,
          "Breve sendes kun til borgere");

  private Reasons() {}

  /** Why a message did not leave or arrive. */
  static String failure(String stored) {
    return FAILURES.getOrDefault(stored, LETTERS.getOrDefault(stored, stored));
  }
}
