package dk.borgermaaling.liberty.launcher;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, the simulators and, where it is ours to start, Open Liberty: one running system on
 * one state folder. Closing stops all of it, the gateway first.
 */
public final class WholeSystem implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(4);
  private static final Duration POLL = Duration.ofMillis(250);

  private final StateFolder state;
  private final Path wlp;
  private final Ports ports;
  private final Postgres database;
  private final SimulatorsProcess simulators;
  private final LibertyServer liberty;
  private final LocalHttps https;
  private final SystemSettings settings;
  private final Accounts accounts;
  private @Nullable SecondNode second;

  private WholeSystem(StateFolder state, Path project, Path wlp, String classPath, Ports ports) {
    this.state = state;
    this.wlp = wlp;
    this.ports = ports;
    Secrets.writeMissing(state);
    database =
        ExternalDatabase.url()
            .map(url -> Postgres.external(state, url))
            .orElseGet(
                () ->
                    Postgres.embedded(
                        state,
                        ports.database(),
                        project.resolve("liberty/src/main/database/roles.sql")));
    simulators = new SimulatorsProcess(state, classPath);
    liberty = new LibertyServer(wlp, state);
    https = new LocalHttps(state);
    settings = new SystemSettings(state, ports, database);
    accounts = new Accounts(state);
  }

  /** Certificates, keys and PostgreSQL are there when this returns; nothing else runs yet. */
  static WholeSystem prepare(
      StateFolder state, Path project, Path wlp, String classPath, Ports ports) {
    return new WholeSystem(state, project, wlp, classPath, ports);
  }

  /** Writes the server's variables; {@code features} are added to the server's own. */
  void configureGateway(String... features) {
    settings.gateway(accounts.write()).write(LibertyServer.configuration(wlp), features);
  }

  public void startGateway() {
    liberty.start();
    awaitReady();
  }

  /** Makes another node on the same database and starts it; it ends with the system. */
  public synchronized SecondNode startSecondNode() {
    if (second != null) {
      throw new IllegalStateException("there is a second node");
    }
    SecondNode node = new SecondNode(wlp, state, ports, settings.gateway(accounts.write()));
    second = node;
    node.start();
    return node;
  }

  /**
   * Starts a gateway that has died. Business time waits for it: a restart takes a minute, which
   * would be six days of the story.
   */
  public void reviveGateway() {
    DemonstrationClock.Reading before = clock().read();
    DemonstrationClock.Reading waiting =
        new DemonstrationClock.Reading(Instant.now(), before.now(), DemonstrationClock.WAITING);
    clock().set(waiting);
    setSimulatorsClock(waiting);
    startGateway();
    setClock(clock().read().now(), before.speed());
  }

  public void awaitReady() {
    await("the gateway is ready", READY, () -> https.answers(gateway().resolve("/health/ready")));
  }

  /**
   * Starts the simulators; with {@code story} what happens in the made-up world goes to the gateway
   * by itself, and each case system has reached the gateway once when this returns: a first call
   * takes seconds, which are hours of the story.
   */
  public void startSimulators(boolean story) {
    simulators.start(settings.simulators(clock().read(), story));
    await(
        "the simulators are ready",
        Duration.ofMinutes(2),
        () -> https.answers(simulatorsAddress().resolve("/demo/status")));
    await(
        "the case systems have reached the gateway",
        Duration.ofMinutes(2),
        () -> demonstration().caseSystemsReady());
  }

  /**
   * Lets the story begin on its Monday morning, on both sides at once, when the gateway has seen
   * what the polled case systems show before it.
   */
  public void beginStory() {
    await(
        "the case systems have been looked at",
        Duration.ofSeconds(90),
        () -> demonstration().polledMunicipalities() == Municipality.polled());
    setClock(DemonstrationClock.START, DemonstrationClock.SPEED);
  }

  /**
   * From this moment it is {@code business} for the gateway, which must be up, and for the
   * simulators. The gateway is waited for: to one that goes by the old setting yet, what the
   * simulators tell would not have happened.
   */
  public void setClock(Instant business, double speed) {
    setSimulatorsClock(setGatewaysClock(business, speed));
  }

  /**
   * As {@link #setClock}, where no simulators run; both nodes are waited for where there are two.
   */
  public DemonstrationClock.Reading setGatewaysClock(Instant business, double speed) {
    DemonstrationClock.Reading reading =
        new DemonstrationClock.Reading(Instant.now(), business, speed);
    clock().set(reading);
    SecondNode other = second();
    await(
        "every node goes by the clock that was set",
        Duration.ofSeconds(60),
        () ->
            demonstration().gatewayGoesBy(clock().read())
                && (other == null || demonstration(other.gateway()).gatewayGoesBy(clock().read())));
    return reading;
  }

  private void setSimulatorsClock(DemonstrationClock.Reading reading) {
    https.put(
        simulatorsAddress().resolve("/demo/clock"),
        Json.createObjectBuilder()
            .add("real", reading.realAnchor().toString())
            .add("business", reading.businessAnchor().toString())
            .add("speed", reading.speed())
            .build()
            .toString());
  }

  public LibertyServer liberty() {
    return liberty;
  }

  SimulatorsProcess simulators() {
    return simulators;
  }

  public Postgres database() {
    return database;
  }

  public StateFolder state() {
    return state;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Ports ports() {
    return ports;
  }

  public LocalHttps https() {
    return https;
  }

  public DemonstrationClock clock() {
    return new DemonstrationClock(database);
  }

  public Demonstration demonstration() {
    return demonstration(gateway());
  }

  private Demonstration demonstration(URI node) {
    return new Demonstration(database, https, simulatorsAddress(), node);
  }

  private synchronized @Nullable SecondNode second() {
    return second;
  }

  public Mailbox mailbox() {
    return new Mailbox(https, simulatorsAddress());
  }

  public URI gateway() {
    return URI.create("https://localhost:" + ports.https());
  }

  public URI simulatorsAddress() {
    return URI.create("https://localhost:" + ports.simulators());
  }

  @Override
  public void close() {
    SecondNode node = second;
    if (node != null) {
      node.close();
    }
    liberty.close();
    simulators.close();
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the condition holds; an exception names what was waited for. */
  public static void await(String what, Duration longest, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(longest);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "waited " + longest.toSeconds() + " s in vain until " + what);
      }
      try {
        Thread.sleep(POLL.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting until " + what, e);
      }
    }
  }
}
