package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Route;
import dk.borgermaaling.simulators.server.SimulatorServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All simulators in one process. {@code main} takes the path of the settings file; tests call
 * {@code start} and {@code close} instead.
 */
public final class Simulators implements Closeable {
  private static final Logger LOG = Logger.getLogger(Simulators.class.getName());

  private final SimulatorServer server;
  private final List<Part> parts;

  private Simulators(SimulatorServer server, List<Part> parts) {
    this.server = server;
    this.parts = parts;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Simulators running = start(Path.of(args[0]));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }

  /** Starts everything; returns when the port answers. */
  public static Simulators start(Path settingsFile) throws IOException {
    return start(SimulatorSettings.read(settingsFile));
  }

  public static Simulators start(SimulatorSettings settings) throws IOException {
    StoryClock clock =
        new StoryClock(
            Clock.systemUTC(), settings.realAnchor(), settings.businessAnchor(), settings.speed());
    return start(new Surroundings(settings, clock), Parts::of);
  }

  /** Starts chosen parts, for tests. */
  static Simulators start(Surroundings around, PartList list) throws IOException {
    List<Part> parts = list.of(around);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/demo/status", request -> Reply.json(200, status(parts))));
    routes.add(new ClockRoute(around.clock()).route());
    parts.forEach(part -> routes.addAll(part.routes()));
    SimulatorServer server =
        SimulatorServer.open(
            around.settings().port(),
            Gateway.tls(around.key("tls").managers(), around.trust()),
            routes);
    parts.forEach(Part::start);
    LOG.info(() -> "the simulators answer on port " + server.port());
    return new Simulators(server, parts);
  }

  /** Makes the parts out of their surroundings. */
  @FunctionalInterface
  interface PartList {
    List<Part> of(Surroundings around);
  }

  /** Counts of all parts, and whether all have come to their end. */
  private static JsonObject status(List<Part> parts) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    boolean complete = true;
    for (Part part : parts) {
      all.add(part.name(), part.status());
      complete &= part.complete();
    }
    return all.add("complete", complete).build();
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    List<Part> backwards = new ArrayList<>(parts);
    Collections.reverse(backwards);
    for (Part part : backwards) {
      try {
        part.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "a simulator did not close cleanly: " + part.name(), e);
      }
    }
  }
}
