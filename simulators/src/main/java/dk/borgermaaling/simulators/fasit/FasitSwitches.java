package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which faults are on, and for how many batches. {@code PUT /demo/fasit/switches/{name}?times=n}
 * turns one on (for good without a number), {@code DELETE} turns it off, {@code GET} lists; from
 * this machine only. They are off after a restart.
 */
public final class FasitSwitches {
  private static final String PATH = "/demo/fasit/switches";

  private final Map<FasitFault, Integer> on = new EnumMap<>(FasitFault.class);

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, request -> request.ifLocal(() -> Reply.json(200, list()))),
        Route.put(PATH + "/{name}", request -> request.ifLocal(() -> turnOn(request))),
        Route.delete(PATH + "/{name}", request -> request.ifLocal(() -> turnOff(request))));
  }

  /** Turns one on for as many batches. */
  public synchronized void turnOn(FasitFault fault, int times) {
    on.put(fault, times);
  }

  public synchronized void turnOff(FasitFault fault) {
    on.remove(fault);
  }

  /** Whether it applies to this batch; counts down when it does. */
  synchronized boolean applies(FasitFault fault) {
    Integer left = on.get(fault);
    if (left == null) {
      return false;
    }
    if (left == 1) {
      on.remove(fault);
    } else {
      on.put(fault, left - 1);
    }
    return true;
  }

  private Reply turnOn(Request request) {
    Optional<FasitFault> fault = FasitFault.of(request.variable("name"));
    String times = request.query("times").orElse(Integer.toString(Integer.MAX_VALUE));
    if (fault.isEmpty()) {
      return Reply.text(404, "No such switch");
    }
    if (!times.matches("[1-9][0-9]{0,9}") || Long.parseLong(times) > Integer.MAX_VALUE) {
      return Reply.text(400, "times is out of range");
    }
    turnOn(fault.get(), Integer.parseInt(times));
    return Reply.empty(204);
  }

  private Reply turnOff(Request request) {
    Optional<FasitFault> fault = FasitFault.of(request.variable("name"));
    fault.ifPresent(this::turnOff);
    return fault.isPresent() ? Reply.empty(204) : Reply.text(404, "No such switch");
  }

  private synchronized JsonObject list() {
    JsonObjectBuilder list = Json.createObjectBuilder();
    for (FasitFault fault : FasitFault.values()) {
      list.add(fault.slug(), on.containsKey(fault));
    }
    return list.build();
  }
}
