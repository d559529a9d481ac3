package dk.borgermaaling.gateway.municipality;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where municipalities are looked up. Dates are Danish civil dates. */
public interface Municipalities {
  Optional<Municipality> byCode(MunicipalityCode code, LocalDate on);

  Optional<Municipality> byCvr(Cvr cvr, LocalDate on);

  /** All that are known, by name in Danish order. */
  List<Municipality> all(LocalDate on);
}
