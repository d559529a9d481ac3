package dk.borgermaaling.simulators.beskedfordeler.pull;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.AccessControlProvider;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Connection;
import org.apache.qpid.server.model.KeyStore;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.TrustStore;
import org.apache.qpid.server.model.VirtualHostNode;
import org.apache.qpid.server.model.port.AmqpPort;
import org.apache.qpid.server.virtualhost.QueueManagingVirtualHost;
import org.jspecify.annotations.Nullable;

/**
 * The broker: virtual host {@code BF}, queues in memory. What it held is gone when it is closed;
 * whoever put it there puts it there again, as Beskedfordeler delivers again.
 */
public final class PullBroker implements Closeable {
  private static final String VIRTUAL_HOST = "BF";
  private static final String LOG_IN = "assertion";
  private static final String OWN_KEY = "own";
  private static final String CALLERS = "callers";

  /** Else the broker brings a message again that was turned away; it counts nothing else. */
  private static final int TURNED_AWAY_FOR_GOOD = 1;

  /** Kept, or the levels would be forgotten with the loggers. */
  private static final List<Logger> BROKERS_OWN =
      List.of(Logger.getLogger("qpid.message"), Logger.getLogger("org.apache.qpid"));

  private final SystemLauncher launcher;
  private final QueueManagingVirtualHost<?> host;
  private final int port;
  private final LogIn logIn;
  private final Map<UUID, Queue<?>> queues = new HashMap<>();

  private PullBroker(
      SystemLauncher launcher, QueueManagingVirtualHost<?> host, int port, LogIn logIn) {
    this.logIn = logIn;
    this.launcher = launcher;
    this.host = host;
    this.port = port;
  }

  /**
   * Opens the port on this machine alone.
   *
   * @param port 0 takes a free one
   * @param certificates folder as {@code CertificateMaker} fills it: the broker shows {@code tls}
   *     and lets in who is under the root
   */
  public static PullBroker open(int port, Path certificates, LogIn logIn) throws IOException {
    LargeStart.takesThePlaceOfTheBrokersOwn();
    BROKERS_OWN.forEach(logger -> logger.setLevel(Level.SEVERE));
    AtomicReference<@Nullable SystemConfig<?>> system = new AtomicReference<>();
    SystemLauncher launcher = new SystemLauncher(new Remembers(system));
    try {
      launcher.startup(settings());
      SystemConfig<?> started = system.get();
      if (started == null || !(started.getContainer() instanceof Broker<?> broker)) {
        throw new IOException("the broker did not start");
      }
      return with(launcher, broker, port, certificates, logIn);
    } catch (IOException | RuntimeException e) {
      launcher.shutdown();
      throw e;
    } catch (Exception e) { // declared by the launcher
      launcher.shutdown();
      throw new IOException("the broker did not start", e);
    }
  }

  private static Map<String, Object> settings() throws IOException {
    Path work = Files.createTempDirectory("broker");
    Path empty = work.resolve("broker.json");
    Files.writeString(empty, "{\"name\": \"BF\", \"modelVersion\": \"9.1\"}");
    return new HashMap<>(
        Map.of(
            "type",
            "Memory",
            SystemConfig.INITIAL_CONFIGURATION_LOCATION,
            empty.toString(),
            SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
            false,
            "context",
            Map.of(SystemConfig.QPID_WORK_DIR, work.toString())));
  }

  private static PullBroker with(
      SystemLauncher launcher, Broker<?> broker, int port, Path certificates, LogIn logIn) {
    new AssertionProvider(LOG_IN, broker, logIn).create();
    broker.createChild(
        AccessControlProvider.class, Map.of("name", "queues", "type", OwnQueueAlone.TYPE));
    VirtualHostNode<?> node =
        (VirtualHostNode<?>)
            broker.createChild(
                VirtualHostNode.class,
                Map.of(
                    "name",
                    VIRTUAL_HOST,
                    "type",
                    "Memory",
                    "defaultVirtualHostNode",
                    true,
                    "virtualHostInitialConfiguration",
                    "{\"type\": \"Memory\", \"name\": \"BF\"}"));
    broker.createChild(KeyStore.class, store(OWN_KEY, certificates.resolve("tls.p12"), "key"));
    broker.createChild(
        TrustStore.class, store(CALLERS, certificates.resolve("trust.p12"), "trust"));
    AmqpPort<?> open =
        (AmqpPort<?>)
            broker.createChild(
                Port.class,
                Map.of(
                    "name",
                    "amqps",
                    "type",
                    "AMQP",
                    "port",
                    Integer.toString(port),
                    "bindingAddress",
                    "127.0.0.1",
                    "authenticationProvider",
                    LOG_IN,
                    "protocols",
                    List.of("AMQP_0_9_1"),
                    "transports",
                    List.of("SSL"),
                    "keyStore",
                    OWN_KEY,
                    "trustStores",
                    List.of(CALLERS),
                    "needClientAuth",
                    true));
    if (!(node.getVirtualHost() instanceof QueueManagingVirtualHost<?> host)) {
      throw new IllegalStateException("the broker has no virtual host");
    }
    return new PullBroker(launcher, host, open.getBoundPort(), logIn);
  }

  private static Map<String, Object> store(String name, Path p12, String kind) {
    return Map.of(
        "name",
        name,
        "type",
        kind.equals("key") ? "FileKeyStore" : "FileTrustStore",
        "storeUrl",
        p12.toString(),
        kind.equals("key") ? "keyStoreType" : "trustStoreType",
        "pkcs12",
        "password",
        KeyFile.passwordOf(p12));
  }

  public int port() {
    return port;
  }

  /**
   * Makes a municipality's queue (dueslag).
   *
   * @param cvr who alone may consume it
   */
  public synchronized void addQueue(String cvr, UUID queue) {
    queues.put(
        queue,
        host.createChild(
            Queue.class,
            Map.of(
                "name",
                queue.toString(),
                "description",
                cvr,
                "durable",
                false,
                "maximumDeliveryAttempts",
                TURNED_AWAY_FOR_GOOD)));
  }

  /**
   * Puts a message into a queue.
   *
   * @param id is its {@code messageId}
   */
  public void put(UUID queue, String id, byte[] body) {
    host.publishMessage(new QueuedMessage(queue.toString(), id, body));
  }

  /** Ids of what is in a queue, handed out or not, until it is acknowledged or turned away. */
  public Set<String> waiting(UUID queue) {
    Set<String> ids = new HashSet<>();
    queue(queue)
        .visit(
            entry -> {
              if (!entry.isDeleted()) {
                ids.add(entry.getMessage().getMessageHeader().getMessageId());
              }
              return false;
            });
    return ids;
  }

  public int consumers(UUID queue) {
    return queue(queue).getConsumerCount();
  }

  private synchronized Queue<?> queue(UUID id) {
    Queue<?> queue = queues.get(id);
    if (queue == null) {
      throw new IllegalArgumentException("there is no such queue");
    }
    return queue;
  }

  /** How often somebody was let in. */
  public int logIns() {
    return logIn.letIn();
  }

  /** Ends all connections, as a network does that is cut. */
  public void cut() {
    host.getConnections().forEach(Connection::delete);
  }

  @Override
  public void close() {
    launcher.shutdown();
  }

  /** The launcher tells its system to nobody else. */
  private static final class Remembers
      extends SystemLauncherListener.DefaultSystemLauncherListener {
    private final AtomicReference<@Nullable SystemConfig<?>> system;

    Remembers(AtomicReference<@Nullable SystemConfig<?>> system) {
      this.system = system;
    }

    @Override
    public void onContainerResolve(SystemConfig<?> resolved) {
      system.set(resolved);
    }
  }
}
