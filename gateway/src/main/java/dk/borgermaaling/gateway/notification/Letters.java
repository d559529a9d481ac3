package dk.borgermaaling.gateway.notification;

/**
 * Writes the printed letter (fjernprint) of a step. Called without an open transaction, on the day
 * the step leaves, because only then is the address asked for; never throws for what happens at the
 * other end.
 */
public interface Letters {
  /** What letters may cost this month is spent. */
  String BUDGET_SPENT = "LETTER_BUDGET_SPENT";

  /** Name and address are protected, and the municipality sends no letters to such citizens. */
  String ADDRESS_PROTECTED = "ADDRESS_PROTECTED";

  /** In another country, or Greenland, where our letters do not go. */
  String EMIGRATED = "CITIZEN_EMIGRATED";

  /**
   * Gone without a trace, without a home in the register, or with an address that no letter has.
   */
  String NO_ADDRESS = "NO_POSTAL_ADDRESS";

  /** The register has no such number, or it holds no longer. */
  String NOT_IN_REGISTER = "NOT_IN_CIVIL_REGISTER";

  /** Letters go to people. */
  String NOT_A_PERSON = "LETTERS_TO_PEOPLE_ONLY";

  /** No municipality has agreed to letters. */
  Letters NONE =
      writing -> new Written.Refused(new Failure(FailureClass.STOPPED, Failure.LETTERS_NOT_AGREED));

  /**
   * The letter, or why there is none. The class of the failure says what the step does: {@code
   * TRANSIENT} tries again later, {@code CONFIGURATION} and {@code AGREEMENT} also pause letters of
   * the municipality, {@code CONTENT} ends the step, everything else goes on with the next channel.
   */
  Written write(Writing writing);
}
