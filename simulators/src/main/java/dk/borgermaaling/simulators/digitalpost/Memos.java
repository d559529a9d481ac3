package dk.borgermaaling.simulators.digitalpost;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import dk.borgermaaling.simulators.server.Route;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What senders have sent, byte for byte, for whoever wants to check it: every accepted message,
 * whether it was delivered or not. From this machine only, since it holds all that a mailbox shows
 * to its owner.
 */
final class Memos {
  /** In bytes. A longer one is not kept. */
  static final int LARGEST_KEPT = 1_000_000;

  private final Map<String, byte[]> byTransmission = new LinkedHashMap<>();

  synchronized void add(String transmissionId, byte[] request) {
    byTransmission.put(transmissionId, request.clone());
  }

  List<Route> routes() {
    return List.of(
        Route.get("/mailbox/api/memos", this::list),
        Route.get("/mailbox/api/memos/{transmission}", this::memo));
  }

  private synchronized Reply list(Request request) {
    if (!request.isLocal()) {
      return elsewhere();
    }
    JsonArrayBuilder all = Json.createArrayBuilder();
    byTransmission.keySet().forEach(all::add);
    return Reply.json(200, all.build());
  }

  private synchronized Reply memo(Request request) {
    if (!request.isLocal()) {
      return elsewhere();
    }
    byte @Nullable [] body = byTransmission.get(request.variable("transmission"));
    return body == null
        ? Reply.text(404, "No such message")
        : Reply.of(200, "application/xml;charset=UTF-8", body);
  }

  private static Reply elsewhere() {
    return Reply.text(403, "Only from this machine");
  }
}
