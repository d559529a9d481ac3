package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.SimulatorSettings;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.beskedfordeler.pull.BeskedHent;
import dk.borgermaaling.simulators.sts.Registry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Surroundings of a test: a free port, short delays, business time that starts on a Monday. */
public final class TestSettings {
  public static final Instant MONDAY = Instant.parse("2026-11-23T07:55:00Z");

  private TestSettings() {}

  public static Surroundings surroundings(Path stateDir) {
    return surroundings(stateDir, URI.create("https://localhost:1"));
  }

  /** No queues: everything is pushed. */
  public static BeskedHent nobodyPulls(Surroundings around) {
    return new BeskedHent(around, Registry.demonstration(around::key), Clock.systemUTC());
  }

  /** Surroundings in which the municipality pulls its messages from this queue. */
  public static Surroundings pulling(Path stateDir, String cvr, UUID queue) {
    return surroundings(
        stateDir,
        URI.create("https://localhost:1"),
        Map.of("pull.port", "0", "pull.queue." + cvr, queue.toString()));
  }

  /**
   * Surroundings with a gateway at this address.
   *
   * @param gateway both addresses of the gateway
   */
  public static Surroundings surroundings(Path stateDir, URI gateway) {
    return surroundings(stateDir, gateway, Map.of());
  }

  private static Surroundings surroundings(
      Path stateDir, URI gateway, Map<String, String> caseSystems) {
    SimulatorSettings settings =
        new SimulatorSettings(
            0,
            stateDir,
            TestCertificates.dir(),
            gateway,
            gateway,
            7,
            10,
            Clock.systemUTC().instant(),
            MONDAY,
            8640,
            false,
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            true,
            true,
            caseSystems);
    return new Surroundings(
        settings,
        new StoryClock(
            Clock.systemUTC(), settings.realAnchor(), settings.businessAnchor(), settings.speed()));
  }
}
