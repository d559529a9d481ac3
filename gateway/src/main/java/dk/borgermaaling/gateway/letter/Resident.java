package dk.borgermaaling.gateway.letter;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What the civil register (CPR) says of a citizen on the day of a step. Asked, used for one letter
 * and forgotten; never stored.
 *
 * @param municipality where the citizen lives; absent for whoever lives in none
 * @param addressProtected name and address are protected against private parties (CPR act § 28)
 * @param address absent when the register has none that a letter could go to
 */
public record Resident(
    Status status,
    @Nullable MunicipalityCode municipality,
    boolean addressProtected,
    @Nullable PostalAddress address) {
  /** The register's status, as far as it matters to a letter. */
  public enum Status {
    /** Lives in Denmark (status 1; 3 is a road without a name, a hostel for example). */
    RESIDENT,
    /** Lives in Greenland (5, 7). */
    IN_GREENLAND,
    /** Has a number and no home in the register (20). */
    NOT_RESIDENT,
    /** The number has been cancelled or has become another (30, 50, 60). */
    NUMBER_ENDED,
    /** Nobody knows where (70). */
    MISSING,
    /** Has left the country (80). */
    EMIGRATED,
    /** Dead (90). */
    DEAD
  }

  /** Without name and address: neither may reach a log. */
  @Override
  public String toString() {
    return "Resident[" + status + "]";
  }
}
