package dk.borgermaaling.gateway.enquiry;

/**
 * Why a citizen is not to be asked. Deliberately coarse: none names an illness or tells of a
 * circumstance that the survey has no need to know. Shown nowhere; kept so that the municipality
 * can account for what it has told us.
 */
public enum OptOutReason {
  /** The citizen does not want to be asked (har frabedt sig). */
  ASKED_BY_CITIZEN,
  /** A guardian or representative (værge, partsrepræsentant) has asked for it. */
  ASKED_BY_REPRESENTATIVE,
  /** The citizen cannot answer, whatever the cause. */
  UNABLE_TO_ANSWER,
  /** The caseworker judges that being asked would burden the citizen now. */
  WOULD_BURDEN,
  /** A message could endanger the citizen, for example where the address is protected. */
  SAFETY;

  /**
   * Whether it is the citizen's own wish, told by the citizen or by whoever acts in the citizen's
   * place; else an employee has judged it, and the citizen counts as excluded (docs/selection.md).
   */
  public boolean isCitizensWish() {
    return this == ASKED_BY_CITIZEN || this == ASKED_BY_REPRESENTATIVE;
  }
}
