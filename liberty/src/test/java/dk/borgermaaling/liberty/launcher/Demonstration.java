package dk.borgermaaling.liberty.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the story has come, told from both sides: the simulators' status page and the gateway's
 * tables.
 */
public final class Demonstration {
  private static final List<String> PUSHERS = List.of("fasit", "service-platform");
  private static final Map<String, String> STAGES = stages();
  private final Postgres database;
  private final LocalHttps https;
  private final URI status;
  private final URI health;

  Demonstration(Postgres database, LocalHttps https, URI simulators, URI gateway) {
    this.database = database;
    this.https = https;
    this.status = simulators.resolve("/demo/status");
    this.health = gateway.resolve("/health/ready");
  }

  /** What the simulators say of themselves. */
  public JsonObject simulators() {
    return object(status);
  }

  /** Whether the gateway answers that its business clock runs by this reading. */
  boolean gatewayGoesBy(DemonstrationClock.Reading reading) {
    return https.answers(health) && showsClock(object(health), reading);
  }

  private static boolean showsClock(JsonObject ready, DemonstrationClock.Reading reading) {
    return ready.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .filter(check -> check.getString("name").equals("business-clock"))
        .map(check -> check.getJsonObject("data"))
        .anyMatch(
            data ->
                Instant.parse(data.getString("realAnchor")).equals(reading.realAnchor())
                    && Instant.parse(data.getString("businessAnchor"))
                        .equals(reading.businessAnchor())
                    && Double.parseDouble(data.getString("speed")) == reading.speed());
  }

  private JsonObject object(URI uri) {
    try (JsonReader reader = Json.createReader(new StringReader(https.get(uri)))) {
      return reader.readObject();
    }
  }

  /** Whether every case system that sends by itself has reached the gateway. */
  boolean caseSystemsReady() {
    JsonObject parts = simulators();
    return PUSHERS.stream().allMatch(name -> parts.getJsonObject(name).getBoolean("ready"));
  }

  /** Municipalities whose case system has been polled to the end at least once. */
  long polledMunicipalities() {
    return ask(
        "SELECT count(*) FROM intake.feed_run WHERE source = 'MOMENTUM'"
            + " AND last_succeeded IS NOT NULL");
  }

  private long ask(String query) {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The count of every stage of the road, in the order of the road. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    STAGES.forEach((stage, query) -> counts.put(stage, ask(query)));
    return counts;
  }

  /**
   * Whether every event has been sent, decided on, invited to, delivered, answered and reported.
   */
  public boolean complete() {
    if (!simulators().getBoolean("complete", false)) {
      return false;
    }
    Map<String, Long> counts = counts();
    return countOf(counts, "events waiting") == 0
        && countOf(counts, "messages waiting") == 0
        && countOf(counts, "answers sealed") == 0
        && countOf(counts, "answers") == countOf(counts, "answers reported");
  }

  /** The count of one stage of {@link #counts}. */
  public long countOf(String stage) {
    return countOf(counts(), stage);
  }

  private static long countOf(Map<String, Long> counts, String stage) {
    Long count = counts.get(stage);
    if (count == null) {
      throw new IllegalArgumentException("no such stage: " + stage);
    }
    return count;
  }

  private static Map<String, String> stages() {
    Map<String, String> stages = new LinkedHashMap<>();
    stages.put("events", "SELECT count(*) FROM intake.case_event");
    stages.put(
        "events waiting",
        "SELECT count(*) FROM intake.case_event e WHERE NOT EXISTS"
            + " (SELECT 1 FROM intake.decision d WHERE d.municipality_code = e.municipality_code"
            + " AND d.event_id = e.event_id)");
    stages.put("decisions", "SELECT count(*) FROM intake.decision");
    stages.put("invitations", "SELECT count(*) FROM contact.invitation");
    stages.put("messages waiting", messages("'PLANNED', 'CLAIMED', 'SENDING', 'ACCEPTED'"));
    stages.put("messages delivered", messages("'DELIVERED'"));
    stages.put("messages failed", messages("'FAILED'"));
    stages.put("messages withdrawn", messages("'WITHDRAWN'"));
    stages.put("messages unknown", messages("'UNKNOWN'"));
    stages.put("receipts", "SELECT count(*) FROM intake.receipt");
    stages.put("answers sealed", "SELECT count(*) FROM answers.sealed_answer");
    stages.put("answers", "SELECT count(*) FROM answers.response");
    stages.put("answers reported", "SELECT coalesce(sum(responses), 0) FROM report.response_count");
    return stages;
  }

  private static String messages(String states) {
    return "SELECT count(*) FROM contact.notification WHERE state IN (" + states + ")";
  }
}
