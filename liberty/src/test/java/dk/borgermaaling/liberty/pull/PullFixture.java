package dk.borgermaaling.liberty.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.kombit.JsonSts;
import dk.borgermaaling.gateway.access.kombit.TokenHolder.HttpLimits;
import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.beskedfordeler.PullMessages;
import dk.borgermaaling.gateway.beskedfordeler.Pulling;
import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
import dk.borgermaaling.gateway.beskedfordeler.TakePulled;
import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlDueslags;
import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlMessages;
import dk.borgermaaling.gateway.beskedfordeler.kombit.AmqpQueues;
import dk.borgermaaling.gateway.beskedfordeler.kombit.XmlMessages;
import dk.borgermaaling.gateway.beskedfordeler.tasks.MessageTasks;
import dk.borgermaaling.gateway.beskedfordeler.wiring.PullNotes;
import dk.borgermaaling.gateway.caseevent.soap.CaseEventXml;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipality;
import dk.borgermaaling.gateway.notification.TakeReceipt;
import dk.borgermaaling.gateway.notification.jpa.SqlReceipts;
import dk.borgermaaling.gateway.notification.kombit.EnvelopeReader;
import dk.borgermaaling.gateway.notification.tasks.SchedulerQueue;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import dk.borgermaaling.gateway.testing.TestKeys;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.SimulatorSettings;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.pull.LogIn;
import dk.borgermaaling.simulators.beskedfordeler.pull.PullBroker;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.sts.Sts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A municipality's queue, and any number of nodes that pull it into one database. */
class PullFixture {
  static final String POST_STATUS = "d2bed63c-4853-4008-b6e0-a74c15b15fbf";
  static final int LARGEST = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir static Path folder;
  private static Path certificates;
  private static SimulatorServer sts;
  private static Registry registry;

  /** Of the STS, and of the broker. */
  static final MovableClock ISSUING = new MovableClock();

  static final MovableClock CHECKING = new MovableClock();

  final MovableClock real = new MovableClock();
  final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  final UUID queue = UUID.randomUUID();
  final List<AutoCloseable> nodes = new ArrayList<>();
  PullBroker broker;

  @BeforeAll
  static void an_sts() throws IOException {
    certificates = folder.resolve("certificates");
    CertificateMaker.writeMissing(certificates);
    Surroundings around = surroundings();
    registry = Registry.demonstration(around::key);
    Sts service = new Sts(around, registry, new AccessTokens(ISSUING), ISSUING);
    sts =
        SimulatorServer.open(
            0, Gateway.tls(around.key("tls").managers(), around.trust()), service.routes());
  }

  private static Surroundings surroundings() {
    Instant now = Clock.systemUTC().instant();
    URI nowhere = URI.create("https://localhost:1");
    return new Surroundings(
        new SimulatorSettings(
            0,
            folder.resolve("state"),
            certificates,
            nowhere,
            nowhere,
            1,
            0,
            now,
            now,
            1,
            false,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            false,
            true,
            Map.of()),
        new StoryClock(Clock.systemUTC(), now, now, 1));
  }

  @AfterAll
  static void no_sts() {
    sts.close();
  }

  @BeforeEach
  void a_queue() throws IOException {
    ISSUING.ahead = Duration.ZERO;
    CHECKING.ahead = Duration.ZERO;
    broker = open(0);
    core.database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.dueslag (municipality_code, queue) VALUES ('0461', ?)",
                    queue));
  }

  PullBroker open(int port) throws IOException {
    PullBroker opened =
        PullBroker.open(
            port,
            certificates,
            new LogIn(surroundings().key("sts").certificate(), registry, CHECKING));
    opened.addQueue("35209115", queue);
    return opened;
  }

  @AfterEach
  void everything_ends() throws Exception {
    for (AutoCloseable node : nodes) {
      node.close();
    }
    broker.close();
  }

  /** A node that pulls until the test ends. */
  Pulling node() {
    return node(core.database.transactions());
  }

  /**
   * As {@link #node()}.
   *
   * @param transactions in which it stores messages
   */
  Pulling node(Transactions transactions) {
    AmqpQueues queues =
        new AmqpQueues(
            new AmqpQueues.Broker(
                "localhost",
                broker.port(),
                "BF",
                Registry.PULL,
                Duration.ofMinutes(15),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                5),
            holders()::inForce,
            new JsonSts(
                URI.create(
                    "https://localhost:" + sts.port() + "/runtime/api/rest/wstrust/v1/issue")),
            Optional.empty(),
            code -> core.municipalities.byCode(code, core.clock.today()).map(Municipality::cvr),
            real,
            Thread::new);
    SqlDueslags table = new SqlDueslags(core.database.gateway());
    TakePulled taker = taker(transactions);
    Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(400));
    Pulling pulling =
        new Pulling(
            table,
            from -> new PullMessages(from, queues, taker, new PullNotes(table), backoff, real),
            Thread::new);
    nodes.add(
        () -> {
          pulling.close();
          queues.close();
        });
    pulling.refresh();
    return pulling;
  }

  private TakePulled taker(Transactions transactions) {
    SchedulerQueue tasks =
        new SchedulerQueue(
            core.database.schedulerClient(), core.database.gateway(), Clock.systemUTC());
    return new TakePulled(
        transactions,
        List.of(
            new TakeReceipt(
                transactions,
                new SqlReceipts(core.database.gateway()),
                new EnvelopeReader(),
                tasks::enqueueReceipt,
                Clock.systemUTC()),
            new TakeMessage(
                transactions,
                new SqlMessages(core.database.gateway(), TestKeys.contentCipher()),
                new XmlMessages(new CaseEventXml()),
                MessageTasks.queue(core.database.schedulerClient(), Clock.systemUTC()),
                Clock.systemUTC())),
        core.letters,
        LARGEST);
  }

  private static TokenHolders holders() {
    return TokenHolders.read(
        certificates.resolve("gateway.p12"),
        certificates.resolve("trust.p12"),
        new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 256 * 1024),
        Clock.systemUTC(),
        new Alarms(Clock.systemUTC()));
  }

  void put(String... messages) {
    for (String message : messages) {
      broker.put(queue, UUID.randomUUID().toString(), message.getBytes(StandardCharsets.UTF_8));
    }
  }

  static String receipt(UUID besked) {
    return message(
        "<k:BeskedId><UUIDIdentifikator>" + besked + "</UUIDIdentifikator></k:BeskedId>");
  }

  static String message(String id) {
    return message(id, POST_STATUS);
  }

  /** A bare Haendelsesbesked. */
  static String message(String id, String type) {
    String payload =
        "<PKO_PostStatus><TransaktionsDatoTid>2026-11-22T21:00:05Z</TransaktionsDatoTid>"
            + "<TransaktionsStatusKode>Klar</TransaktionsStatusKode></PKO_PostStatus>";
    return "<k:Haendelsesbesked xmlns:k=\"urn:oio:besked:kuvert:1.0\""
        + " xmlns=\"urn:oio:sagdok:3.0.0\">"
        + id
        + "<k:Beskedkuvert><k:Filtreringsdata><k:Beskedtype><UUIDIdentifikator>"
        + type
        + "</UUIDIdentifikator></k:Beskedtype></k:Filtreringsdata></k:Beskedkuvert><k:Beskeddata>"
        + "<Base64 xmlns=\"urn:besked:kuvert:1.0\">"
        + Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
        + "</Base64></k:Beskeddata></k:Haendelsesbesked>";
  }

  int receipts() {
    return core.database.count("intake.receipt");
  }

  void awaitEmptyQueue() {
    await(() -> broker.waiting(queue).isEmpty());
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Does something when a transaction has been committed, before anybody is told. */
  static Transactions afterCommit(Transactions transactions, Runnable then) {
    return new Transactions() {
      @Override
      public <T> T inOne(Supplier<T> work) {
        T result = transactions.inOne(work);
        then.run();
        return result;
      }
    };
  }

  /** The machine's time, moved. */
  static final class MovableClock extends Clock {
    volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
