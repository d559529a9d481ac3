package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.SimulatorSettings;
import dk.borgermaaling.simulators.StoryClock;
import dk.borgermaaling.simulators.Surroundings;
import dk.borgermaaling.simulators.caller.CallerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system that {@code mvn -Prun} has started on this machine.
 *
 * @param around what its simulators know
 * @param caller Silkeborg's, who signs
 * @param gateway the process of the server
 * @param database empty when the database is not the launcher's own
 */
record RunningSystem(
    Surroundings around,
    CallerSettings caller,
    ProcessHandle gateway,
    Optional<ProcessHandle> database) {

  /** Refuses what is not running, and what is not on this machine. */
  static RunningSystem in(Path state) throws IOException {
    Path file = state.resolve("simulators.properties");
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "no running system in " + state + ": start it with mvn -Prun in another terminal");
    }
    SimulatorSettings settings = SimulatorSettings.read(file);
    StoryClock clock =
        new StoryClock(
            Clock.systemUTC(), settings.realAnchor(), settings.businessAnchor(), settings.speed());
    Surroundings around = new Surroundings(settings, clock);
    CallerSettings caller = CallerSettings.silkeborg(around);
    for (var address :
        new String[] {
          caller.service().getHost(),
          caller.tokenService().getHost(),
          settings.gatewayMtlsUrl().getHost()
        }) {
      if (!InetAddress.getByName(address).isLoopbackAddress()) {
        throw new IllegalStateException("the benchmark stays on this machine: " + address);
      }
    }
    ProcessHandle gateway =
        process(state.resolve("gateway.pid"))
            .orElseThrow(
                () -> new IllegalStateException("the gateway of " + state + " is not running"));
    return new RunningSystem(
        around, caller, gateway, process(state.resolve("postgres").resolve("postmaster.pid")));
  }

  /** The number in the first line is the process's id. */
  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    if (!Files.isRegularFile(pidFile)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .flatMap(id -> ProcessHandle.of(Long.parseLong(id.strip())))
          .filter(ProcessHandle::isAlive);
    }
  }

  /** An address of the port that asks for the caller's certificate. */
  URI mutualTls(String path) {
    return URI.create(around.settings().gatewayMtlsUrl() + path);
  }

  /** The program that runs the gateway, so that the echo runs in the same Java. */
  String java() {
    return gateway
        .info()
        .command()
        .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }
}
