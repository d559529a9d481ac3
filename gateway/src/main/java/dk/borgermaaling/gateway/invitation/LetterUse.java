package dk.borgermaaling.gateway.invitation;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;

/** Which municipalities have agreed to printed letters. Asked again when a letter is to leave. */
public interface LetterUse {
  /** On a Danish civil date. */
  boolean agreed(MunicipalityCode municipality, LocalDate on);
}
