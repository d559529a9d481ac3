package dk.borgermaaling.gateway.selection;

import java.time.Instant;

/**
 * That an invitation was taken back, which also marks one that had left.
 *
 * @param at business time
 */
public record TakenBack(Because because, Instant at) {
  /** Why; the name is stored. None tells whether the citizen has answered. */
  public enum Because {
    /** A later version of its event would not have led to it, or not for this citizen. */
    CORRECTED,
    /** The case system has deleted its event. */
    WITHDRAWN,
    /** The conversation that it is about was cancelled. */
    CANCELLED,
    DIED,
    /** To another municipality, or out of the country. */
    MOVED,
    EXEMPTED,
    /** Name and address are protected, and the municipality does not ask such citizens. */
    PROTECTED,
    OPTED_OUT
  }
}
