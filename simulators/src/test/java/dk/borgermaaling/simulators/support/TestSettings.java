package dk.borgermaaling.simulators.support;

import dk.borgermaaling.simulators.SimulatorSettings;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Surroundings of a test: a free port, short delays, business time that starts on a Monday. */
public final class TestSettings {
  public static final Instant MONDAY = Instant.parse("2026-11-23T07:55:00Z");

  private TestSettings() {}

  public static Surroundings surroundings(Path stateDir) {
    return surroundings(stateDir, URI.create("https://localhost:1"));
  }

  /**
   * Surroundings with a gateway at this address.
   *
   * @param gateway both addresses of the gateway
   */
  public static Surroundings surroundings(Path stateDir, URI gateway) {
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
            Map.of());
    return new Surroundings(
        settings,
        new StoryClock(
            Clock.systemUTC(), settings.realAnchor(), settings.businessAnchor(), settings.speed()));
  }
}
