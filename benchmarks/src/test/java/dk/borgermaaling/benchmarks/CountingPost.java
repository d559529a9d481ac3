package dk.borgermaaling.benchmarks;

import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.OutgoingMessage;
import dk.borgermaaling.gateway.notification.Post;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Takes every message, and writes down when. */
final class CountingPost implements Post {
  private final long[] leftAt;
  private final AtomicInteger left = new AtomicInteger();

  /**
   * @param most messages that will leave
   */
  CountingPost(int most) {
    leftAt = new long[most];
  }

  @Override
  public Subscription digitalPost(Cvr authority, Recipient recipient) {
    return Subscription.SUBSCRIBED;
  }

  @Override
  public Subscription nemSms(Cvr authority, Recipient recipient) {
    return Subscription.NOT_SUBSCRIBED;
  }

  @Override
  public Optional<Instant> shutUntil() {
    return Optional.empty();
  }

  @Override
  public Prepared prepare(OutgoingMessage message) {
    return new Prepared.Ready(this::make);
  }

  private SendOutcome make(BooleanSupplier mayBegin) {
    if (!mayBegin.getAsBoolean()) {
      throw new IllegalStateException("a call that nothing delays came too late");
    }
    leftAt[left.getAndIncrement()] = System.nanoTime();
    return new SendOutcome.Accepted(UUID.randomUUID());
  }

  int left() {
    return left.get();
  }

  /** Nanoseconds from a moment until this share of all messages had left. */
  long lateness(long since, double share) {
    long[] sorted = Arrays.copyOf(leftAt, left());
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1] - since;
  }
}
