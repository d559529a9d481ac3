package dk.borgermaaling.kmd.wiring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.FeedControl;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedRuns;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import dk.borgermaaling.kmd.FeedSettings;
import dk.borgermaaling.kmd.Gateway;
import dk.borgermaaling.kmd.MomentumFeed;
import dk.borgermaaling.kmd.rest.HttpSettings;
import dk.borgermaaling.kmd.rest.MomentumClient;
import dk.borgermaaling.kmd.rest.MomentumConnection;
import dk.borgermaaling.kmd.tasks.Connection;
import dk.borgermaaling.kmd.tasks.MomentumControl;
import dk.borgermaaling.kmd.tasks.PollTasks;
import dk.borgermaaling.kmd.tasks.Polling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The adapter as beans. Without a file of connections nothing is polled. */
@ApplicationScoped
public class KmdWiring {
  private static final Logger LOG = LoggerFactory.getLogger(KmdWiring.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  @Produces
  @Singleton
  FeedSettings feedSettings(
      @ConfigProperty(
              name = "gateway.kmd.target-group-codes",
              defaultValue = "6.1,6.2,6.3,6.4,6.5,6.6,6.7,6.8,6.9,6.10,6.11,6.12,6.13")
          List<String> targetGroupCodes,
      @ConfigProperty(name = "gateway.kmd.task-feed", defaultValue = "false") boolean taskFeed,
      @ConfigProperty(name = "gateway.kmd.largest-share-gone", defaultValue = "0.2")
          double largestShareGone,
      @ConfigProperty(name = "gateway.kmd.complete-interval", defaultValue = "PT6H")
          Duration completeInterval,
      @ConfigProperty(name = "gateway.kmd.recent-days", defaultValue = "30") int recentDays,
      @ConfigProperty(name = "gateway.kmd.target-group-list", defaultValue = "TARGET_GROUP")
          String targetGroupList,
      @ConfigProperty(name = "gateway.kmd.interview-type-list", defaultValue = "INTERVIEW_TYPE")
          String interviewTypeList) {
    return new FeedSettings(
        targetGroupCodes,
        taskFeed,
        largestShareGone,
        completeInterval,
        recentDays,
        targetGroupList,
        interviewTypeList);
  }

  @Produces
  @Singleton
  HttpSettings httpSettings(
      @ConfigProperty(name = "gateway.kmd.timeout", defaultValue = "PT30S") Duration timeout,
      @ConfigProperty(name = "gateway.kmd.page-size", defaultValue = "500") int pageSize,
      @ConfigProperty(name = "gateway.kmd.attempts", defaultValue = "4") int attempts,
      @ConfigProperty(name = "gateway.kmd.pause", defaultValue = "PT1S") Duration pause) {
    return new HttpSettings(timeout, pageSize, attempts, pause);
  }

  @Produces
  @Singleton
  MomentumFeed feed(
      FeedSettings settings,
      Municipalities municipalities,
      KnownTargetGroups targetGroups,
      BusinessClock clock,
      Clock realClock,
      FeedMemory memory,
      FeedStates states,
      CitizenVault vault,
      CaseEventIntake intake,
      DeadLetters deadLetters,
      Transactions transactions) {
    return new MomentumFeed(
        settings,
        new Gateway(
            municipalities,
            targetGroups,
            clock,
            realClock,
            memory,
            states,
            vault,
            intake,
            deadLetters,
            transactions));
  }

  @Produces
  @Singleton
  Connections connections(
      HttpSettings http,
      Clock realClock,
      @ConfigProperty(name = "gateway.kmd.connections-file") Optional<String> connectionsFile,
      @ConfigProperty(name = "gateway.kmd.trust-store") Optional<String> trustStore,
      @ConfigProperty(name = "gateway.kmd.circuit-failures", defaultValue = "8")
          int circuitFailures,
      @ConfigProperty(name = "gateway.kmd.circuit-open", defaultValue = "PT15M")
          Duration circuitOpen) {
    List<MomentumConnection> connections =
        connectionsFile.map(Path::of).map(ConnectionsFile::read).orElse(List.of());
    Path roots = trustStore.map(Path::of).orElse(null);
    HttpClient common = client(roots, null);
    Map<MunicipalityCode, Connection> all = new TreeMap<>();
    for (MomentumConnection connection : connections) {
      Path extraCa = connection.extraCa();
      Circuit circuit = new Circuit("gateway.kmd.circuit", circuitFailures, circuitOpen, realClock);
      all.put(
          connection.municipality(),
          new Connection(
              new MomentumClient(
                  connection,
                  extraCa == null ? common : client(roots, extraCa),
                  http,
                  length -> Thread.sleep(length.toMillis()),
                  circuit,
                  realClock),
              circuit));
    }
    return new Connections(all);
  }

  private static HttpClient client(@Nullable Path roots, @Nullable Path extraCa) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .sslContext(TrustedRoots.with(roots, extraCa))
        .build();
  }

  @Produces
  @Singleton
  Polling polling(
      MomentumFeed feed,
      Connections connections,
      FeedRuns runs,
      FeedStates states,
      Clock realClock,
      @ConfigProperty(name = "gateway.kmd.poll-interval", defaultValue = "PT15M") Duration interval,
      @ConfigProperty(name = "gateway.kmd.longest-pause", defaultValue = "PT1H")
          Duration longestPause) {
    LOG.info("Momentum is polled for {} every {}", connections.all().keySet(), interval);
    return new Polling(
        new FeedRunning(feed), connections.all(), runs, states, realClock, interval, longestPause);
  }

  @Produces
  @Singleton
  FeedControl control(
      Polling polling, FeedStates states, SchedulerClient scheduler, Clock realClock) {
    return new MomentumControl(polling, states, scheduler, realClock);
  }

  @Produces
  @Singleton
  Task<Void> dryRunTask(Polling polling) {
    return PollTasks.dryRun(polling);
  }

  @Produces
  @Singleton
  Task<Void> pollTask(Polling polling, Clock realClock) {
    return PollTasks.poll(polling, realClock);
  }

  @Produces
  @Singleton
  Task<Void> connectionsTask(Polling polling, Clock realClock) {
    return PollTasks.connections(polling, realClock);
  }
}
