package dk.borgermaaling.gateway.notification;

import dk.borgermaaling.gateway.beskedfordeler.MessageReader.UnreadableMessage;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Transactions;
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
 * found; it waits and is tried again until {@code giveUpAfter}. One that names another system as
 * its sender is set aside and never applied; should it name a message of ours all the same, the
 * setting of our systems is wrong, and it is kept for a person.
 */
public final class MatchReceipt {
  private final Transactions transactions;
  private final ReceiptStore store;
  private final ReceiptEnvelope.Reader reader;
  private final NotificationLedger ledger;
  private final ApplyReceipt apply;
  private final OwnSystems own;
  private final Backoff backoff;
  private final Duration giveUpAfter;
  private final Clock real;

  public MatchReceipt(
      Transactions transactions,
      ReceiptStore store,
      ReceiptEnvelope.Reader reader,
      NotificationLedger ledger,
      ApplyReceipt apply,
      OwnSystems own,
      Backoff backoff,
      Duration giveUpAfter,
      Clock real) {
    this.transactions = transactions;
    this.store = store;
    this.reader = reader;
    this.ledger = ledger;
    this.apply = apply;
    this.own = own;
    this.backoff = backoff;
    this.giveUpAfter = giveUpAfter;
    this.real = real;
  }

  /** One run of the task. */
  public Next run(UUID receipt) {
    return transactions.inOne(() -> store.lockWaiting(receipt).map(this::match).orElse(Next.DONE));
  }

  private Next match(Waiting receipt) {
    Optional<ReceiptEnvelope> envelope = read(receipt.raw());
    Optional<PostStatus> told = envelope.flatMap(ReceiptEnvelope::status);
    if (envelope.isEmpty() || told.isEmpty()) {
      return close(receipt, Status.PARKED, null, null);
    }
    PostStatus status = told.get();
    NotificationId notification = find(status).orElse(null);
    ReceiptKind kind = status.kind().orElse(null);
    if (own.isForeign(envelope.get().systems())) {
      return close(
          receipt, notification == null ? Status.FOREIGN : Status.PARKED, notification, kind);
    }
    if (notification == null) {
      return waitOrGiveUp(receipt);
    }
    if (kind == null) {
      return close(receipt, Status.PARKED, notification, null);
    }
    kind.event()
        .ifPresent(
            event ->
                apply.apply(notification, event, status.channel(), status.at(), status.failure()));
    return close(receipt, Status.MATCHED, notification, kind);
  }

  private Next close(
      Waiting receipt,
      Status status,
      @Nullable NotificationId notification,
      @Nullable ReceiptKind kind) {
    store.close(receipt.id(), status, notification, kind);
    return Next.DONE;
  }

  private Optional<ReceiptEnvelope> read(byte[] raw) {
    try {
      return Optional.of(reader.read(raw)).filter(ReceiptEnvelope::isPostStatus);
    } catch (UnreadableMessage e) {
      return Optional.empty();
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
      return close(receipt, Status.UNMATCHED, null, null);
    }
    store.countTry(receipt.id());
    return new Next.Again(now.plus(backoff.after(receipt.tries() + 1)));
  }
}
