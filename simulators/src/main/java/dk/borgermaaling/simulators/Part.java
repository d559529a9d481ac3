package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One simulator: what it answers, what it does by itself, and how far it has come. */
public interface Part extends Closeable {
  /** Key of its figures in {@code /demo/status}. */
  String name();

  /** What it answers; asked for once, before the port opens. */
  default List<Route> routes() {
    return List.of();
  }

  /** Starts what it does by itself; called once, after the port is open. */
  default void start() {}

  /** Counts only: never a person, a link or a token. */
  default JsonObject status() {
    return Json.createObjectBuilder().build();
  }

  /** True when nothing is left to do as far as this part can see; a demonstration waits for all. */
  default boolean complete() {
    return true;
  }

  @Override
  default void close() throws IOException {}
}
