package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.selection.OptOutRegister;
import java.time.Instant;

/** Where opt-outs are kept. Joins the open transaction. */
public interface OptOutStore extends OptOutRegister {
  /**
   * Keeps an opt-out, one for a citizen in a municipality. The same reason again leaves it as it
   * was, its time too; another reason replaces it.
   *
   * @param madeAt business time
   */
  void put(MunicipalityCode municipality, CitizenId citizen, OptOutReason reason, Instant madeAt);

  /** Forgets it, if there is one. */
  void remove(MunicipalityCode municipality, CitizenId citizen);
}
