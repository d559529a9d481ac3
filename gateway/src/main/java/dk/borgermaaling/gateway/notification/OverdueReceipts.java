package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.invitation.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Messages that were taken, or perhaps taken, so long ago that a receipt should have come. A letter
 * that is printed is none of them: most print suppliers tell nothing after that.
 */
public interface OverdueReceipts {
  /** Reminders are counted from here on alone: fewer would tell of single citizens' answers. */
  int FEWEST_REMINDERS = 10;

  /** First messages, by municipality and what they are. */
  List<Group> firstMessages(Instant now);

  /** Reminders of all municipalities together; 0 when they are too few to be told. */
  long reminders(Instant now);

  /**
   * So many of one kind.
   *
   * @param municipality code
   * @param state {@code ACCEPTED} or {@code UNKNOWN}
   */
  record Group(String municipality, NotificationState state, Channel channel, long count) {}

  /**
   * How long a receipt may take, in real time since the call.
   *
   * @param digital of Digital Post and NemSMS
   * @param letter of a printed letter
   */
  record Patience(Duration digital, Duration letter) {
    public Patience {
      if (digital.isNegative() || digital.isZero() || letter.isNegative() || letter.isZero()) {
        throw new IllegalArgumentException("a receipt takes longer than nothing");
      }
    }

    /** The shorter of the two. */
    public Duration shorter() {
      return digital.compareTo(letter) < 0 ? digital : letter;
    }
  }
}
