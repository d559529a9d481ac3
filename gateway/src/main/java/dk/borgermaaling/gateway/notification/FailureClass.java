package dk.borgermaaling.gateway.notification;

/** Why a notification did not reach the citizen, by who must act. */
public enum FailureClass {
  /** Would probably have gone well at another time. */
  TRANSIENT,
  /** The citizen cannot be reached this way. */
  RECIPIENT,
  /** The message itself was refused: ours to repair. */
  CONTENT,
  /** Our settings, certificates or network are wrong. */
  CONFIGURATION,
  /** The municipality's service agreement (serviceaftale) does not allow it. */
  AGREEMENT,
  /** A rule ended the step, for example exemption from Digital Post (fritagelse). */
  STOPPED,
  /** An error code that nobody has described. */
  OTHER;

  /** Whether the same message may go later: the step waits. Every other class ends it. */
  public boolean mayBeMended() {
    return this == TRANSIENT || stopsTheMunicipality();
  }

  /** Whether the next message of the municipality by this channel would meet the same. */
  public boolean stopsTheMunicipality() {
    return this == CONFIGURATION || this == AGREEMENT;
  }
}
