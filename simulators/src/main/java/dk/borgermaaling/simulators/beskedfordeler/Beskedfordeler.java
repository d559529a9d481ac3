package dk.borgermaaling.simulators.beskedfordeler;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.Journal;
import dk.borgermaaling.simulators.Part;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.pull.BeskedHent;
import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.xml.Xml;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Delivers receipts to the gateway, by push or by the municipality's queue, until each is
 * acknowledged. What is queued is given again by its owner after a restart; what was acknowledged,
 * and how often delivery was tried, is kept here.
 */
public final class Beskedfordeler implements Part {
  private static final Logger LOG = Logger.getLogger(Beskedfordeler.class.getName());
  private static final int THREADS = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final StoryClock clock;
  private final Gateway gateway;
  private final URI address;
  private final Envelope envelope;
  private final Journal journal;
  private final Map<String, Receipt> queued = new LinkedHashMap<>();
  private final BeskedHent queues;
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Map<String, Integer> acknowledged = new HashMap<>();
  private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicInteger pushed = new AtomicInteger();
  private volatile Duration longestPause = LONGEST_PAUSE;
  private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(THREADS);

  /**
   * @param queues of municipalities that pull; to all others it pushes
   */
  public Beskedfordeler(Surroundings around, BeskedHent queues) {
    this.queues = queues;
    this.clock = around.clock();
    this.gateway = around.gatewayAs("beskedfordeler");
    this.address = URI.create(around.settings().gatewayMtlsUrl() + "/beskedfordeler/modtag");
    this.envelope = new Envelope(around.key("beskedfordeler").certificate());
    this.journal = around.journal("beskedfordeler", this::replay);
  }

  private void replay(JsonObject entry) {
    if (entry.getBoolean("acknowledged")) {
      acknowledged.merge(entry.getString("beskedId"), 1, Integer::sum);
      pushed.incrementAndGet();
    } else {
      attempts.merge(entry.getString("beskedId"), 1, Integer::sum);
    }
  }

  @Override
  public String name() {
    return "beskedfordeler";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/beskedfordeler/api/receipts", this::receipts),
        Route.put("/beskedfordeler/api/longest-pause/{millis}", this::hurry));
  }

  /** From now on no wait between two attempts is longer; for a test that cannot wait. */
  private Reply hurry(Request request) {
    String millis = request.variable("millis");
    if (!request.isLocal() || !millis.matches("[1-9][0-9]{0,5}")) {
      return Reply.text(403, "From this machine only, up to 999999");
    }
    longestPause = Duration.ofMillis(Long.parseLong(millis));
    return Reply.empty(204);
  }

  /** Every receipt and how often it was acknowledged; from this machine only. */
  private synchronized Reply receipts(Request request) {
    if (!request.isLocal()) {
      return Reply.text(403, "Only from this machine");
    }
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Receipt receipt : queued.values()) {
      all.add(
          Json.createObjectBuilder()
              .add("beskedId", receipt.beskedId())
              .add("messageUUID", receipt.messageUuid())
              .add("messageID", receipt.messageId())
              .add("status", receipt.status().name())
              .add("copies", receipt.copies())
              .add("acknowledged", acknowledged.getOrDefault(receipt.beskedId(), 0)));
    }
    return Reply.json(200, all.build());
  }

  /**
   * Queues a receipt for its due time; one that has been acknowledged already, in an earlier life
   * of this process, is left out.
   *
   * @return done when the receipt is acknowledged for the last time
   */
  public CompletableFuture<Void> queue(Receipt receipt) {
    int left;
    synchronized (this) {
      queued.put(receipt.beskedId(), receipt);
      left = receipt.copies() - acknowledged.getOrDefault(receipt.beskedId(), 0);
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (left <= 0) {
      done.complete(null);
      return done;
    }
    pending.addAndGet(left);
    CompletableFuture<Void> unused =
        afterEarlierOnes(receipt, done)
            .thenRun(
                () ->
                    schedule(
                        () -> deliver(receipt, left, done),
                        Duration.between(clock.realNow(), receipt.due())));
    return done;
  }

  /** Receipts of one message go out in the order in which they were queued. */
  private synchronized CompletableFuture<Void> afterEarlierOnes(
      Receipt receipt, CompletableFuture<Void> done) {
    @Nullable CompletableFuture<Void> earlier = last.put(receipt.transmissionId(), done);
    CompletableFuture<Void> unused =
        done.thenRun(() -> last.remove(receipt.transmissionId(), done));
    return earlier == null ? CompletableFuture.completedFuture(null) : earlier;
  }

  private void schedule(Runnable work, Duration wait) {
    if (!workers.isShutdown()) {
      ScheduledFuture<?> unused =
          workers.schedule(work, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
    }
  }

  private void deliver(Receipt receipt, int left, CompletableFuture<Void> done) {
    try {
      int attempt = note(receipt.beskedId(), false);
      if (queues.isFor(receipt.cvr())) {
        CompletableFuture<Void> unused =
            queues
                .put(receipt.cvr(), envelope.bare(receipt, attempt, clock.now()))
                .thenRun(() -> taken(receipt, left, done));
      } else if (push(envelope.write(receipt, attempt, clock.now()))) {
        taken(receipt, left, done);
      } else {
        schedule(() -> deliver(receipt, left, done), pause(attempt));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a receipt could not be made or noted; it stays queued", e);
      schedule(() -> deliver(receipt, left, done), longestPause);
    }
  }

  private void taken(Receipt receipt, int left, CompletableFuture<Void> done) {
    note(receipt.beskedId(), true);
    pending.decrementAndGet();
    pushed.incrementAndGet();
    if (left > 1) {
      schedule(() -> deliver(receipt, left - 1, done), Duration.ofMillis(50));
    } else {
      done.complete(null);
    }
  }

  /** Half a second, doubled at every attempt up to the longest. */
  private Duration pause(int attempt) {
    Duration pause = Duration.ofMillis(500L << Math.min(attempt - 1, 5));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }

  private synchronized int note(String beskedId, boolean isAcknowledged) {
    journal.append(
        Json.createObjectBuilder()
            .add("beskedId", beskedId)
            .add("acknowledged", isAcknowledged)
            .build());
    return (isAcknowledged ? acknowledged : attempts).merge(beskedId, 1, Integer::sum);
  }

  private boolean push(String message) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "text/xml;charset=UTF-8")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    try {
      HttpResponse<String> answer = gateway.send(request);
      boolean accepted = answer.statusCode() == 200 && statusCode(answer.body()).equals("20");
      if (!accepted) {
        LOG.warning("a receipt was not acknowledged: HTTP " + answer.statusCode());
      }
      return accepted;
    } catch (IOException e) {
      LOG.log(Level.FINE, "the gateway does not take receipts now", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static String statusCode(String answer) {
    try {
      Element root = Xml.parse(answer.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
      NodeList codes = root.getElementsByTagNameNS("urn:oio:sagdok:3.0.0", "StatusKode");
      boolean known =
          Xml.is(root, "urn:oio:sts:1.0.0", "ModtagBeskedOutput") && codes.getLength() == 1;
      return known ? Xml.text((Element) codes.item(0)) : "";
    } catch (SAXException e) {
      return "";
    }
  }

  @Override
  public JsonObject status() {
    return Json.createObjectBuilder()
        .add("pushed", pushed.get())
        .add("pending", pending.get())
        .build();
  }

  @Override
  public boolean complete() {
    return pending.get() == 0;
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warning("a push is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }
}
