package dk.borgermaaling.gateway.murder;

/** A rule that a worker breaks on purpose, so that the inquest can be seen to find it. */
public enum Breach {
  /** Everything is as it should be. */
  NONE,
  /** A call whose outcome is unknown is made again. */
  REPEATS_UNKNOWN,
  /** A call whose outcome is unknown is made again as another message. */
  REPEATS_UNKNOWN_AS_ANOTHER,
  /** Receipts are acknowledged first and stored afterwards, which a few do not live to see. */
  ACKNOWLEDGES_FIRST
}
