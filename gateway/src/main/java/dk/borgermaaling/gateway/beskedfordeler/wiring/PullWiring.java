package dk.borgermaaling.gateway.beskedfordeler.wiring;

import dk.borgermaaling.gateway.access.kombit.AssertionSource;
import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.beskedfordeler.Dueslags;
import dk.borgermaaling.gateway.beskedfordeler.PullMessages;
import dk.borgermaaling.gateway.beskedfordeler.Pulling;
import dk.borgermaaling.gateway.beskedfordeler.TakeMessage;
import dk.borgermaaling.gateway.beskedfordeler.TakePulled;
import dk.borgermaaling.gateway.beskedfordeler.Taker;
import dk.borgermaaling.gateway.beskedfordeler.jpa.SqlDueslags;
import dk.borgermaaling.gateway.beskedfordeler.kombit.AmqpQueues;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.edge.trust.CertificateFile;
import dk.borgermaaling.gateway.kernel.Backoff;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.kernel.wiring.Refreshing;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.gateway.municipality.Municipality;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Pulling from Beskedfordeler (BeskedHent). Off without a host. */
@ApplicationScoped
public class PullWiring {
  @Resource private ManagedThreadFactory threads;

  private @Nullable Pulling pulling;
  private @Nullable AmqpQueues queues;

  @Produces
  @Singleton
  Dueslags dueslags(@GatewayDb Jdbi jdbi) {
    return new SqlDueslags(jdbi);
  }

  /** Receipts by their Beskedtype; whatever else comes is understood, or becomes a dead letter. */
  @Produces
  @Singleton
  TakePulled takePulled(
      Transactions transactions,
      @Any Instance<Taker> takers,
      DeadLetters letters,
      @ConfigProperty(
              name = "gateway.beskedfordeler.pull.max-message-bytes",
              defaultValue = "4194304")
          int largest) {
    List<Taker> ordered = new ArrayList<>();
    List<Taker> last = new ArrayList<>();
    takers.forEach(taker -> (taker instanceof TakeMessage ? last : ordered).add(taker));
    ordered.addAll(last);
    return new TakePulled(transactions, ordered, letters, largest);
  }

  @Produces
  @Singleton
  Optional<AmqpQueues.Broker> broker(
      @ConfigProperty(name = "gateway.beskedfordeler.pull.host") Optional<String> host,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.port", defaultValue = "5671") int port,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.virtual-host", defaultValue = "BF")
          String virtualHost,
      @ConfigProperty(
              name = "gateway.beskedfordeler.pull.entity-id",
              defaultValue = "http://entityid.kombit.dk/service/bfo_modtag/2")
          String entityId,
      @ConfigProperty(name = "gateway.kombit.assertion-margin", defaultValue = "PT15M")
          Duration margin,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.connect-timeout", defaultValue = "PT15S")
          Duration connectTimeout,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.heartbeat", defaultValue = "PT1M")
          Duration heartbeat,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.prefetch", defaultValue = "10")
          int prefetch) {
    return host.map(
        name ->
            new AmqpQueues.Broker(
                name, port, virtualHost, entityId, margin, connectTimeout, heartbeat, prefetch));
  }

  void start(
      @Observes @Priority(1000) Startup event,
      Optional<AmqpQueues.Broker> broker,
      TokenHolders holders,
      AssertionSource sts,
      @ConfigProperty(name = "gateway.kombit.on-behalf-of") Optional<String> onBehalfOf,
      Municipalities municipalities,
      BusinessClock business,
      Dueslags table,
      TakePulled taker,
      Clock clock,
      Refreshing refreshing,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.retry-first", defaultValue = "PT1S")
          Duration first,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.retry-longest", defaultValue = "PT1M")
          Duration longest,
      @ConfigProperty(name = "gateway.beskedfordeler.pull.refresh-interval", defaultValue = "PT30S")
          Duration interval) {
    if (broker.isEmpty()) {
      return;
    }
    AmqpQueues amqp =
        new AmqpQueues(
            broker.get(),
            holders::inForce,
            sts,
            onBehalfOf.map(Path::of).map(CertificateFile::only),
            code -> municipalities.byCode(code, business.today()).map(Municipality::cvr),
            clock,
            threads);
    Backoff backoff = new Backoff(first, longest);
    PullNotes notes = new PullNotes(table);
    Pulling started =
        new Pulling(
            table, from -> new PullMessages(from, amqp, taker, notes, backoff, clock), threads);
    queues = amqp;
    pulling = started;
    refreshing.start("the queues of Beskedfordeler", interval, started::refresh);
  }

  /** Absent while nothing is pulled. */
  public Optional<Pulling> pulling() {
    return Optional.ofNullable(pulling);
  }

  @PreDestroy
  void stop() {
    Pulling running = pulling;
    if (running != null) {
      running.close();
    }
    AmqpQueues open = queues;
    if (open != null) {
      open.close();
    }
  }
}
