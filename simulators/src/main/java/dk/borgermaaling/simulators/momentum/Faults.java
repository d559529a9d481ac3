package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which faults are on, in which town and how often. {@code PUT /momentum/switches/{name}} with an
 * optional JSON body {@code {"municipality": "0461", "times": n, "seconds": n}} turns one on,
 * {@code DELETE} turns it off, {@code GET /momentum/switches} lists; from this machine only. They
 * are off after a restart.
 */
public final class Faults {
  private static final int MOST_SECONDS = 600;
  private final Map<Fault, Setting> on = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> occasions = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> applications = new EnumMap<>(Fault.class);

  /**
   * @param municipality code; empty for all
   * @param times how often it still applies
   * @param seconds for those that wait; null for their own
   */
  private record Setting(String municipality, int times, @Nullable Integer seconds) {}

  List<Route> routes() {
    return List.of(
        Route.get("/momentum/switches", request -> request.ifLocal(() -> Reply.json(200, list()))),
        Route.put("/momentum/switches/{name}", request -> request.ifLocal(() -> turnOn(request))),
        Route.delete(
            "/momentum/switches/{name}", request -> request.ifLocal(() -> turnOff(request))));
  }

  /** Turns one on for everybody until it is turned off. */
  public synchronized void turnOn(Fault which) {
    turnOn(which, Integer.MAX_VALUE, null);
  }

  /**
   * Turns one on for everybody.
   *
   * @param seconds for those that wait; null for their own
   */
  public synchronized void turnOn(Fault which, int times, @Nullable Integer seconds) {
    on.put(which, new Setting("", times, seconds));
    occasions.remove(which);
    applications.remove(which);
  }

  /** How often it has made something of an answer since it was turned on. */
  public synchronized int applications(Fault which) {
    return applications.getOrDefault(which, 0);
  }

  public synchronized void turnOff(Fault which) {
    on.remove(which);
  }

  /** Whether it is on in a town, on whatever occasion. */
  synchronized boolean isOn(Fault which, String municipality) {
    Setting setting = on.get(which);
    return setting != null
        && (setting.municipality().isEmpty() || setting.municipality().equals(municipality));
  }

  /**
   * Whether it applies on this occasion, on which it makes a difference; counts it when it does.
   */
  synchronized boolean applies(Fault which, String municipality) {
    return seconds(which, municipality, 0).isPresent();
  }

  /** Like {@code applies}, with the number of seconds to wait. */
  synchronized Optional<Integer> seconds(Fault which, String municipality, int usual) {
    Setting setting = on.get(which);
    if (setting == null
        || !isOn(which, municipality)
        || occasions.merge(which, 1, Integer::sum) % which.every() != 0) {
      return Optional.empty();
    }
    applications.merge(which, 1, Integer::sum);
    if (setting.times() == 1) {
      on.remove(which);
    } else {
      on.put(which, new Setting(setting.municipality(), setting.times() - 1, setting.seconds()));
    }
    return Optional.of(setting.seconds() == null ? usual : setting.seconds());
  }

  private Reply turnOn(Request request) {
    Optional<Fault> which = Fault.of(request.variable("name"));
    if (which.isEmpty()) {
      return Reply.text(404, "No such switch");
    }
    try {
      JsonObject body = request.object();
      Setting setting =
          new Setting(
              body.getString("municipality", ""),
              body.getInt("times", Integer.MAX_VALUE),
              body.containsKey("seconds") ? body.getInt("seconds") : null);
      Integer seconds = setting.seconds();
      if (setting.times() < 1 || (seconds != null && (seconds < 0 || seconds > MOST_SECONDS))) {
        return Reply.text(400, "times or seconds is out of range");
      }
      synchronized (this) {
        on.put(which.get(), setting);
        occasions.remove(which.get());
        applications.remove(which.get());
      }
      return Reply.empty(204);
    } catch (JsonException | ClassCastException e) {
      return Reply.text(400, "The body is not what a switch takes");
    }
  }

  private Reply turnOff(Request request) {
    Optional<Fault> which = Fault.of(request.variable("name"));
    which.ifPresent(this::turnOff);
    return which.isPresent() ? Reply.empty(204) : Reply.text(404, "No such switch");
  }

  private synchronized JsonObject list() {
    JsonObjectBuilder list = Json.createObjectBuilder();
    for (Fault which : Fault.values()) {
      list.add(which.slug(), on.containsKey(which));
    }
    return list.build();
  }
}
