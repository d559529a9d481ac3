package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Momentum's JSON. Dates are written as UTC of Danish midnight, as it does. */
final class MomentumJson {
  private MomentumJson() {}

  static Instant midnight(LocalDate date) {
    return date.atStartOfDay(World.DENMARK).toInstant();
  }

  static JsonObject member(Register.Member member) {
    return Json.createObjectBuilder()
        .add("id", member.citizen().id().toString())
        .add("citizenId", member.citizen().id().toString())
        .add("cpr", member.citizen().person().cpr())
        .add("targetGroupCode", member.spell().code())
        .add("targetGroupStartDate", midnight(member.spell().start()).toString())
        .add("prolongation", JsonObject.NULL)
        .add("tags", JsonObject.EMPTY_JSON_ARRAY)
        .build();
  }

  static JsonObject citizen(Citizen citizen) {
    return Json.createObjectBuilder()
        .add("id", citizen.id().toString())
        .add("citizenId", citizen.id().toString())
        .add("cpr", citizen.person().cpr())
        .add("responsibleActors", JsonObject.EMPTY_JSON_ARRAY)
        .build();
  }

  static JsonObject classifications(Citizen citizen, List<Register.Spell> spells) {
    JsonArrayBuilder groups = Json.createArrayBuilder();
    for (Register.Spell spell : spells) {
      JsonObjectBuilder group =
          Json.createObjectBuilder()
              .add("targetGroupCode", spell.code())
              .add("startDate", midnight(spell.start()).toString());
      groups.add(orNull(group, "endDate", spell.end() == null ? null : midnight(spell.end())));
    }
    return Json.createObjectBuilder()
        .add("citizenId", citizen.id().toString())
        .add("targetGroups", groups)
        .build();
  }

  static JsonObject task(Tasks.Task task) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", task.id().toString())
            .add("title", task.type() == Tasks.INTERVIEW ? "Samtale" : "Opgave")
            .add("type", task.type())
            .add("state", task.state())
            .add("createdAt", task.createdAt().toString())
            .add("updatedAt", task.updatedAt().toString())
            .add("stateChangedAt", task.updatedAt().toString())
            .add("deadline", task.deadline().toString())
            .add("assignedActors", JsonObject.EMPTY_JSON_ARRAY)
            .add("relatedEntityId", task.id().toString())
            .add(
                "reference",
                Json.createObjectBuilder()
                    .add("id", task.citizen().toString())
                    .add("type", "CITIZEN"));
    if (task.type() == Tasks.INTERVIEW) {
      orNull(json, "heldAt", task.heldAt());
      json.add("interviewTypeIdentifier", task.interviewType()).add("form", form(task.form()));
    }
    return json.build();
  }

  /** The error body of KMD's facade of 2020. */
  static Reply error(int status, String text) {
    return Reply.json(
        status,
        Json.createObjectBuilder()
            .add("correlationId", UUID.randomUUID().toString())
            .add("errors", Json.createArrayBuilder().add(text))
            .add("sourceSystem", "Momentum Core Api")
            .build());
  }

  private static String form(StoryEvent.Form form) {
    return switch (form) {
      case IN_PERSON -> "PERSONLIGT";
      case TELEPHONE -> "TELEFON";
      case VIDEO -> "VIDEO";
      case LETTER -> "BREV";
    };
  }

  private static JsonObjectBuilder orNull(
      JsonObjectBuilder json, String name, @Nullable Instant value) {
    return value == null ? json.addNull(name) : json.add(name, value.toString());
  }
}
