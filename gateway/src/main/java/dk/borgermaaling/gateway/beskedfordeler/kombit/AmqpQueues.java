package dk.borgermaaling.gateway.beskedfordeler.kombit;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import dk.borgermaaling.gateway.access.kombit.Assertion;
import dk.borgermaaling.gateway.access.kombit.AssertionSource;
import dk.borgermaaling.gateway.access.kombit.NoToken;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.access.kombit.TokenKey;
import dk.borgermaaling.gateway.beskedfordeler.Dueslag;
import dk.borgermaaling.gateway.beskedfordeler.MessageQueue;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * AMQP 0-9-1 over mutual TLS. Who we are, and for which municipality, is told by an assertion of
 * the STS as the response of SASL EXTERNAL (SF1461, BeskedHent), so each municipality has a
 * connection of its own. No recovery by the library: a link that is lost is lost, and opened anew
 * by whoever uses it.
 */
public final class AmqpQueues implements MessageQueue, AutoCloseable {
  private final Broker broker;
  private final Supplier<TokenHolder> holders;
  private final AssertionSource sts;
  private final Optional<X509Certificate> onBehalfOf;
  private final Function<MunicipalityCode, Optional<Cvr>> authorities;
  private final Clock real;
  private final ThreadFactory threads;
  private final ExecutorService deliveries;
  private final ScheduledExecutorService heartbeats;
  private final Map<TokenKey, Assertion> kept = new ConcurrentHashMap<>();

  /**
   * @param holders gives the function certificate in force
   * @param onBehalfOf the system that all calls are made for, when it is not ourselves
   * @param real real time
   * @param threads for the library's own work; nothing of ours runs in them
   */
  public AmqpQueues(
      Broker broker,
      Supplier<TokenHolder> holders,
      AssertionSource sts,
      Optional<X509Certificate> onBehalfOf,
      Function<MunicipalityCode, Optional<Cvr>> authorities,
      Clock real,
      ThreadFactory threads) {
    this.broker = broker;
    this.holders = holders;
    this.sts = sts;
    this.onBehalfOf = onBehalfOf;
    this.authorities = authorities;
    this.real = real;
    this.threads = threads;
    this.deliveries = Executors.newFixedThreadPool(2, threads);
    this.heartbeats = Executors.newScheduledThreadPool(1, threads);
  }

  @Override
  public Link open(Dueslag from) throws QueueFault {
    Cvr authority =
        authorities
            .apply(from.municipality())
            .orElseThrow(() -> new QueueFault("the municipality is not known"));
    TokenHolder holder = holders.get();
    TokenKey key = new TokenKey(holder, authority, broker.entityId(), onBehalfOf);
    Assertion assertion = assertion(key);
    Connection connection = connect(key, assertion);
    try {
      return AmqpLink.consume(
          connection,
          from.queue().toString(),
          broker.prefetch(),
          now -> wear(holder, assertion, now));
    } catch (IOException | ShutdownSignalException e) {
      connection.abort();
      throw new QueueFault(AmqpFaults.words(e));
    }
  }

  /** A refused assertion is asked for anew at the next try: the agreement may have changed. */
  private Connection connect(TokenKey key, Assertion assertion) throws QueueFault {
    try {
      return factory(key.holder(), assertion).newConnection("borgermaaling");
    } catch (PossibleAuthenticationFailureException e) {
      kept.remove(key, assertion);
      throw new QueueFault("Beskedfordeler refuses our assertion");
    } catch (IOException | TimeoutException | ShutdownSignalException e) {
      throw new QueueFault(AmqpFaults.words(e));
    }
  }

  private ConnectionFactory factory(TokenHolder holder, Assertion assertion) {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setVirtualHost(broker.virtualHost());
    factory.useSslProtocol(holder.certificate().tls());
    factory.enableHostnameVerification();
    factory.setSaslConfig(new ExternalAssertion(assertion));
    factory.setAutomaticRecoveryEnabled(false);
    factory.setTopologyRecoveryEnabled(false);
    factory.setRequestedHeartbeat((int) broker.heartbeat().toSeconds());
    factory.setConnectionTimeout((int) broker.connectTimeout().toMillis());
    factory.setHandshakeTimeout((int) broker.connectTimeout().toMillis());
    factory.setShutdownTimeout((int) broker.connectTimeout().toMillis());
    factory.setThreadFactory(threads);
    factory.setSharedExecutor(deliveries);
    factory.setHeartbeatExecutor(heartbeats);
    factory.setExceptionHandler(new QuietExceptions());
    return factory;
  }

  private Assertion assertion(TokenKey key) throws QueueFault {
    Instant least = real.instant().plus(broker.margin());
    kept.values().removeIf(assertion -> !least.isBefore(assertion.notOnOrAfter()));
    Assertion good = kept.get(key);
    if (good != null) {
      return good;
    }
    try {
      Assertion issued = sts.issue(key);
      kept.put(key, issued);
      return issued;
    } catch (NoToken e) {
      throw new QueueFault(String.valueOf(e.getMessage()));
    }
  }

  private Wear wear(TokenHolder holder, Assertion assertion, Instant now) {
    if (!now.isBefore(assertion.notOnOrAfter())) {
      return Wear.OVER;
    }
    boolean near = !now.plus(broker.margin()).isBefore(assertion.notOnOrAfter());
    return near || !holder.equals(holders.get()) ? Wear.DUE : Wear.FRESH;
  }

  @Override
  public void close() {
    deliveries.shutdownNow();
    heartbeats.shutdownNow();
  }

  /**
   * Where and how.
   *
   * @param entityId of the service, as the STS knows it
   * @param margin an assertion is replaced this close to its end
   * @param heartbeat whole seconds; a connection that is silent for two is lost
   * @param prefetch how many messages a node takes ahead
   */
  public record Broker(
      String host,
      int port,
      String virtualHost,
      String entityId,
      Duration margin,
      Duration connectTimeout,
      Duration heartbeat,
      int prefetch) {
    public Broker {
      if (host.isBlank() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("a broker has a host and a port");
      }
      if (prefetch < 1 || prefetch > 1000) {
        throw new IllegalArgumentException("a node takes 1 to 1000 messages ahead");
      }
      if (heartbeat.toSeconds() < 1 || connectTimeout.toMillis() < 1 || margin.isNegative()) {
        throw new IllegalArgumentException("times of a broker are above 0");
      }
    }
  }
}
