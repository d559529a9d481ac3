package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.citizen.CitizenId;
import dk.borgermaaling.gateway.invitation.Channel;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.Post.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What PostForespoerg answered, kept for a while on this node: at most a day, because people come
 * and go. What it did not answer is never kept. The key is our own id of the citizen, never a CPR
 * number.
 */
public final class Subscriptions {
  private static final Duration DAY = Duration.ofDays(1);
  private final Post post;
  private final Duration keep;
  private final Clock real;
  private final Map<Key, Answer> answers;

  /**
   * @param keep real time; zero keeps nothing
   * @param most answers that are kept, the oldest goes first
   */
  public Subscriptions(Post post, Duration keep, int most, Clock real) {
    if (keep.isNegative() || keep.compareTo(DAY) > 0 || most < 0) {
      throw new IllegalArgumentException(
          "gateway.notification.lookup-keep must be at most a day and lookup-most at least 0");
    }
    this.post = post;
    this.keep = keep;
    this.real = real;
    this.answers = new Oldest(most);
  }

  /**
   * Whether the citizen takes post by this channel.
   *
   * @param channel {@code DIGITAL_POST} or {@code NEMSMS}
   */
  Subscription ask(Channel channel, Cvr authority, CitizenId citizen, Recipient recipient) {
    Key key = new Key(channel, authority, citizen);
    Instant now = real.instant();
    synchronized (answers) {
      Answer kept = answers.get(key);
      if (kept != null && !now.isBefore(kept.at()) && now.isBefore(kept.at().plus(keep))) {
        return kept.subscription();
      }
    }
    Subscription answer =
        channel == Channel.NEMSMS
            ? post.nemSms(authority, recipient)
            : post.digitalPost(authority, recipient);
    if (answer != Subscription.UNKNOWN && !keep.isZero()) {
      synchronized (answers) {
        answers.remove(key);
        answers.put(key, new Answer(answer, now));
      }
    }
    return answer;
  }

  private record Key(Channel channel, Cvr authority, CitizenId citizen) {}

  private record Answer(Subscription subscription, Instant at) {}

  /** In the order of their coming. */
  private static final class Oldest extends LinkedHashMap<Key, Answer> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Oldest(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
      return size() > most;
    }
  }
}
