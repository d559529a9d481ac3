package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.beskedfordeler.PostStatus;
import dk.borgermaaling.simulators.beskedfordeler.Receipt;
import dk.borgermaaling.simulators.mailbox.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Which receipts an accepted message leads to, and when; the switches disturb them. */
final class Statuses {
  static final Duration UNTIL_DELIVERED = Duration.ofSeconds(20);
  private static final Duration UNTIL_RECEIVED = Duration.ofSeconds(5);

  private final StoryClock clock;
  private final Duration delay;
  private final Switches switches;

  /**
   * @param delay real time until the first receipt, and again until the second
   */
  Statuses(StoryClock clock, Duration delay, Switches switches) {
    this.clock = clock;
    this.delay = delay;
    this.switches = switches;
  }

  /** The receipts in the order in which they are queued. */
  List<Receipt> of(String transmissionId, String cvr, Letter letter, Fate fate, Occasion occasion) {
    List<Receipt> wanted = new ArrayList<>();
    if (switches.applies(Switch.UNKNOWN_RECEIPTS, occasion)) {
      Message other = new Message(uuid(), uuid(), uuid(), cvr, letter.channel(), Fate.DELIVERED, 1);
      wanted.add(
          other.receipt(PostStatus.DELIVERED, letter.receivedAt(), clock.realNow().plus(delay)));
    }
    if (switches.applies(Switch.MISSING_RECEIPTS, occasion)) {
      return wanted;
    }
    int copies = switches.applies(Switch.DUPLICATED_RECEIPTS, occasion) ? 2 : 1;
    int late = switches.seconds(Switch.LATE_RECEIPTS, occasion).orElse(0);
    Message message =
        new Message(
            transmissionId,
            letter.messageUuid(),
            letter.messageId(),
            cvr,
            letter.channel(),
            fate,
            copies);
    boolean reordered = switches.applies(Switch.REORDERED_RECEIPTS, occasion);
    Instant first = clock.realNow().plus(delay).plusSeconds(late);
    wanted.addAll(own(message, letter.receivedAt(), first, reordered));
    return Collections.unmodifiableList(wanted);
  }

  private List<Receipt> own(
      Message message, Instant deliveredAt, Instant first, boolean reordered) {
    Instant receivedAt = deliveredAt.minus(UNTIL_DELIVERED).plus(UNTIL_RECEIVED);
    Instant second = first.plus(delay);
    Fate fate = message.fate();
    if (message.channel().equals(KombiRequest.PRINT)) {
      return printed(message, deliveredAt, first, reordered);
    }
    if (!fate.isReceived()) {
      return List.of(message.receipt(PostStatus.FAILED, receivedAt, first));
    }
    Receipt preliminary =
        message.receipt(PostStatus.RECEIVED, receivedAt, reordered ? second : first);
    Receipt last =
        message.receipt(
            fate.isDelivered() ? PostStatus.DELIVERED : PostStatus.FAILED,
            deliveredAt,
            reordered ? first : second);
    return reordered ? List.of(last, preliminary) : List.of(preliminary, last);
  }

  /**
   * The way of a letter through the print supplier, a status for each step; a letter that fails
   * does so at the printer's.
   */
  private List<Receipt> printed(
      Message message, Instant deliveredAt, Instant first, boolean reordered) {
    List<PostStatus> steps =
        message.fate().isDelivered()
            ? List.of(
                PostStatus.SENT_TO_PRINT,
                PostStatus.PRINT_RECEIVED,
                PostStatus.PRINT_READY,
                PostStatus.PRINTED,
                PostStatus.POSTED)
            : List.of(PostStatus.SENT_TO_PRINT, PostStatus.PRINT_RECEIVED, PostStatus.FAILED);
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int place = reordered ? steps.size() - 1 - i : i;
      receipts.add(
          message.receipt(
              steps.get(i),
              deliveredAt.minus(UNTIL_DELIVERED).plus(UNTIL_RECEIVED.multipliedBy(i)),
              first.plus(delay.multipliedBy(place))));
    }
    if (reordered) {
      Collections.reverse(receipts);
    }
    return receipts;
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private record Message(
      String transmissionId,
      String messageUuid,
      String messageId,
      String cvr,
      String channel,
      Fate fate,
      int copies) {
    Receipt receipt(PostStatus status, Instant at, Instant due) {
      return new Receipt(
          uuid(),
          transmissionId,
          messageUuid,
          messageId,
          cvr,
          channel,
          status,
          at,
          due,
          status == PostStatus.FAILED ? fate.errorCode() : "",
          status == PostStatus.FAILED ? fate.errorText() : "",
          copies);
    }
  }
}
