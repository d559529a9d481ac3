package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.Journal;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.beskedfordeler.Receipt;
import dk.borgermaaling.simulators.mailbox.Letter;
import dk.borgermaaling.simulators.mailbox.Mailboxes;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
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
  private final StoryClock clock;
  private final Mailboxes mailboxes;
  private final Beskedfordeler receipts;
  private final Switches switches;
  private final Statuses statuses;
  private final Set<String> known = new HashSet<>();
  private final Memos memos = new Memos();
  private final Calls calls = new Calls();
  private final Journal journal;

  PostOffice(Surroundings around, Mailboxes mailboxes, Beskedfordeler receipts, Switches switches) {
    this.clock = around.clock();
    this.statuses = new Statuses(around.clock(), around.settings().receiptDelay(), switches);
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
    if (entry.containsKey("refused")) {
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

  /** Those since the start of this process. */
  Calls calls() {
    return calls;
  }

  /** When it arrives in the mailbox if it is accepted now, in business time. */
  Instant deliveryTime() {
    return clock.now().plus(Statuses.UNTIL_DELIVERED);
  }

  /**
   * Accepts a message.
   *
   * @param cvr the municipality that sends it
   * @param request the body of the call, as it came
   * @return done when the last receipt is acknowledged
   * @throws KombiRequest.Refused it is there already, and this is a post that minds
   */
  CompletableFuture<Void> accept(
      String transmissionId,
      String cvr,
      Letter letter,
      Fate fate,
      byte[] request,
      Occasion occasion)
      throws KombiRequest.Refused {
    List<Receipt> wanted;
    synchronized (this) {
      if (!known.add(key(letter.messageUuid()))
          && !switches.applies(Switch.KEEP_DUPLICATES, occasion)) {
        return repeated(letter, occasion);
      }
      note(letter, Calls.Outcome.ACCEPTED);
      wanted = statuses.of(transmissionId, cvr, letter, fate, occasion);
      write(transmissionId, letter, fate, wanted, request);
      if (fate.isDelivered()) {
        mailboxes.add(letter);
      }
    }
    return CompletableFuture.allOf(
        wanted.stream().map(receipts::queue).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> repeated(Letter letter, Occasion occasion)
      throws KombiRequest.Refused {
    boolean refused = switches.applies(Switch.REFUSE_DUPLICATES, occasion);
    note(letter, refused ? Calls.Outcome.REFUSED : Calls.Outcome.REPEATED);
    journal.append(
        Json.createObjectBuilder()
            .add(refused ? "refused" : "again", letter.messageUuid())
            .build());
    if (refused) {
      throw new KombiRequest.Refused(false, "messageUUID is used already");
    }
    mailboxes.again(letter.messageUuid());
    return CompletableFuture.completedFuture(null);
  }

  private void note(Letter letter, Calls.Outcome outcome) {
    calls.add(letter.messageUuid(), letter.messageId(), outcome, clock.realNow());
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
