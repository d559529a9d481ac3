package dk.borgermaaling.gateway.caseevent.rest;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventBatches;
import dk.borgermaaling.gateway.caseevent.EventReceipt;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.testing.ContractXml;
import dk.borgermaaling.gateway.testing.Heard;
import dk.borgermaaling.gateway.testing.Mouth;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sender over REST: one event is a message, several are a batch. */
public final class RestMouth implements Mouth {
  private final EventBatches batches;

  public RestMouth(Heard heard) {
    this.batches = new EventBatches(heard);
  }

  @Override
  public EventSource source() {
    return EventSource.OTHER;
  }

  @Override
  public List<String> say(MunicipalityCode municipality, List<CaseEvent> meant) {
    JsonArray batch = batch(meant);
    JsonValue body = batch.size() == 1 ? batch.get(0) : batch;
    JsonValue read = StrictJson.read(body.toString().getBytes(StandardCharsets.UTF_8));
    List<JsonValue> events = read instanceof JsonArray several ? several : List.of(read);
    List<HandedIn> handedIn = events.stream().map(CloudEvents::handedIn).toList();
    List<EventReceipt> receipts = batches.register(municipality, handedIn);
    return answers(
        receipts, StrictJson.read(Receipts.of(receipts).getBytes(StandardCharsets.UTF_8)));
  }

  /** The events as a batch of CloudEvents. */
  public static JsonArray batch(List<CaseEvent> meant) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    meant.forEach(event -> all.add(cloudEvent(event)));
    return all.build();
  }

  /** A repeat is told what the first was told. */
  private static List<String> answers(List<EventReceipt> receipts, JsonValue told) {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      String known = Heard.name(receipts.get(i));
      String outcome = told.asJsonArray().getJsonObject(i).getString("outcome");
      if (outcome.equals("REJECTED") != known.equals("REJECTED")) {
        throw new AssertionError(outcome + " was told of " + known);
      }
      answers.add(known);
    }
    return answers;
  }

  private static JsonObject cloudEvent(CaseEvent event) {
    return Json.createObjectBuilder()
        .add("specversion", "1.0")
        .add("id", event.eventId().toString())
        .add("source", "https://fagsystem.test/" + event.municipality())
        .add("type", "dk.borgermaaling." + type(event.happening()) + ".v1")
        .add("subject", event.entityId())
        .add("time", event.occurredAt().toString())
        .add("datacontenttype", "application/json")
        .add("data", data(event))
        .build();
  }

  private static JsonObjectBuilder data(CaseEvent event) {
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("municipalityCode", event.municipality().value())
            .add("version", event.version())
            .add(
                "recipient",
                Json.createObjectBuilder().add("cprNumber", ContractXml.cpr(event.recipient())))
            .add("date", event.happening().date().toString());
    if (event.withdrawn()) {
      data.add("withdrawn", true);
    }
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      data.add(
          "targetGroup",
          Json.createObjectBuilder()
              .add("codeSystem", group.system())
              .add("code", group.code())
              .add("startDate", group.startDate().toString()));
    }
    if (!event.course().equals(Course.UNKNOWN)) {
      JsonObjectBuilder course = Json.createObjectBuilder();
      if (event.course().startDate() != null) {
        course.add("startDate", event.course().startDate().toString());
      }
      if (event.course().responsibleActor() != null) {
        course.add("responsibleActor", event.course().responsibleActor().name());
      }
      data.add("course", course);
    }
    happening(data, event);
    return data;
  }

  private static void happening(JsonObjectBuilder data, CaseEvent event) {
    if (event.happening() instanceof Happening.ConversationHeld held) {
      data.add("typeId", held.typeId()).add("form", held.form().name());
    } else if (event.happening() instanceof Happening.ConversationCancelled cancelled) {
      data.add("typeId", cancelled.typeId()).add("form", cancelled.form().name());
    } else if (event.happening() instanceof Happening.CitizenMoved moved && moved.to() != null) {
      data.add("toMunicipalityCode", moved.to().value());
    } else if (event.formerly() != null) {
      data.add("formerCprNumber", ContractXml.cpr(event.formerly()));
    }
  }

  /** {@code TargetGroupStarted} is {@code targetgroup.started}. */
  private static String type(Happening happening) {
    if (happening instanceof Happening.CprChanged) {
      return "citizen.cprchanged";
    }
    return happening
        .getClass()
        .getSimpleName()
        .replaceFirst("([A-Z][a-z]+)$", ".$1")
        .toLowerCase(Locale.ROOT);
  }
}
