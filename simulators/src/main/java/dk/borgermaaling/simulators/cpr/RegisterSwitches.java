package dk.borgermaaling.simulators.cpr;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which switches are on and for whom. {@code PUT /cpr/switches/{name}} with an optional JSON body
 * {@code {"recipients": [..], "seconds": n}} turns one on (for everybody without a list), {@code
 * DELETE} turns it off, {@code GET} lists; from this machine only. They are off after a restart.
 */
final class RegisterSwitches {
  private static final String PATH = "/cpr/switches";
  private static final int MOST_SECONDS = 600;

  private final Map<RegisterSwitch, Setting> on = new EnumMap<>(RegisterSwitch.class);

  /**
   * A switch that is on.
   *
   * @param people empty for everybody
   */
  private record Setting(Set<String> people, int seconds) {}

  List<Route> routes() {
    return List.of(
        Route.get(PATH, request -> request.ifLocal(() -> Reply.json(200, list()))),
        Route.put(PATH + "/{name}", request -> request.ifLocal(() -> turnOn(request))),
        Route.delete(PATH + "/{name}", request -> request.ifLocal(() -> turnOff(request))));
  }

  boolean applies(RegisterSwitch which, String cpr) {
    return seconds(which, cpr).isPresent();
  }

  synchronized Optional<Integer> seconds(RegisterSwitch which, String cpr) {
    @Nullable Setting setting = on.get(which);
    return setting != null && (setting.people().isEmpty() || setting.people().contains(cpr))
        ? Optional.of(setting.seconds())
        : Optional.empty();
  }

  private Reply turnOn(Request request) {
    Optional<RegisterSwitch> which = RegisterSwitch.of(request.variable("name"));
    if (which.isEmpty()) {
      return Reply.text(404, "No such switch");
    }
    try {
      JsonObject body = request.object();
      Set<String> people = new HashSet<>();
      if (body.containsKey("recipients")) {
        body.getJsonArray("recipients")
            .getValuesAs(JsonString.class)
            .forEach(one -> people.add(one.getString()));
      }
      int seconds = body.getInt("seconds", 30);
      if (seconds < 0 || seconds > MOST_SECONDS) {
        return Reply.text(400, "seconds is out of range");
      }
      synchronized (this) {
        on.put(which.get(), new Setting(Set.copyOf(people), seconds));
      }
      return Reply.empty(204);
    } catch (JsonException | ClassCastException e) {
      return Reply.text(400, "The body is not what a switch takes");
    }
  }

  private synchronized Reply turnOff(Request request) {
    Optional<RegisterSwitch> which = RegisterSwitch.of(request.variable("name"));
    which.ifPresent(on::remove);
    return which.isPresent() ? Reply.empty(204) : Reply.text(404, "No such switch");
  }

  private synchronized JsonObject list() {
    JsonObjectBuilder list = Json.createObjectBuilder();
    for (RegisterSwitch which : RegisterSwitch.values()) {
      list.add(which.slug(), on.containsKey(which));
    }
    return list.build();
  }
}
