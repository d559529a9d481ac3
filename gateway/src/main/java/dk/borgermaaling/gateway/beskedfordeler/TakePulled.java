package dk.borgermaaling.gateway.beskedfordeler;

import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.kernel.Transactions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Takes a message that was pulled: hands it to the taker of its kind, and answers when it is
 * committed. What no taker can read has nobody to go back to: it is kept whole, as a dead letter,
 * and then turned away.
 */
public final class TakePulled {
  private final Transactions transactions;
  private final List<Taker> takers;
  private final DeadLetters letters;
  private final int largest;

  /**
   * @param takers asked in this order; the last is for everything
   * @param largest bytes; what is larger is kept unread
   */
  public TakePulled(
      Transactions transactions, List<Taker> takers, DeadLetters letters, int largest) {
    this.transactions = transactions;
    this.takers = List.copyOf(takers);
    this.letters = letters;
    this.largest = largest;
  }

  /**
   * Whatever is thrown says that the message is not stored and must come again.
   *
   * @param municipality whose queue it came by
   */
  public Reply take(MunicipalityCode municipality, byte[] raw) {
    if (raw.length > largest) {
      return keep(municipality, raw, "A message is larger than " + largest + " bytes");
    }
    return switch (takerOf(raw).take(raw)) {
      case TAKEN -> Reply.ACKNOWLEDGE;
      case EMPTY -> keep(municipality, raw, "A message is empty");
      case UNREADABLE -> keep(municipality, raw, "A message is no envelope that can be read");
      case WITHOUT_ID -> keep(municipality, raw, "A message has no BeskedId");
      case NOT_STORED -> throw new IllegalStateException("a taker throws when it cannot store");
    };
  }

  private Taker takerOf(byte[] raw) {
    return takers.stream()
        .filter(taker -> taker.isFor(raw))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no taker is for everything"));
  }

  /** The same message, delivered again, is the same letter. */
  private Reply keep(MunicipalityCode municipality, byte[] raw, String what) {
    DeadLetter letter =
        new DeadLetter(
            EventSource.BESKEDFORDELER,
            municipality,
            "pulled/" + sha256(raw),
            ProblemType.MALFORMED.slug(),
            what);
    transactions.runInOne(
        () -> letters.park(letter, ProcessMessage.ONLY, new Told(ProcessMessage.FORMAT, raw)));
    return Reply.REJECT;
  }

  private static String sha256(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What the queue is told. */
  public enum Reply {
    ACKNOWLEDGE,
    REJECT
  }
}
