package dk.borgermaaling.gateway.caseevent;

/**
 * What has become of an event, as its sender may know it. It follows from what the sender has told
 * and from the decision on it, never from what the citizen did afterwards.
 */
public enum EventState {
  /** Stored, and not decided on yet. */
  RECEIVED,
  /**
   * It led to an invitation. Of a correction: it leaves the invitation standing that an earlier
   * version of its entity led to.
   */
  INVITED,
  /**
   * It led to no invitation. One state for every reason, because most reasons are about the
   * citizen: who is dead, has opted out or was asked before looks like who was never to be asked.
   */
  NOT_DRAWN,
  /** It takes its entity back, or the last version of its entity does. */
  WITHDRAWN,
  /** A later version of its entity is stored; the state of that one tells what holds. */
  SUPERSEDED
}
