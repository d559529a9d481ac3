package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Silkeborg alone. */
record OneMunicipality(Cvr cvr) implements Municipalities {
  @Override
  public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
    return all(on).stream().filter(one -> one.code().equals(code)).findFirst();
  }

  @Override
  public Optional<Municipality> byCvr(Cvr wanted, LocalDate on) {
    return all(on).stream().filter(one -> one.cvr().equals(wanted)).findFirst();
  }

  @Override
  public List<Municipality> all(LocalDate on) {
    return List.of(
        new Municipality(
            new MunicipalityCode("0740"), "Silkeborg", "Silkeborg Kommune", cvr, true, false));
  }
}
