package dk.borgermaaling.simulators;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * {@code PUT /demo/clock} with {@code {"real": ..., "business": ..., "speed": ...}}, from this
 * machine only: whoever starts the story sets its clock when everybody is ready for it.
 */
final class ClockRoute {
  private final StoryClock clock;

  ClockRoute(StoryClock clock) {
    this.clock = clock;
  }

  Route route() {
    return Route.put("/demo/clock", this::set);
  }

  private Reply set(Request request) {
    if (!request.isLocal()) {
      return Reply.text(403, "Only from this machine");
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(request.body()))) {
      JsonObject wish = reader.readObject();
      clock.set(
          Instant.parse(wish.getString("real")),
          Instant.parse(wish.getString("business")),
          wish.getJsonNumber("speed").doubleValue());
      return Reply.text(204, "");
    } catch (JsonException
        | DateTimeException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException e) {
      return Reply.text(400, "real and business are instants, speed is a number above 0");
    }
  }
}
