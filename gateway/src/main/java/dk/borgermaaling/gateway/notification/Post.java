package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The road to citizens (SF1601). Its calls are made without an open transaction and never throw for
 * what happens at the other end.
 */
public interface Post {
  /** Asks on behalf of the authority whether this recipient takes Digital Post. */
  Subscription digitalPost(Cvr authority, Recipient recipient);

  /** Asks on behalf of the authority whether this recipient takes NemSMS. */
  Subscription nemSms(Cvr authority, Recipient recipient);

  /**
   * Until when (real time) no call will be made, because the service has not answered; empty when
   * calls are made. Each asker is given a time of its own, so that they do not come back at once.
   */
  Optional<Instant> shutUntil();

  /**
   * Makes ready what a call needs, access token included, so that it can leave as soon as its start
   * is committed.
   */
  Prepared prepare(OutgoingMessage message);

  /** What came of it. */
  sealed interface Prepared {
    /** The call may be started. */
    record Ready(Call call) implements Prepared {}

    /** It cannot be made now; nothing has left. */
    record NotReady(Failure why) implements Prepared {}

    /** The service has not answered for a while and is spared until then (real time). */
    record Shut(Instant until) implements Prepared {}
  }

  /** One call that is ready. */
  interface Call {
    /**
     * Makes it once. Never repeats it, except after 401, which says that nothing was taken.
     *
     * @param mayBegin asked right before the first byte leaves; false: it does not
     */
    SendOutcome make(BooleanSupplier mayBegin);
  }

  /** The answer of PostForespoerg; a failed look-up never counts as not subscribed. */
  enum Subscription {
    SUBSCRIBED,
    NOT_SUBSCRIBED,
    UNKNOWN
  }
}
