package dk.borgermaaling.gateway.console.web;

import dk.borgermaaling.gateway.console.TakenBackLog.Marked;
import dk.borgermaaling.gateway.reporting.web.DanishFigures;
import dk.borgermaaling.gateway.selection.TakenBack;
import org.jspecify.annotations.Nullable;

/** What a page says of an invitation that was taken back. */
final class TakenBackText {
  private TakenBackText() {}

  /** A sentence; empty when it was not taken back, or nobody knows why. */
  static String of(@Nullable Marked marked) {
    if (marked == null) {
      return "";
    }
    return "Taget tilbage "
        + DanishFigures.time(marked.takenBack().at())
        + ": "
        + because(marked.takenBack().because())
        + (marked.hadLeft()
            ? ". Førstebeskeden kan være sendt; der sendes ikke mere."
            : ". Intet var sendt.");
  }

  private static String because(TakenBack.Because because) {
    return switch (because) {
      case CORRECTED -> "fagsystemet rettede hændelsen";
      case WITHDRAWN -> "fagsystemet slettede hændelsen";
      case CANCELLED -> "samtalen blev aflyst";
      case DIED -> "borgeren er død";
      case MOVED -> "borgeren er flyttet";
      case EXEMPTED -> "borgeren er undtaget";
      case PROTECTED -> "borgeren har navne- og adressebeskyttelse";
      case OPTED_OUT -> "kommunen fravalgte borgeren";
    };
  }
}
