package dk.borgermaaling.gateway.selection;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who is not to be asked, as selection needs it; the feature {@code enquiry} implements it. Joins
 * the open transaction, which holds the citizens' locks.
 */
public interface OptOutRegister {
  /** Which municipalities have told that these citizens are not to be asked. */
  Map<CitizenId, Set<MunicipalityCode>> optOutsOf(Collection<CitizenId> citizens);

  /**
   * Notes citizens whom nothing but an opt-out has kept from being asked. Those whose wish it was
   * are passed over; of the others the share is counted. The same again changes nothing.
   */
  void leftOut(Collection<LeftOut> citizens);
}
