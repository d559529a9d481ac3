package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which switches are on, for whom and how often. {@code PUT /switches/{name}} with an optional JSON
 * body {@code {"recipients": [..], "times": n, "seconds": n}} turns one on, {@code DELETE} turns it
 * off, {@code GET /switches} lists; from this machine only. They are off after a restart.
 */
public final class Switches {
  private final Map<Switch, Setting> on = new EnumMap<>(Switch.class);

  /**
   * @param recipients empty for everybody
   * @param times how often it still applies
   * @param seconds for those that wait
   */
  private record Setting(Set<String> recipients, int times, int seconds) {}

  List<Route> routes() {
    return List.of(
        Route.get("/switches", request -> local(request, () -> Reply.json(200, list()))),
        Route.put("/switches/{name}", request -> local(request, () -> turnOn(request))),
        Route.delete("/switches/{name}", request -> local(request, () -> turnOff(request))));
  }

  /** Turns one on for everybody until it is turned off. */
  public synchronized void turnOn(Switch which) {
    on.put(which, new Setting(Set.of(), Integer.MAX_VALUE, 30));
  }

  public synchronized void turnOff(Switch which) {
    on.remove(which);
  }

  /** Whether it applies now; counts down when it does. */
  public boolean applies(Switch which, String recipient) {
    return seconds(which, recipient).isPresent();
  }

  /** Like {@code applies}, with the number of seconds to wait. */
  synchronized Optional<Integer> seconds(Switch which, String recipient) {
    @Nullable Setting setting = on.get(which);
    if (setting == null
        || !(setting.recipients().isEmpty() || setting.recipients().contains(recipient))) {
      return Optional.empty();
    }
    if (setting.times() == 1) {
      on.remove(which);
    } else {
      on.put(which, new Setting(setting.recipients(), setting.times() - 1, setting.seconds()));
    }
    return Optional.of(setting.seconds());
  }

  private Reply turnOn(Request request) {
    Optional<Switch> which = Switch.of(request.variable("name"));
    if (which.isEmpty()) {
      return Reply.text(404, "No such switch");
    }
    try {
      JsonObject body = body(request.text());
      Setting setting =
          new Setting(
              recipients(body),
              body.getInt("times", Integer.MAX_VALUE),
              body.getInt("seconds", 30));
      if (setting.times() < 1 || setting.seconds() < 0 || setting.seconds() > 600) {
        return Reply.text(400, "times or seconds is out of range");
      }
      synchronized (this) {
        on.put(which.get(), setting);
      }
      return Reply.empty(204);
    } catch (JsonException | ClassCastException e) {
      return Reply.text(400, "The body is not what a switch takes");
    }
  }

  private Reply turnOff(Request request) {
    Optional<Switch> which = Switch.of(request.variable("name"));
    which.ifPresent(this::turnOff);
    return which.isPresent() ? Reply.empty(204) : Reply.text(404, "No such switch");
  }

  private synchronized JsonObject list() {
    JsonObjectBuilder list = Json.createObjectBuilder();
    for (Switch which : Switch.values()) {
      list.add(which.slug(), on.containsKey(which));
    }
    return list.build();
  }

  private static JsonObject body(String text) {
    if (text.isBlank()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Set<String> recipients(JsonObject body) {
    Set<String> recipients = new HashSet<>();
    @Nullable JsonArray list = body.getJsonArray("recipients");
    if (list != null) {
      list.getValuesAs(JsonString.class).forEach(one -> recipients.add(one.getString()));
    }
    return recipients;
  }

  private interface Answer {
    Reply get();
  }

  private static Reply local(Request request, Answer answer) {
    return request.isLocal() ? answer.get() : Reply.text(403, "From this machine only");
  }
}
