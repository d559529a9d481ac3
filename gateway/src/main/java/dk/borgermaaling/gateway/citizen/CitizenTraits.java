package dk.borgermaaling.gateway.citizen;

import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a recipient's number; worked out when asked for, never stored.
 *
 * @param replacementNumber whether the CPR number is a replacement, which Digital Post cannot reach
 * @param birthDate absent for a company
 */
public record CitizenTraits(
    boolean company, boolean replacementNumber, @Nullable LocalDate birthDate) {
  public static CitizenTraits of(Recipient recipient) {
    return recipient instanceof Recipient.Person person
        ? new CitizenTraits(false, person.cpr().isReplacement(), person.cpr().birthDate())
        : new CitizenTraits(true, false, null);
  }
}
