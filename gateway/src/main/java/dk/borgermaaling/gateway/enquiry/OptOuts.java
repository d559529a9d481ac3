package dk.borgermaaling.gateway.enquiry;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;

/** Who is not to be asked (fravalg), by municipality. */
public final class OptOuts {
  /**
   * From now on no event of this municipality leads to an invitation of the citizen, and what has
   * not left yet of its open ones is taken back. The same again changes nothing; another reason
   * replaces the one before. Other municipalities still ask.
   */
  public void optOut(MunicipalityCode municipality, CprNumber citizen, OptOutReason reason) {
    throw new UnsupportedOperationException(municipality + " " + citizen + " " + reason);
  }

  /**
   * What happens from now on may be asked about again; what was taken back stays so. Nothing
   * changes, and nobody is told so, when the citizen had not opted out.
   */
  public void revoke(MunicipalityCode municipality, CprNumber citizen) {
    throw new UnsupportedOperationException(municipality + " " + citizen);
  }
}
