package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.Optional;

/** The effective-dated terms of each municipality. Danish civil dates. */
public interface TermsTable {
  SelectionTerms of(MunicipalityCode municipality, LocalDate on);

  /** The weeks of the longest quarantine that holds in any municipality on a day. */
  int longestQuarantine(LocalDate on);

  /** How many of a group are drawn; empty when everybody is asked. */
  Optional<Sampling> samplingOf(MunicipalityCode municipality, String surveyGroup, LocalDate on);
}
