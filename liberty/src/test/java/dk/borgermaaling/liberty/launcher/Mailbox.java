package dk.borgermaaling.liberty.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.util.List;

/** What has reached the simulated citizens. */
public final class Mailbox {
  private final LocalHttps https;
  private final URI messages;

  Mailbox(LocalHttps https, URI simulators) {
    this.https = https;
    this.messages = simulators.resolve("/mailbox/api/messages");
  }

  public List<JsonObject> messages() {
    try (JsonReader reader = Json.createReader(new StringReader(https.get(messages)))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  /**
   * Invitation and step of every message that arrived; two of the same are two letters for one
   * step.
   */
  public List<String> steps() {
    return messages().stream()
        .map(m -> m.getString("invitation") + "/" + m.getString("step"))
        .toList();
  }
}
