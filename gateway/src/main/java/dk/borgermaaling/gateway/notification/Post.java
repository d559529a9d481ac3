package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;

/**
 * The road to citizens (SF1601). Its calls are made without an open transaction and never throw for
 * what happens at the other end.
 */
public interface Post {
  /** Asks on behalf of the authority whether this recipient takes Digital Post. */
  Subscription digitalPost(Cvr authority, Recipient recipient);

  /** Asks on behalf of the authority whether this recipient takes NemSMS. */
  Subscription nemSms(Cvr authority, Recipient recipient);

  /** Makes the call once. Never repeats it, except after 401, which says that nothing was taken. */
  SendOutcome send(OutgoingMessage message);

  /** The answer of PostForespoerg; a failed look-up never counts as not subscribed. */
  enum Subscription {
    SUBSCRIBED,
    NOT_SUBSCRIBED,
    UNKNOWN
  }
}
