package dk.borgermaaling.simulators.digitalpost;

import java.util.Arrays;
import java.util.Optional;

/** Ways to misbehave, each by its name in {@code /switches/{name}}. */
public enum Switch {
  /** Accepts, then answers after {@code seconds} (30), longer than a client waits. */
  SLOW_BUT_ACCEPTED("slow-but-accepted"),
  /** Waits for {@code seconds} (30), accepts nothing and closes the connection. */
  SLOW_AND_LOST("slow-and-lost"),
  /** Accepts, then closes the connection without an answer. */
  RESET_AFTER_ACCEPT("reset-after-accept"),
  /** Answers 500 and accepts nothing. */
  ERROR_500("error-500"),
  /** Forgets the access token and answers 401. */
  UNAUTHORIZED("unauthorized"),
  /** Answers 200 with Result false and accepts nothing. */
  RESULT_FALSE("result-false"),
  /** Accepts a valid message and reports it as memo.invalid. */
  MEMO_INVALID("memo-invalid"),
  /** Sends every receipt twice, with the same BeskedId. */
  DUPLICATED_RECEIPTS("duplicated-receipts"),
  /** Sends the final receipt before the preliminary one. */
  REORDERED_RECEIPTS("reordered-receipts"),
  /** Sends the receipts {@code seconds} (30) later than usual. */
  LATE_RECEIPTS("late-receipts"),
  /** Delivers and sends no receipt. */
  MISSING_RECEIPTS("missing-receipts"),
  /** Pushes the receipts before the call is answered. */
  RECEIPTS_BEFORE_ANSWER("receipts-before-answer"),
  /** Sends, beside the receipts, one of a message that nobody here has sent. */
  UNKNOWN_RECEIPTS("unknown-receipts"),
  /** Reports a message as received, then as failed, and does not deliver it. */
  FAILED_AFTER_RECEIVED("failed-after-received"),
  /** Keeps every copy of a message UUID instead of counting attempts. */
  KEEP_DUPLICATES("keep-duplicates"),
  /** Refuses a message UUID that is there already: 200 with Result false. */
  REFUSE_DUPLICATES("refuse-duplicates"),
  /** Answers 503 to every call of both services. */
  OUTAGE("outage"),
  /** Closes the connection of every call of both services without an answer. */
  HANG_UP("hang-up"),
  /** Takes any namespace prefix, as newer versions are said to. */
  ANY_PREFIX("any-prefix");

  private final String slug;

  Switch(String slug) {
    this.slug = slug;
  }

  String slug() {
    return slug;
  }

  static Optional<Switch> of(String slug) {
    return Arrays.stream(values()).filter(value -> value.slug.equals(slug)).findFirst();
  }
}
