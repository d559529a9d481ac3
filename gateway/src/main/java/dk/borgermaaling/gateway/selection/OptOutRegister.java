package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;

/**
 * Who is not to be asked, as selection needs it; the feature {@code enquiry} implements it. Joins
 * the open transaction, which holds the citizen's lock.
 */
public interface OptOutRegister {
  /** Whether this municipality has told that the citizen is not to be asked. */
  boolean has(MunicipalityCode municipality, CitizenId citizen);
}
