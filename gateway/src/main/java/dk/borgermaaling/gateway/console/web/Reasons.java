package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.notification.Failure;
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
          Failure.TOO_LATE,
          "Kunne ikke sendes i tide",
          "CLOSED",
          "Fristen for at svare var udløbet");
  private static final Map<String, String> DEAD_LETTERS =
      Map.of(
          ProblemType.MALFORMED.slug(),
          "oplysninger, der ikke kan læses",
          ProblemType.CONFLICT.slug(),
          "modsiger en hændelse, der er gemt",
          ProblemType.NOT_FOUND.slug(),
          "borgeren findes ikke",
          ProblemType.UNKNOWN_TARGET_GROUP.slug(),
          "ukendt målgruppekode",
          ProblemType.UNKNOWN_MUNICIPALITY.slug(),
          "kommunen er ikke med",
          "many-gone",
          "for mange borgere er væk på én gang",
          "changed-ahead",
          "en ændring med et tidspunkt i fremtiden",
          "row-without-id",
          "rækker, der ikke nævner nogen borger");

  private Reasons() {}

  /** Why a message did not leave or arrive. */
  static String failure(String stored) {
    return FAILURES.getOrDefault(stored, stored);
  }

  /** Why what a case system told could not become an event. */
  static String deadLetter(String stored) {
    return DEAD_LETTERS.getOrDefault(stored, stored);
  }
}
