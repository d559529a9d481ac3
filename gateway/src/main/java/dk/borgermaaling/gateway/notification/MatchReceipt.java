package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.notification.ReceiptEnvelope.UnreadableReceipt;
import dk.borgermaaling.gateway.notification.ReceiptStore.Status;
import dk.borgermaaling.gateway.notification.ReceiptStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the notification that a stored receipt is about and applies it: by MessageUUID, then
 * AfsendelseIdentifikator, then TransmissionId. A receipt may come before its notification can be
 * found; it waits and is tried again until {@code giveUpAfter}.
 */
public final class MatchReceipt {
  private static final String POST_STATUS = "d2bed63c-4853-4008-b6e0-a74c15b15fbf";
  private final Transactions transactions;
  private final ReceiptStore store;
  private final ReceiptEnvelope.Reader reader;
  private final NotificationLedger ledger;
  private final ApplyReceipt apply;
  private final Backoff backoff;
  private final Duration giveUpAfter;
  private final Clock real;

  public MatchReceipt(
      Transactions transactions,
      ReceiptStore store,
      ReceiptEnvelope.Reader reader,
      NotificationLedger ledger,
      ApplyReceipt apply,
      Backoff backoff,
      Duration giveUpAfter,
      Clock real) {
    this.transactions = transactions;
    this.store = store;
    this.reader = reader;
    this.ledger = ledger;
    this.apply = apply;
    this.backoff = backoff;
    this.giveUpAfter = giveUpAfter;
    this.real = real;
  }

  /** One run of the task. */
  public Next run(UUID receipt) {
    return transactions.inOne(() -> store.lockWaiting(receipt).map(this::match).orElse(Next.DONE));
  }

  private Next match(Waiting receipt) {
    PostStatus status = read(receipt.raw());
    if (status == null) {
      store.close(receipt.id(), Status.PARKED, null);
      return Next.DONE;
    }
    Optional<NotificationId> notification = find(status);
    if (notification.isEmpty()) {
      return waitOrGiveUp(receipt);
    }
    Optional<NotificationEvent> meaning = status.meaning();
    if (meaning.isEmpty()) {
      store.close(receipt.id(), Status.PARKED, notification.get());
      return Next.DONE;
    }
    apply.apply(notification.get(), meaning.get(), status.channel(), status.at(), status.failure());
    store.close(receipt.id(), Status.MATCHED, notification.get());
    return Next.DONE;
  }

  private @Nullable PostStatus read(byte[] raw) {
    try {
      ReceiptEnvelope envelope = reader.read(raw);
      return envelope
          .type()
          .filter(POST_STATUS::equals)
          .flatMap(type -> envelope.status())
          .orElse(null);
    } catch (UnreadableReceipt e) {
      return null;
    }
  }

  private Optional<NotificationId> find(PostStatus status) {
    return Optional.ofNullable(status.messageUuid())
        .flatMap(ledger::byMessageUuid)
        .or(() -> Optional.ofNullable(status.dispatchId()).flatMap(ledger::byMessageUuid))
        .or(() -> Optional.ofNullable(status.transmissionId()).flatMap(ledger::byTransmissionId));
  }

  private Next waitOrGiveUp(Waiting receipt) {
    Instant now = real.instant();
    if (now.isAfter(receipt.receivedAt().plus(giveUpAfter))) {
      store.close(receipt.id(), Status.UNMATCHED, null);
      return Next.DONE;
    }
    store.countTry(receipt.id());
    return new Next.Again(now.plus(backoff.after(receipt.tries() + 1)));
  }
}
