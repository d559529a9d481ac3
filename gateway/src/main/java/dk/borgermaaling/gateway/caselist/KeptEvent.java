package dk.borgermaaling.gateway.caselist;

import dk.borgermaaling.gateway.caseevent.CaseEvent;
import dk.borgermaaling.gateway.caseevent.Course;
import dk.borgermaaling.gateway.caseevent.Course.ResponsibleActor;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.Happening;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationForm;
import dk.borgermaaling.gateway.caseevent.Happening.ConversationHeld;
import dk.borgermaaling.gateway.caseevent.TargetGroupCode;
import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a list as a dead letter keeps it: lines of a name, an equals sign and a value, none
 * of which can hold a line's end.
 *
 * @param state as the list's memory has it once the event is registered
 */
record KeptEvent(CaseEvent event, String state) {
  static final String FORMAT = "case-list/1";

  Told told() {
    Map<String, String> lines = new TreeMap<>();
    lines.put("id", event.eventId().toString());
    lines.put("entity", event.entityId());
    lines.put("version", Integer.toString(event.version()));
    lines.put("at", event.occurredAt().toString());
    lines.put("cpr", ((Recipient.Person) event.recipient()).cpr().value());
    lines.put("state", state);
    TargetGroupCode group = event.targetGroup();
    if (group != null) {
      lines.put("group", group.system() + " " + group.code() + " " + group.startDate());
    }
    put(lines, "course", event.course().startDate());
    put(lines, "actor", event.course().responsibleActor());
    lines.put("date", event.happening().date().toString());
    if (event.happening() instanceof ConversationHeld held) {
      lines.put("type", Integer.toString(held.typeId()));
      lines.put("form", held.form().name());
    } else if (event.happening() instanceof Happening.CourseEnded) {
      lines.put("ended", "true");
    }
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return new Told(FORMAT, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static KeptEvent parse(MunicipalityCode municipality, Told told) {
    Map<String, String> lines = new HashMap<>();
    for (String line : new String(told.content(), StandardCharsets.UTF_8).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        lines.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    String course = lines.get("course");
    String actor = lines.get("actor");
    return new KeptEvent(
        new CaseEvent(
            UUID.fromString(line(lines, "id")),
            EventSource.LIST,
            municipality,
            line(lines, "entity"),
            Integer.parseInt(line(lines, "version")),
            false,
            Instant.parse(line(lines, "at")),
            new Recipient.Person(new CprNumber(line(lines, "cpr"))),
            group(lines.get("group")),
            new Course(
                course == null ? null : LocalDate.parse(course),
                actor == null ? null : ResponsibleActor.valueOf(actor),
                null),
            happening(lines)),
        line(lines, "state"));
  }

  /** The same event, of this group. */
  KeptEvent in(TargetGroupCode group) {
    return new KeptEvent(
        new CaseEvent(
            event.eventId(),
            event.source(),
            event.municipality(),
            event.entityId(),
            event.version(),
            event.withdrawn(),
            event.occurredAt(),
            event.recipient(),
            group,
            event.course(),
            event.happening()),
        state);
  }

  private static Happening happening(Map<String, String> lines) {
    LocalDate date = LocalDate.parse(line(lines, "date"));
    if (lines.containsKey("type")) {
      return new ConversationHeld(
          date,
          Integer.parseInt(line(lines, "type")),
          ConversationForm.valueOf(line(lines, "form")));
    }
    return lines.containsKey("ended")
        ? new Happening.CourseEnded(date)
        : new Happening.TargetGroupStarted(date);
  }

  private static @Nullable TargetGroupCode group(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(" ", -1);
    return new TargetGroupCode(parts[0], parts[1], LocalDate.parse(parts[2]));
  }

  private static void put(Map<String, String> lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.put(name, value.toString());
    }
  }

  private static String line(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalStateException("a kept event of a list has no " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "KeptEvent[" + event.entityId() + " " + event.version() + "]";
  }
}
