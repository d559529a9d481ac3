package dk.borgermaaling.gateway.response.web;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Odense alone. */
final class OneMunicipality implements Municipalities {
  private static final Municipality ODENSE =
      new Municipality(
          new MunicipalityCode("0461"),
          "Odense",
          "Odense Kommune",
          new Cvr("35209115"),
          true,
          false);

  @Override
  public Optional<Municipality> byCode(MunicipalityCode code, LocalDate on) {
    return all(on).stream().filter(one -> one.code().equals(code)).findFirst();
  }

  @Override
  public Optional<Municipality> byCvr(Cvr cvr, LocalDate on) {
    return all(on).stream().filter(one -> one.cvr().equals(cvr)).findFirst();
  }

  @Override
  public List<Municipality> all(LocalDate on) {
    return List.of(ODENSE);
  }
}
