package dk.borgermaaling.gateway.selection.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a decision as JSON. */
final class Facts {
  /** Looked for in the class path once, not once a decision. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Facts() {}

  static String json(Map<String, String> facts) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    facts.forEach(object::add);
    return object.build().toString();
  }

  static Map<String, String> read(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> facts = new TreeMap<>();
      object.keySet().forEach(name -> facts.put(name, object.getString(name)));
      return facts;
    }
  }
}
