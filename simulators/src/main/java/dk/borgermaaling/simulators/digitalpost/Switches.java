package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which switches are on, for whom and how often. {@code PUT /switches/{name}} with an optional JSON
 * body {@code {"recipients": [..], "times": n, "seconds": n, "share": x, "seed": n, "lasts": n}}
 * turns one on, {@code DELETE} turns it off, {@code GET /switches} lists; from this machine only.
 * They are off after a restart.
 */
public final class Switches {
  private static final int FOR_GOOD = Integer.MAX_VALUE;

  private final Map<Switch, Setting> on = new EnumMap<>(Switch.class);
  private final Map<String, Integer> attempts = new HashMap<>();

  /**
   * @param recipients empty for everybody
   * @param times how often it still applies
   * @param seconds for those that wait
   * @param off {@code System.nanoTime} from which on it is off by itself; absent for never
   */
  private record Setting(
      Set<String> recipients, int times, int seconds, Chance chance, @Nullable Long off) {
    boolean concerns(String recipient) {
      return recipients.isEmpty() || recipients.contains(recipient);
    }

    boolean isOver() {
      return off != null && System.nanoTime() - off >= 0;
    }

    Setting onceLess() {
      return new Setting(
          recipients, times == FOR_GOOD ? FOR_GOOD : times - 1, seconds, chance, off);
    }
  }

  List<Route> routes() {
    return List.of(
        Route.get("/switches", request -> request.ifLocal(() -> Reply.json(200, list()))),
        Route.put("/switches/{name}", request -> request.ifLocal(() -> turnOn(request))),
        Route.delete("/switches/{name}", request -> request.ifLocal(() -> turnOff(request))));
  }

  /** Turns one on for everybody until it is turned off. */
  public synchronized void turnOn(Switch which) {
    on.put(which, new Setting(Set.of(), FOR_GOOD, 30, Chance.ALWAYS, null));
  }

  public synchronized void turnOff(Switch which) {
    on.remove(which);
  }

  /** The next call about a message; {@code message} is empty for a call that is about none. */
  synchronized Occasion next(String recipient, String message) {
    return new Occasion(recipient, message, attempts.merge(message, 1, Integer::sum));
  }

  /** Whether it applies now; counts down when it does. */
  boolean applies(Switch which, Occasion occasion) {
    return seconds(which, occasion).isPresent();
  }

  /** Like {@code applies}, with the number of seconds to wait. */
  synchronized Optional<Integer> seconds(Switch which, Occasion occasion) {
    @Nullable Setting setting = on.get(which);
    if (setting == null) {
      return Optional.empty();
    }
    if (setting.isOver()) {
      on.remove(which);
      return Optional.empty();
    }
    if (!setting.concerns(occasion.recipient()) || !setting.chance().hits(which, occasion)) {
      return Optional.empty();
    }
    if (setting.times() == 1) {
      on.remove(which);
    } else {
      on.put(which, setting.onceLess());
    }
    return Optional.of(setting.seconds());
  }

  /** The same route, which an outage closes. */
  Route withOutages(Route route) {
    return new Route(
        route.method(),
        route.path(),
        route.maxBody(),
        request -> {
          Occasion call = next("", "");
          if (applies(Switch.HANG_UP, call)) {
            return Reply.hangUp();
          }
          return applies(Switch.OUTAGE, call)
              ? Reply.text(503, "Service Unavailable")
              : route.handler().handle(request);
        });
  }

  private Reply turnOn(Request request) {
    Optional<Switch> which = Switch.of(request.variable("name"));
    if (which.isEmpty()) {
      return Reply.text(404, "No such switch");
    }
    try {
      JsonObject body = request.object();
      Setting setting = setting(body);
      if (setting.times() < 1 || setting.seconds() < 0 || setting.seconds() > 600) {
        return Reply.text(400, "times or seconds is out of range");
      }
      synchronized (this) {
        on.put(which.get(), setting);
      }
      return Reply.empty(204);
    } catch (JsonException | ClassCastException | IllegalArgumentException e) {
      return Reply.text(400, "The body is not what a switch takes");
    }
  }

  private static Setting setting(JsonObject body) {
    Chance chance =
        new Chance(
            body.containsKey("share") ? body.getJsonNumber("share").doubleValue() : 1,
            body.containsKey("seed") ? body.getJsonNumber("seed").longValue() : 0);
    @Nullable Long off =
        body.containsKey("lasts")
            ? System.nanoTime() + Duration.ofSeconds(body.getInt("lasts")).toNanos()
            : null;
    return new Setting(
        recipients(body), body.getInt("times", FOR_GOOD), body.getInt("seconds", 30), chance, off);
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

  private static Set<String> recipients(JsonObject body) {
    Set<String> recipients = new HashSet<>();
    @Nullable JsonArray list = body.getJsonArray("recipients");
    if (list != null) {
      list.getValuesAs(JsonString.class).forEach(one -> recipients.add(one.getString()));
    }
    return recipients;
  }
}
