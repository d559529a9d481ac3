package dk.borgermaaling.gateway.caseevent.rest;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.CodeSystem;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.edge.json.JsonFields;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Problem;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.Recipient;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent (version 1.0.2, structured JSON) to the feature's own event. {@code id} is the event
 * id, {@code subject} the entity, {@code time} when it happened, {@code type} what; the rest is in
 * {@code data}. {@code source} must be there and is not stored; extension attributes are ignored.
 */
final class CloudEvents {
  private static final Pattern VERSION = Pattern.compile("1\\.0");
  private static final Pattern SOURCE = Pattern.compile("[\\x21-\\x7e]{1,300}");
  static final Pattern ENTITY = Pattern.compile("[0-9A-Za-z][0-9A-Za-z:._-]{0,99}");
  private static final Pattern JSON = Pattern.compile("application/json(; ?charset=utf-8)?");
  private static final Pattern EXTENSION = Pattern.compile("(?!data)[a-z0-9]{1,100}|dataschema");
  private static final Pattern TYPE = Pattern.compile("[a-z.0-9]{1,100}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z./-]{1,20}");
  private static final int MOST_VERSIONS = 1_000_000;
  private static final int MOST_TYPES = 999;

  private static final Map<String, BiFunction<JsonFields, LocalDate, Happening>> HAPPENINGS =
      Map.ofEntries(
          entry("targetgroup.started", (data, date) -> new Happening.TargetGroupStarted(date)),
          entry("targetgroup.changed", (data, date) -> new Happening.TargetGroupChanged(date)),
          entry("targetgroup.ended", (data, date) -> new Happening.TargetGroupEnded(date)),
          entry(
              "conversation.held",
              (data, date) -> new Happening.ConversationHeld(date, typeId(data), form(data))),
          entry(
              "conversation.cancelled",
              (data, date) -> new Happening.ConversationCancelled(date, typeId(data), form(data))),
          entry("course.ended", (data, date) -> new Happening.CourseEnded(date)),
          entry("citizen.died", (data, date) -> new Happening.CitizenDied(date)),
          entry("citizen.moved", (data, date) -> new Happening.CitizenMoved(date, movedTo(data))),
          entry("citizen.exempted", (data, date) -> new Happening.CitizenExempted(date)),
          entry("citizen.protected", (data, date) -> new Happening.CitizenProtected(date)),
          entry("citizen.cprchanged", (data, date) -> new Happening.CprChanged(date)));

  private CloudEvents() {}

  private static Map.Entry<String, BiFunction<JsonFields, LocalDate, Happening>> entry(
      String type, BiFunction<JsonFields, LocalDate, Happening> reading) {
    return Map.entry(type, reading);
  }

  /**
   * One event of a batch.
   *
   * @throws ProblemException for the whole batch, when not even the event's id and municipality can
   *     be read
   */
  static HandedIn handedIn(JsonValue value) {
    JsonFields event = JsonFields.of(value, "");
    UUID id = event.uuid("id");
    MunicipalityCode municipality = municipality(event.object("data"));
    try {
      return new HandedIn.Legible(read(value));
    } catch (ProblemException e) {
      return new HandedIn.Illegible(id, municipality, e.problem());
    }
  }

  static CaseEvent read(JsonValue value) {
    JsonFields event = JsonFields.of(value, "");
    event.text("specversion", VERSION, "1.0");
    event.text("source", SOURCE, "a URI reference of at most 300 characters");
    event.textOrAbsent("datacontenttype", JSON, "application/json");
    JsonFields data = event.object("data");
    LocalDate date = data.date("date");
    Happening happening = happening(event.text("type", TYPE, "a type of ours"), data, date);
    TargetGroupCode group = targetGroup(data.objectOrAbsent("targetGroup"));
    if (group == null
        && (happening instanceof Happening.TargetGroupStarted
            || happening instanceof Happening.TargetGroupChanged)) {
      throw malformed("data.targetGroup", "there when a target group starts or changes");
    }
    CaseEvent read =
        new CaseEvent(
            event.uuid("id"),
            EventSource.OTHER,
            municipality(data),
            event.text("subject", ENTITY, "the entity's identifier, at most 100 characters"),
            data.integer("version", 1, MOST_VERSIONS),
            data.flag("withdrawn"),
            event.time("time"),
            recipient(data.object("recipient")),
            group,
            course(data.objectOrAbsent("course")),
            happening,
            formerly(happening, data));
    data.nothingElse();
    event.nothingElseThan(EXTENSION);
    return read;
  }

  private static @Nullable Recipient formerly(Happening happening, JsonFields data) {
    return happening instanceof Happening.CprChanged
        ? new Recipient.Person(new CprNumber(data.text("formerCprNumber", DIGITS, "ten digits")))
        : null;
  }

  private static Happening happening(String type, JsonFields data, LocalDate date) {
    String prefix = "dk.borgermaaling.";
    String suffix = ".v1";
    boolean ours = type.startsWith(prefix) && type.endsWith(suffix);
    var known =
        ours && type.length() > prefix.length() + suffix.length()
            ? HAPPENINGS.get(type.substring(prefix.length(), type.length() - suffix.length()))
            : null;
    if (known == null) {
      throw malformed("type", "a type of ours, as in dk.borgermaaling.conversation.held.v1");
    }
    return known.apply(data, date);
  }

  private static MunicipalityCode municipality(JsonFields data) {
    return new MunicipalityCode(
        data.text("municipalityCode", DIGITS, "four digits, the first a zero"));
  }

  private static Recipient recipient(JsonFields recipient) {
    boolean person = recipient.has("cprNumber");
    if (person == recipient.has("cvrNumber")) {
      throw malformed("data.recipient", "a cprNumber or a cvrNumber");
    }
    Recipient read =
        person
            ? new Recipient.Person(new CprNumber(recipient.text("cprNumber", DIGITS, "ten digits")))
            : new Recipient.Company(new Cvr(recipient.text("cvrNumber", DIGITS, "eight digits")));
    recipient.nothingElse();
    return read;
  }

  private static @Nullable TargetGroupCode targetGroup(@Nullable JsonFields group) {
    if (group == null) {
      return null;
    }
    TargetGroupCode read =
        new TargetGroupCode(
            group.oneOf("codeSystem", CodeSystem.class).name(),
            group.text("code", CODE, "a code of at most 20 characters"),
            group.date("startDate"));
    group.nothingElse();
    return read;
  }

  private static Course course(@Nullable JsonFields course) {
    if (course == null) {
      return Course.UNKNOWN;
    }
    Course read =
        new Course(
            course.dateOrAbsent("startDate"),
            course.oneOfOrAbsent("responsibleActor", Course.ResponsibleActor.class),
            course.has("organisationalUnit") ? course.uuid("organisationalUnit") : null);
    course.nothingElse();
    return read;
  }

  private static int typeId(JsonFields data) {
    return data.integer("typeId", 1, MOST_TYPES);
  }

  private static Happening.ConversationForm form(JsonFields data) {
    return data.oneOf("form", Happening.ConversationForm.class);
  }

  private static @Nullable MunicipalityCode movedTo(JsonFields data) {
    String to = data.textOrAbsent("toMunicipalityCode", DIGITS, "four digits, the first a zero");
    return to == null ? null : new MunicipalityCode(to);
  }

  private static ProblemException malformed(String field, String expected) {
    return new ProblemException(new Problem.Malformed(field, expected));
  }
}
