package dk.borgermaaling.simulators.momentum;

import dk.borgermaaling.simulators.server.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The code lists that matter here; the real Momentum has more than a hundred. */
final class Taxonomies {
  private static final Map<String, JsonObject> ALL = new LinkedHashMap<>();

  static {
    add(
        "TARGET_GROUP",
        "Target Groups",
        "6.1",
        "A-dagpengemodtager",
        "6.2",
        "Jobparat",
        "6.3",
        "Aktivitetsparat",
        "6.4",
        "Uddannelsesparat under 30 år",
        "6.5",
        "Aktivitetsparat under 30 år",
        "6.6",
        "Sygedagpengemodtager",
        "6.7",
        "Jobafklaringsforløb",
        "6.9",
        "Visiteret til fleksjob");
    add(
        "INTERVIEW_TYPE",
        "Interview Types",
        "4",
        "Opfølgningssamtale",
        "7",
        "Jobsamtale",
        "8",
        "Henvisning",
        "9",
        "Informationsmøde",
        "10",
        "CV samtale",
        "12",
        "Anden samtale",
        "15",
        "Rådighedssamtale",
        "17",
        "Jobsamtale med a-kasse",
        "19",
        "Fælles jobsamtale med dagpengemodtager",
        "20",
        "A-kasse forsøgssamtale");
  }

  private Taxonomies() {}

  private static void add(String code, String name, String... codesAndNames) {
    JsonArrayBuilder items = Json.createArrayBuilder();
    for (int i = 0; i < codesAndNames.length; i += 2) {
      items.add(
          Json.createObjectBuilder()
              .add("id", localId(codesAndNames[i]))
              .add("code", codesAndNames[i])
              .add("name", codesAndNames[i + 1]));
    }
    ALL.put(
        code,
        Json.createObjectBuilder().add("name", name).add("code", code).add("items", items).build());
  }

  /** The municipality's own id of a code. */
  static String localId(String code) {
    return UUID.nameUUIDFromBytes(("item " + code).getBytes(StandardCharsets.UTF_8)).toString();
  }

  static Reply all() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    ALL.values().forEach(all::add);
    return Reply.json(200, all.build());
  }

  static Reply one(String code) {
    JsonObject taxonomy = ALL.get(code);
    return taxonomy == null
        ? MomentumJson.error(404, "Taxonomy not found")
        : Reply.json(200, taxonomy);
  }
}
