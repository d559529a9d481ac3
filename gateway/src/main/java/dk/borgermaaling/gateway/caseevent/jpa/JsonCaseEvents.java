package dk.borgermaaling.gateway.caseevent.jpa;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CaseEventCodec;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.edge.json.JsonFields;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event as one JSON object; what is absent is left out. Read again by later versions of the
 * gateway, so members are added and never change their meaning.
 */
public final class JsonCaseEvents implements CaseEventCodec {
  private static final Pattern ANY = Pattern.compile("(?s).*");
  private static final String TEXT = "text";

  @Override
  public byte[] write(CaseEvent event) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("eventId", event.eventId().toString())
            .add("source", event.source().name())
            .add("municipality", event.municipality().value())
            .add("entityId", event.entityId())
            .add("version", event.version())
            .add("withdrawn", event.withdrawn())
            .add("occurredAt", event.occurredAt().toString())
            .add("recipient", recipient(event.recipient()));
    Recipient formerly = event.formerly();
    if (formerly != null) {
      json.add("formerly", recipient(formerly));
    }
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      json.add(
          "targetGroup",
          Json.createObjectBuilder()
              .add("system", group.system())
              .add("code", group.code())
              .add("startDate", group.startDate().toString()));
    }
    json.add("course", course(event.course()));
    json.add("happening", happening(HappeningColumns.of(event.happening())));
    return json.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObjectBuilder recipient(Recipient recipient) {
    return recipient instanceof Recipient.Person person
        ? Json.createObjectBuilder().add("cpr", person.cpr().value())
        : Json.createObjectBuilder().add("cvr", ((Recipient.Company) recipient).cvr().value());
  }

  private static JsonObjectBuilder course(Course course) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "startDate", course.startDate());
    add(json, "responsibleActor", course.responsibleActor());
    add(json, "organisationalUnit", course.organisationalUnit());
    return json;
  }

  private static JsonObjectBuilder happening(HappeningColumns happening) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "kind", happening.kind());
    add(json, "date", happening.date());
    if (happening.conversationType() != null) {
      json.add("conversationType", happening.conversationType());
    }
    add(json, "conversationForm", happening.conversationForm());
    add(json, "movedTo", happening.movedTo());
    return json;
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  @Override
  public CaseEvent read(byte[] bytes) {
    JsonFields json = JsonFields.of(StrictJson.read(bytes), "");
    JsonFields formerly = json.objectOrAbsent("formerly");
    JsonFields group = json.objectOrAbsent("targetGroup");
    return new CaseEvent(
        json.uuid("eventId"),
        json.oneOf("source", EventSource.class),
        new MunicipalityCode(text(json, "municipality")),
        text(json, "entityId"),
        json.integer("version", Integer.MIN_VALUE, Integer.MAX_VALUE),
        json.flag("withdrawn"),
        Instant.parse(text(json, "occurredAt")),
        recipient(json.object("recipient")),
        group == null
            ? null
            : new TargetGroupCode(
                text(group, "system"), text(group, "code"), group.date("startDate")),
        course(json.object("course")),
        happening(json.object("happening")).happening(),
        formerly == null ? null : recipient(formerly));
  }

  private static Recipient recipient(JsonFields json) {
    return json.has("cpr")
        ? new Recipient.Person(new CprNumber(text(json, "cpr")))
        : new Recipient.Company(new Cvr(text(json, "cvr")));
  }

  private static Course course(JsonFields json) {
    String unit = textOrAbsent(json, "organisationalUnit");
    return new Course(
        json.dateOrAbsent("startDate"),
        json.oneOfOrAbsent("responsibleActor", Course.ResponsibleActor.class),
        unit == null ? null : UUID.fromString(unit));
  }

  private static HappeningColumns happening(JsonFields json) {
    return new HappeningColumns(
        json.oneOf("kind", HappeningColumns.Kind.class),
        json.date("date"),
        json.has("conversationType")
            ? json.integer("conversationType", Integer.MIN_VALUE, Integer.MAX_VALUE)
            : null,
        textOrAbsent(json, "conversationForm"),
        textOrAbsent(json, "movedTo"));
  }

  private static String text(JsonFields json, String name) {
    return json.text(name, ANY, TEXT);
  }

  private static @Nullable String textOrAbsent(JsonFields json, String name) {
    return json.textOrAbsent(name, ANY, TEXT);
  }
}
