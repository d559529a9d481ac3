package dk.borgermaaling.gateway.edge.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.ClientCertificate;
import dk.borgermaaling.gateway.edge.EdgeSettings;
import dk.borgermaaling.gateway.edge.replay.JdbiReplayLog;
import dk.borgermaaling.gateway.edge.replay.ReplayLog;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.soap.CurrentMessage;
import dk.borgermaaling.gateway.edge.soap.MunicipalityCalls;
import dk.borgermaaling.gateway.edge.soap.SignedServices;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.kernel.wiring.GatewayDb;
import dk.borgermaaling.gateway.municipality.Municipalities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The edge's settings, the replay log on the gateway's database, and its cleaning. */
@ApplicationScoped
public class EdgeWiring {
  @Inject
  @ConfigProperty(name = "gateway.edge.max-message-bytes", defaultValue = "4194304")
  private int maxMessageBytes;

  @Inject
  @ConfigProperty(name = "gateway.edge.mutual-tls-port", defaultValue = "9444")
  private int mutualTlsPort;

  @Inject
  @ConfigProperty(name = "gateway.edge.max-body-time", defaultValue = "PT30S")
  private Duration maxBodyTime;

  @Inject
  @ConfigProperty(
      name = "gateway.soap.public-addresses",
      defaultValue = "https://localhost:9443/soap")
  private List<URI> soapAddresses;

  @Inject
  @ConfigProperty(name = "gateway.soap.replay-retention", defaultValue = "PT24H")
  private Duration replayRetention;

  @Produces
  @Singleton
  EdgeSettings settings() {
    return new EdgeSettings(maxMessageBytes, mutualTlsPort, maxBodyTime);
  }

  @Produces
  @Singleton
  Authority authority(Municipalities municipalities, BusinessClock clock) {
    return new Authority(municipalities, clock);
  }

  @Produces
  @Singleton
  MunicipalityCalls municipalityCalls(
      Authority authority, ReplayLog replay, Transactions transactions) {
    return new MunicipalityCalls(authority, replay, transactions, CurrentMessage::get);
  }

  @Produces
  @Singleton
  SignedServices signedServices(
      EdgeSettings settings, TokenLimits limits, Trust trust, Clock clock) {
    return new SignedServices(soapAddresses, settings.maxMessageBytes(), limits, trust, clock);
  }

  @Produces
  @Singleton
  ReplayLog replayLog(@GatewayDb Jdbi jdbi) {
    return new JdbiReplayLog(jdbi, replayRetention);
  }

  /** The certificate of the mutual TLS caller that is being served. */
  @Produces
  @Dependent
  ClientCertificate clientCertificate(HttpServletRequest request) {
    return ClientCertificate.of(request);
  }

  /** Deletes what the replay log need not remember any more. */
  @Produces
  @Singleton
  RecurringTask<Void> forgetMessages(@GatewayDb Jdbi jdbi) {
    JdbiReplayLog log = new JdbiReplayLog(jdbi, replayRetention);
    return Tasks.recurring("replay-forget", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> log.forgetExpired());
  }
}
