package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.liberty.launcher.WholeSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything is sent once more by all three ways, and no table changes. */
@ExtendWith(ArquillianExtension.class)
class ResendIT {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String MEMORY =
      "SELECT municipality_code, count(*) FROM intake.feed_entity WHERE source = 'MOMENTUM' GROUP BY 1";
  private static final String SUCCEEDED =
      "SELECT municipality_code, (extract(epoch FROM last_succeeded) * 1000)::bigint FROM intake.feed_run";
  private final Wire wire = Wire.played();
  private Map<String, String> before = Map.of();

  @BeforeEach
  void read() {
    before = contents();
  }

  @Test
  void fasit_tells_its_story_again() {
    assertOnlyDuplicates("fasit");
  }

  @Test
  void the_service_platform_tells_its_story_again() {
    assertOnlyDuplicates("service-platform");
  }

  /**
   * What was corrected while the memory was there is a first version with other content now: the
   * gateway keeps what it has and says so in a dead letter, which no event comes of.
   */
  @Test
  void momentum_is_read_again_from_the_start_when_the_memory_of_it_is_lost() throws SQLException {
    assertThat(wire.tables().byName(MEMORY)).containsOnlyKeys("0185", "0461");
    LostMemory lost = LostMemory.of(wire);
    awaitPoll();
    awaitPoll();
    assertThat(wire.tables().byName(MEMORY)).containsOnlyKeys("0185", "0461");
    lost.restore();
    awaitPoll();
    awaitPoll();
    assertThat(lost.takeLettersAway()).containsOnlyKeys("conflict");
    assertNothingChanged();
  }

  /** One that ends from now on; it may have begun before. */
  private void awaitPoll() {
    Map<String, Long> last = wire.tables().byName(SUCCEEDED);
    WholeSystem.await(
        "Momentum has been read again",
        LONGEST,
        () ->
            wire.tables().byName(SUCCEEDED).entrySet().stream()
                .allMatch(run -> run.getValue() > last.getOrDefault(run.getKey(), 0L)));
  }

  private void assertOnlyDuplicates(String way) {
    JsonObject first = wire.system().demonstration().simulators().getJsonObject(way);
    HttpResponse<String> answer =
        wire.post(
            wire.nobody(),
            wire.system().simulatorsAddress().resolve("/demo/" + way + "/resend"),
            "text/plain",
            BodyPublishers.noBody());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject again = json(answer.body());
    assertThat(again.getInt("stored")).isZero();
    assertThat(again.getInt("rejected")).isEqualTo(first.getInt("rejected")).isPositive();
    assertThat(again.getInt("duplicate"))
        .isEqualTo(first.getInt("sent") - first.getInt("rejected"))
        .isPositive();
    assertNothingChanged();
  }

  private void assertNothingChanged() {
    assertThat(contents()).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(
            wire.tables()
                .count("SELECT count(*) FROM intake.case_event WHERE processed_at IS NULL"))
        .isZero();
  }

  /** Without the message ids against replay: each signed message has one of its own. */
  private Map<String, String> contents() {
    Map<String, String> contents =
        new TreeMap<>(
            wire.contents()
                .without(
                    "intake.dead_letter",
                    "what was rejected is so again, and its letter counts it",
                    "last_seen",
                    "times")
                .without(
                    "intake.feed_run",
                    "a poll that is under way when the memory is put back fails and is repeated",
                    "last_failed",
                    "last_failure")
                .read());
    contents.remove("intake.replay");
    return contents;
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
