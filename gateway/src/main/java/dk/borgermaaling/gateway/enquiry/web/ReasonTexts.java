package dk.borgermaaling.gateway.enquiry.web;

import dk.borgermaaling.gateway.enquiry.OptOutReason;
import dk.borgermaaling.gateway.reporting.web.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of reasons in the words of the page. */
final class ReasonTexts {
  private ReasonTexts() {}

  static List<Choice> choices(String chosen) {
    return Stream.of(OptOutReason.values())
        .map(reason -> new Choice(reason.name(), text(reason), reason.name().equals(chosen)))
        .toList();
  }

  /** The reason of a form; empty when none was chosen. */
  static Optional<OptOutReason> reason(String field) {
    return Stream.of(OptOutReason.values())
        .filter(reason -> reason.name().equals(field))
        .findFirst();
  }

  private static String text(OptOutReason reason) {
    return switch (reason) {
      case ASKED_BY_CITIZEN -> "Borgeren har selv bedt om det";
      case ASKED_BY_REPRESENTATIVE -> "Værge eller partsrepræsentant har bedt om det";
      case UNABLE_TO_ANSWER -> "Borgeren kan ikke svare";
      case WOULD_BURDEN -> "Det vil belaste borgeren nu";
      case SAFETY -> "En besked kan være til fare for borgeren";
    };
  }
}
