package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.Journal;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.beskedfordeler.PostStatus;
import dk.borgermaaling.simulators.beskedfordeler.Receipt;
import dk.borgermaaling.simulators.mailbox.Letter;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Takes what was accepted: writes it down once, puts it into the mailbox and queues its receipts. A
 * message UUID that is there already makes no second letter and no more receipts.
 */
final class PostOffice implements Closeable {
  private static final Duration UNTIL_RECEIVED = Duration.ofSeconds(5);
  private static final Duration UNTIL_DELIVERED = Duration.ofSeconds(20);

  private final StoryClock clock;
  private final Duration delay;
  private final Mailboxes mailboxes;
  private final Beskedfordeler receipts;
  private final Switches switches;
  private final Set<String> known = new HashSet<>();
  private final Memos memos = new Memos();
  private final Journal journal;

  PostOffice(Surroundings around, Mailboxes mailboxes, Beskedfordeler receipts, Switches switches) {
    this.clock = around.clock();
    this.delay = around.settings().receiptDelay();
    this.mailboxes = mailboxes;
    this.receipts = receipts;
    this.switches = switches;
    this.journal = around.journal("post", this::replay);
  }

  private void replay(JsonObject entry) {
    if (entry.containsKey("again")) {
      mailboxes.again(entry.getString("again"));
      return;
    }
    known.add(key(entry.getString("messageUuid")));
    if (entry.containsKey("request")) {
      memos.add(
          entry.getString("transmissionId"),
          Base64.getDecoder().decode(entry.getString("request")));
    }
    if (entry.containsKey("letter")) {
      mailboxes.add(Letter.from(entry.getJsonObject("letter")));
    }
    for (JsonObject receipt : entry.getJsonArray("receipts").getValuesAs(JsonObject.class)) {
      CompletableFuture<Void> unused = receipts.queue(Receipt.from(receipt));
    }
  }

  Memos memos() {
    return memos;
  }

  /** When it arrives in the mailbox if it is accepted now, in business time. */
  Instant deliveryTime() {
    return clock.now().plus(UNTIL_DELIVERED);
  }

  /**
   * Accepts a message.
   *
   * @param cvr the municipality that sends it
   * @param request the body of the call, as it came
   * @return done when the last receipt is acknowledged
   */
  CompletableFuture<Void> accept(
      String transmissionId, String cvr, Letter letter, Fate fate, byte[] request) {
    List<Receipt> wanted;
    synchronized (this) {
      if (!known.add(key(letter.messageUuid()))
          && !switches.applies(Switch.KEEP_DUPLICATES, letter.recipient())) {
        journal.append(Json.createObjectBuilder().add("again", letter.messageUuid()).build());
        mailboxes.again(letter.messageUuid());
        return CompletableFuture.completedFuture(null);
      }
      wanted = receipts(transmissionId, cvr, letter, fate);
      write(transmissionId, letter, fate, wanted, request);
      if (fate.isDelivered()) {
        mailboxes.add(letter);
      }
    }
    return CompletableFuture.allOf(
        wanted.stream().map(receipts::queue).toArray(CompletableFuture<?>[]::new));
  }

  private void write(
      String transmissionId, Letter letter, Fate fate, List<Receipt> wanted, byte[] request) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    wanted.forEach(receipt -> list.add(receipt.toJson()));
    JsonObjectBuilder entry =
        Json.createObjectBuilder().add("messageUuid", letter.messageUuid()).add("receipts", list);
    if (fate.isDelivered()) {
      entry.add("letter", letter.toJson());
    }
    if (request.length <= Memos.LARGEST_KEPT) {
      entry.add("transmissionId", transmissionId);
      entry.add("request", Base64.getEncoder().encodeToString(request));
      memos.add(transmissionId, request);
    }
    journal.append(entry.build());
  }

  private List<Receipt> receipts(String transmissionId, String cvr, Letter letter, Fate fate) {
    String recipient = letter.recipient();
    if (switches.applies(Switch.MISSING_RECEIPTS, recipient)) {
      return List.of();
    }
    int copies = switches.applies(Switch.DUPLICATED_RECEIPTS, recipient) ? 2 : 1;
    Instant sent = letter.receivedAt().minus(UNTIL_DELIVERED);
    Instant first = clock.realNow().plus(delay);
    Instant second = first.plus(delay);
    boolean reordered = switches.applies(Switch.REORDERED_RECEIPTS, recipient);
    List<Receipt> wanted = new ArrayList<>();
    if (fate.isDelivered()) {
      wanted.add(
          receipt(
              transmissionId,
              cvr,
              letter,
              fate,
              PostStatus.RECEIVED,
              sent.plus(UNTIL_RECEIVED),
              reordered ? second : first,
              copies));
      wanted.add(
          receipt(
              transmissionId,
              cvr,
              letter,
              fate,
              PostStatus.DELIVERED,
              letter.receivedAt(),
              reordered ? first : second,
              copies));
    } else {
      wanted.add(
          receipt(
              transmissionId,
              cvr,
              letter,
              fate,
              PostStatus.FAILED,
              sent.plus(UNTIL_RECEIVED),
              first,
              copies));
    }
    if (reordered) {
      Collections.reverse(wanted);
    }
    return Collections.unmodifiableList(wanted);
  }

  private static Receipt receipt(
      String transmissionId,
      String cvr,
      Letter letter,
      Fate fate,
      PostStatus status,
      Instant at,
      Instant due,
      int copies) {
    return new Receipt(
        UUID.randomUUID().toString(),
        transmissionId,
        letter.messageUuid(),
        letter.messageId(),
        cvr,
        letter.channel(),
        status,
        at,
        due,
        fate.errorCode(),
        fate.errorText(),
        copies);
  }

  /** A message without a UUID is never the same as another. */
  private static String key(String messageUuid) {
    return messageUuid.isEmpty()
        ? UUID.randomUUID().toString()
        : messageUuid.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
