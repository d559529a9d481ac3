package dk.borgermaaling.gateway.caseevent.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dk.borgermaaling.gateway.caseevent.HandedIn;
import dk.borgermaaling.gateway.edge.json.StrictJson;
import dk.borgermaaling.gateway.fuzz.Mutations;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An event is what every reader of JSON sees in it, or it is malformed. */
class CloudEventsFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void an_event_says_what_stands_in_it_or_is_malformed(byte[] body) {
    JsonValue json;
    HandedIn handedIn;
    try {
      json = StrictJson.read(body);
      handedIn = CloudEvents.handedIn(json);
    } catch (ProblemException e) {
      assertThat(e.problem().type()).isEqualTo(ProblemType.MALFORMED);
      return;
    }
    if (handedIn instanceof HandedIn.Legible legible) {
      JsonObject told = json.asJsonObject();
      assertThat(legible.event().eventId())
          .hasToString(told.getString("id").toLowerCase(Locale.ROOT));
      assertThat(legible.event().entityId()).isEqualTo(told.getString("subject"));
      assertThat(legible.event().municipality().value())
          .isEqualTo(told.getJsonObject("data").getString("municipalityCode"));
      assertThat(new String(body, StandardCharsets.UTF_8)).contains("specversion");
    }
  }

  @Test
  void events_changed_at_random_say_what_stands_in_them_or_are_malformed() {
    Mutations.run(
        CloudEventsFuzzTest.class,
        "an_event_says_what_stands_in_it_or_is_malformed",
        this::an_event_says_what_stands_in_it_or_is_malformed);
  }
}
