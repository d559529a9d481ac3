package dk.borgermaaling.gateway.survey;

import java.time.LocalDate;
import java.util.Optional;

/** All versions of the questionnaire. A version is never edited once somebody has been asked. */
public interface Questionnaires {
  /** What is asked on this Danish civil date. */
  Questionnaire inForce(LocalDate on);

  /** The version that a page was made from; empty for one that never was. */
  Optional<Questionnaire> byVersion(String version);
}
