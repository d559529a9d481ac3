package dk.borgermaaling.gateway.selection.jpa;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a decision as JSON. */
final class Facts {
  private Facts() {}

  static String json(Map<String, String> facts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    facts.forEach(object::add);
    return object.build().toString();
  }

  static Map<String, String> read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> facts = new TreeMap<>();
      object.keySet().forEach(name -> facts.put(name, object.getString(name)));
      return facts;
    }
  }
}
