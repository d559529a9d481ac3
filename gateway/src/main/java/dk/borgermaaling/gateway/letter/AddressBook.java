package dk.borgermaaling.gateway.letter;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;

/**
 * Where a citizen lives, asked on the day of the step: the civil register (CPR). The call is made
 * without an open transaction and never throws for what happens at the other end.
 */
public interface AddressBook {
  /** Asks on behalf of the authority. */
  Answer ask(Cvr authority, CprNumber citizen);

  /** What came of it. */
  sealed interface Answer {
    /** The register knows the citizen. */
    record Found(Resident resident) implements Answer {}

    /** The register has no such number. */
    record NotFound() implements Answer {}

    /**
     * No answer, or none that says anything; the same question may go well later.
     *
     * @param why safe to show to staff
     */
    record NoAnswer(String why, Blame blame) implements Answer {}
  }

  /** Who can do something about a look-up that went wrong. */
  enum Blame {
    /** The other end or the network: it passes. */
    TRANSIENT,
    /** The municipality's service agreement does not allow the look-up. */
    AGREEMENT,
    /** Our address or certificate is wrong. */
    CONFIGURATION
  }
}
