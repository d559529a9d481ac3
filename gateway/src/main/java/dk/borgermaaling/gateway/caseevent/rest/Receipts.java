package dk.borgermaaling.gateway.caseevent.rest;

import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.edge.Incident;
import dk.borgermaaling.gateway.edge.ProblemJson;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Receipts as JSON. A repeat is answered as the first was, so that a caller that lost an answer can
 * ask again and goes on as if it had not.
 */
final class Receipts {
  private Receipts() {}

  static String of(List<EventReceipt> receipts) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    receipts.forEach(receipt -> all.add(json(receipt)));
    return all.build().toString();
  }

  static String of(EventReceipt receipt) {
    return json(receipt).toString();
  }

  private static JsonObject json(EventReceipt receipt) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("id", receipt.eventId().toString());
    if (receipt instanceof EventReceipt.Rejected rejected) {
      Incident incident = Incident.log(rejected.problem(), null);
      return json.add("outcome", "REJECTED").add("problem", problem(incident)).build();
    }
    return json.add("outcome", "REGISTERED").build();
  }

  private static JsonObject problem(Incident incident) {
    byte[] utf8 = ProblemJson.of(incident).getBytes(StandardCharsets.UTF_8);
    return StrictJson.read(utf8).asJsonObject();
  }
}
