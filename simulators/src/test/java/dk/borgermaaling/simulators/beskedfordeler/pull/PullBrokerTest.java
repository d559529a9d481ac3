package dk.borgermaaling.simulators.beskedfordeler.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.SaslConfig;
import com.rabbitmq.client.SaslMechanism;
import com.rabbitmq.client.impl.LongStringHelper;
import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.beskedfordeler.Beskedfordeler;
import dk.borgermaaling.simulators.beskedfordeler.PostStatus;
import dk.borgermaaling.simulators.beskedfordeler.Receipt;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.sts.AccessTokens;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.sts.Sts;
import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.support.TestSettings;
import dk.borgermaaling.simulators.xml.Xml;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As strict as Beskedfordeler is known to be, told by the client that KOMBIT's samples use. */
class PullBrokerTest {
  private static final String ODENSE = "35209115";
  private static final UUID QUEUE = UUID.randomUUID();
  private static final UUID OF_ANOTHER = UUID.randomUUID();
  @TempDir static Path state;
  private static SimulatorServer sts;
  private static PullBroker broker;
  private static volatile Duration ahead = Duration.ZERO;

  @BeforeAll
  static void start() throws Exception {
    Clock clock = new MovableClock();
    var around = TestSettings.surroundings(state, URI.create("https://localhost:1"));
    Registry registry = Registry.demonstration(around::key);
    List<Route> routes =
        new ArrayList<>(new Sts(around, registry, new AccessTokens(clock), clock).routes());
    sts =
        SimulatorServer.open(0, Gateway.tls(around.key("tls").managers(), around.trust()), routes);
    broker =
        PullBroker.open(
            0,
            TestCertificates.dir(),
            new LogIn(TestCertificates.key("sts").certificate(), registry, clock));
    broker.addQueue(ODENSE, QUEUE);
    broker.addQueue("20310413", OF_ANOTHER);
  }

  @AfterAll
  static void stop() {
    broker.close();
    sts.close();
  }

  @Test
  void a_message_comes_until_it_is_acknowledged() throws Exception {
    broker.put(QUEUE, "one", "<a/>".getBytes(StandardCharsets.UTF_8));
    try (Connection connection = connect("gateway", assertion(Registry.PULL, ODENSE))) {
      assertThat(next(connection)).isEqualTo("<a/>");
      assertThat(broker.waiting(QUEUE)).containsExactly("one");
    }
    try (Connection connection = connect("gateway", assertion(Registry.PULL, ODENSE))) {
      Channel channel = connection.createChannel();
      BlockingQueue<Long> tags = new LinkedBlockingQueue<>();
      channel.basicConsume(
          QUEUE.toString(),
          false,
          (tag, delivery) -> {
            assertThat(delivery.getProperties().getMessageId()).isEqualTo("one");
            tags.add(delivery.getEnvelope().getDeliveryTag());
          },
          tag -> {});
      channel.basicAck(tags.poll(10, TimeUnit.SECONDS), false);
    }
    assertThat(broker.waiting(QUEUE)).isEmpty();
  }

  @Test
  void a_receipt_of_a_municipality_that_pulls_is_delivered_when_it_is_acknowledged()
      throws Exception {
    var around = TestSettings.pulling(state.resolve("pulling"), ODENSE, QUEUE);
    BeskedHent queues =
        new BeskedHent(around, Registry.demonstration(around::key), new MovableClock());
    try (Beskedfordeler distributor = new Beskedfordeler(around, queues)) {
      CompletableFuture<Void> delivered = distributor.queue(receipt(around.clock().realNow()));
      ConnectionFactory factory = factory("gateway");
      factory.setPort(queues.port());
      factory.setSaslConfig(new Response(assertion(Registry.PULL, ODENSE)));
      try (Connection connection = factory.newConnection()) {
        Channel channel = connection.createChannel();
        BlockingQueue<Long> tags = new LinkedBlockingQueue<>();
        BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        channel.basicConsume(
            QUEUE.toString(),
            false,
            (tag, delivery) -> {
              bodies.add(new String(delivery.getBody(), StandardCharsets.UTF_8));
              tags.add(delivery.getEnvelope().getDeliveryTag());
            },
            tag -> {});
        long tag = tags.poll(20, TimeUnit.SECONDS);
        String body = bodies.remove();
        assertThat(Xml.parse(body.getBytes(StandardCharsets.UTF_8)).getDocumentElement())
            .satisfies(
                root ->
                    assertThat(Xml.is(root, "urn:oio:besked:kuvert:1.0", "Haendelsesbesked"))
                        .isTrue());
        assertThat(delivered).isNotDone();
        channel.basicAck(tag, false);
        delivered.get(20, TimeUnit.SECONDS);
      }
      assertThat(distributor.complete()).isTrue();
    } finally {
      queues.close();
    }
  }

  private static Receipt receipt(Instant due) {
    String uuid = UUID.randomUUID().toString();
    return new Receipt(
        uuid, uuid, uuid, "", ODENSE, "Digital Post", PostStatus.DELIVERED, due, due, "", "", 1);
  }

  @Test
  void no_mechanism_but_external_is_offered() throws Exception {
    List<String> offered = new ArrayList<>();
    ConnectionFactory factory = factory("gateway");
    factory.setSaslConfig(
        mechanisms -> {
          offered.addAll(List.of(mechanisms));
          return new Response(new byte[] {'x'}).getSaslMechanism(mechanisms);
        });
    assertThatThrownBy(factory::newConnection).isInstanceOf(IOException.class);
    assertThat(offered).containsExactly("EXTERNAL");
  }

  @Test
  void an_assertion_of_another_service_or_holder_or_time_or_hand_is_refused() throws Exception {
    byte[] good = assertion(Registry.PULL, ODENSE);
    assertRefused("gateway", assertion(Registry.SEND, ODENSE));
    assertRefused("caller", good);
    String changed = new String(good, StandardCharsets.UTF_8).replace(ODENSE, "20310413");
    assertRefused("gateway", changed.getBytes(StandardCharsets.UTF_8));
    assertRefused("gateway", "<none/>".getBytes(StandardCharsets.UTF_8));
    try {
      ahead = Duration.ofHours(9);
      assertRefused("gateway", good);
    } finally {
      ahead = Duration.ZERO;
    }
    connect("gateway", good).close();
  }

  @Test
  void a_connection_without_a_certificate_of_ours_is_refused() throws Exception {
    ConnectionFactory factory = factory("gateway");
    factory.useSslProtocol(Gateway.withoutCertificate(TestCertificates.trust()).tls());
    factory.setSaslConfig(new Response(assertion(Registry.PULL, ODENSE)));
    assertThatThrownBy(factory::newConnection).isInstanceOf(IOException.class);
  }

  @Test
  void a_municipality_reads_its_own_queue_alone_and_may_do_nothing_else() throws Exception {
    broker.put(OF_ANOTHER, "secret", new byte[] {1});
    assertForbidden(channel -> channel.basicConsume(OF_ANOTHER.toString(), false, nothing()));
    assertForbidden(channel -> channel.basicGet(OF_ANOTHER.toString(), false));
    assertForbidden(channel -> channel.queueDeclare("mine", false, false, false, null));
    assertThat(broker.waiting(OF_ANOTHER)).containsExactly("secret");
  }

  private static void assertForbidden(Attempt attempt) throws Exception {
    Channel channel = connect("gateway", assertion(Registry.PULL, ODENSE)).createChannel();
    assertThatThrownBy(() -> attempt.on(channel)).hasStackTraceContaining("403");
  }

  /** What somebody who has logged in tries. */
  private interface Attempt {
    void on(Channel channel) throws IOException;
  }

  private static Consumer nothing() {
    return new DefaultConsumer(null);
  }

  private static String next(Connection connection) throws Exception {
    BlockingQueue<String> line = new LinkedBlockingQueue<>();
    connection
        .createChannel()
        .basicConsume(
            QUEUE.toString(),
            false,
            (tag, delivery) -> line.add(new String(delivery.getBody(), StandardCharsets.UTF_8)),
            tag -> {});
    return line.poll(10, TimeUnit.SECONDS);
  }

  private static void assertRefused(String party, byte[] assertion) {
    assertThatThrownBy(() -> connect(party, assertion)).isInstanceOf(IOException.class);
  }

  private static byte[] assertion(String entityId, String cvr) throws Exception {
    return Base64.getMimeDecoder()
        .decode(new Caller(sts.port(), "gateway").assertion(entityId, cvr));
  }

  private static Connection connect(String party, byte[] assertion) throws Exception {
    ConnectionFactory factory = factory(party);
    factory.setSaslConfig(new Response(assertion));
    return factory.newConnection();
  }

  private static ConnectionFactory factory(String party) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost("localhost");
    factory.setPort(broker.port());
    factory.setVirtualHost("BF");
    factory.setAutomaticRecoveryEnabled(false);
    factory.useSslProtocol(
        Gateway.withCertificate(TestCertificates.key(party), TestCertificates.trust()).tls());
    factory.enableHostnameVerification();
    return factory;
  }

  private static final class Response implements SaslConfig, SaslMechanism {
    private final byte[] assertion;

    Response(byte[] assertion) {
      this.assertion = assertion;
    }

    @Override
    public SaslMechanism getSaslMechanism(String[] mechanisms) {
      return this;
    }

    @Override
    public String getName() {
      return "EXTERNAL";
    }

    @Override
    public LongString handleChallenge(LongString challenge, String user, String password) {
      return LongStringHelper.asLongString(assertion);
    }
  }

  private static final class MovableClock extends Clock {
    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
