package dk.borgermaaling.simulators.fasit;

import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as the contract's fields, in its order; what Fasit does not tell is left out. */
final class FasitFields {
  /** All of them: the columns of a CSV file. */
  static final List<String> NAMES =
      List.of(
          "eventId",
          "entityId",
          "version",
          "changeType",
          "type",
          "occurredAt",
          "citizenId",
          "cprNumber",
          "caseId",
          "caseStartDate",
          "caseEndDate",
          "targetGroup",
          "targetGroupStartDate",
          "interviewTypeIdentifier",
          "interviewForm",
          "responsibleActor",
          "organisationalUnit",
          "toMunicipalityCode");

  private FasitFields() {}

  static Map<String, String> of(StoryEvent e) {
    Citizen citizen =
        e.citizen().orElseThrow(() -> new IllegalArgumentException("Fasit has citizens only"));
    var details = e.details();
    StoryEvent.Group group = e.group();
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "eventId", e.eventId());
    put(fields, "entityId", e.entityId());
    put(fields, "version", e.version());
    put(fields, "changeType", changeType(e));
    put(fields, "type", e.kind());
    put(fields, "occurredAt", e.occurredAt());
    put(fields, "citizenId", citizen.id());
    put(fields, "cprNumber", citizen.person().cpr());
    put(fields, "caseId", citizen.courseId());
    put(fields, "caseStartDate", details.courseStart());
    put(fields, "caseEndDate", e.kind() == Kind.COURSE_ENDED ? e.date() : null);
    put(fields, "targetGroup", group == null ? null : FasitTargetGroupIds.of(group.code()));
    put(fields, "targetGroupStartDate", group == null ? null : group.since());
    put(fields, "interviewTypeIdentifier", details.conversationType());
    put(fields, "interviewForm", form(details.form()));
    put(fields, "responsibleActor", actor(details.responsibleActor()));
    put(fields, "organisationalUnit", details.organisationalUnit());
    put(fields, "toMunicipalityCode", details.movedTo());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  private static String changeType(StoryEvent e) {
    if (e.withdrawn()) {
      return "DELETE";
    }
    return e.version() == 1 ? "CREATE" : "UPDATE";
  }

  private static @Nullable String form(StoryEvent.@Nullable Form form) {
    if (form == null) {
      return null;
    }
    return switch (form) {
      case IN_PERSON -> "PERSONLIGT";
      case TELEPHONE -> "TELEFON";
      case VIDEO -> "VIDEO";
      case LETTER -> "BREV";
    };
  }

  private static @Nullable String actor(StoryEvent.@Nullable Actor actor) {
    if (actor == null) {
      return null;
    }
    return switch (actor) {
      case MUNICIPALITY -> "KOMMUNE";
      case UNEMPLOYMENT_FUND -> "AKASSE";
      case OTHER_ACTOR -> "ANDEN_AKTOER";
    };
  }
}
