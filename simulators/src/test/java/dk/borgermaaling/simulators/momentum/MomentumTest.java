package dk.borgermaaling.simulators.momentum;

import static dk.borgermaaling.simulators.momentum.MomentumCaller.filter;
import static dk.borgermaaling.simulators.momentum.MomentumCaller.ids;
import static dk.borgermaaling.simulators.momentum.MomentumCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.Gateway;
import dk.borgermaaling.simulators.server.SimulatorServer;
import dk.borgermaaling.simulators.support.TestCertificates;
import dk.borgermaaling.simulators.world.Citizen;
import dk.borgermaaling.simulators.world.StoryEvent;
import dk.borgermaaling.simulators.world.StoryEvent.Kind;
import dk.borgermaaling.simulators.world.Town;
import dk.borgermaaling.simulators.world.World;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentumTest {
  private static final World WORLD = World.of(20261123, 1500, LocalDate.of(2026, 11, 23));
  private static final Map<String, String> SETTINGS =
      Map.of(
          "momentum.0461.client-id", "odense",
          "momentum.0461.client-secret", "hemmelig/+&=",
          "momentum.0461.api-key", "key1",
          "momentum.0461.resource", "res-1",
          "momentum.0185.client-id", "taarnby",
          "momentum.0185.client-secret", "skjult",
          "momentum.0185.api-key", "key2",
          "momentum.0185.resource", "res-2");

  private Instant now = day(0);
  private Momentum momentum = new Momentum(WORLD, () -> now, Clock.systemUTC(), SETTINGS);
  private SimulatorServer server;
  private final MomentumCaller caller = new MomentumCaller(() -> server.port());

  @BeforeEach
  void open() throws Exception {
    server =
        SimulatorServer.open(
            0,
            Gateway.tls(TestCertificates.key("tls").managers(), TestCertificates.trust()),
            momentum.routes());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void nobody_is_let_in_without_the_right_token_and_the_api_key() throws Exception {
    String odense = caller.token("odense", "hemmelig/+&=", "res-1");
    String path = "/momentum/0461/api/taxonomies";
    assertThat(caller.get(path, odense, "key2").statusCode()).isEqualTo(401);
    assertThat(caller.get(path, odense, "").statusCode()).isEqualTo(401);
    assertThat(caller.get(path, "made-up", "key1").statusCode()).isEqualTo(401);
    assertThat(caller.get("/momentum/0185/api/taxonomies", odense, "2").statusCode())
        .isEqualTo(401);
    assertThat(caller.get("/momentum/0751/api/taxonomies", odense, "x").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_token_needs_the_secret_the_grant_type_and_the_resource() throws Exception {
    assertThat(caller.form("client_credentials", "odense", "wrong", "res-1").statusCode())
        .isEqualTo(401);
    assertThat(caller.form("password", "odense", "hemmelig/+&=", "res-1").statusCode())
        .isEqualTo(400);
    assertThat(caller.form("client_credentials", "odense", "hemmelig/+&=", "res-2").statusCode())
        .isEqualTo(400);
  }

  @Test
  void pages_together_give_everybody_in_the_group_once() throws Exception {
    List<JsonObject> rows = caller.search("citizensearch", 7, filter("targetGroupCode", "6.6"));
    long expected =
        WORLD.story().events(Town.TAARNBY).stream()
            .filter(e -> e.kind() == Kind.TARGET_GROUP_STARTED && !e.toldAt().isAfter(now))
            .filter(e -> e.group() != null && e.group().code().equals("6.6"))
            .count();
    assertThat(expected).isGreaterThan(30);
    assertThat(rows.stream().map(r -> r.getString("citizenId")).distinct()).hasSize((int) expected);
    assertThat(rows).hasSize((int) expected);
    assertThat(rows).allMatch(r -> r.getString("targetGroupStartDate").matches(".*T2[23]:00:00Z"));
  }

  @Test
  void a_window_of_start_dates_narrows_the_search() throws Exception {
    List<JsonObject> rows =
        caller.search(
            "citizensearch",
            1000,
            filter("targetGroupCode", "6.1", "6.6"),
            filter(
                "targetGroupStartDate", "2026-01-01 00:00:00Z", "2026-07-01 00:00:00Z", "false"));
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allMatch(r -> r.getString("targetGroupStartDate").compareTo("2026-01-01") >= 0)
        .allMatch(r -> r.getString("targetGroupStartDate").compareTo("2026-07-01") < 0);
  }

  @Test
  void who_has_left_the_group_is_gone_from_the_search_and_still_known() throws Exception {
    StoryEvent ended =
        WORLD.story().events(Town.TAARNBY).stream()
            .filter(e -> e.kind() == Kind.COURSE_ENDED)
            .findFirst()
            .orElseThrow();
    Citizen citizen = ended.citizen().orElseThrow();
    JsonObject everybody = filter("targetGroupCode", citizen.person().targetGroup());
    now = ended.toldAt().minusSeconds(1);
    assertThat(ids(caller.search("citizensearch", 1000, everybody)))
        .contains(citizen.id().toString());
    now = ended.toldAt();
    assertThat(ids(caller.search("citizensearch", 1000, everybody)))
        .doesNotContain(citizen.id().toString());
    assertThat(caller.call("citizens/" + citizen.id()).statusCode()).isEqualTo(200);
    JsonObject found = json(caller.call("citizens/find?cpr=" + citizen.person().cpr()));
    assertThat(found.getString("citizenId")).isEqualTo(citizen.id().toString());
    assertThat(json(caller.call("classifications/" + citizen.id())).getJsonArray("targetGroups"))
        .hasSize(1);
  }

  @Test
  void an_unknown_citizen_is_404_in_the_shape_of_momentum_s_errors() throws Exception {
    HttpResponse<String> answer = caller.call("citizens/find?cpr=6101010001");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer)).containsKeys("correlationId", "errors", "sourceSystem");
    Citizen elsewhere =
        WORLD.citizens().stream().filter(c -> c.town() == Town.ODENSE).findFirst().orElseThrow();
    assertThat(caller.call("citizens/" + elsewhere.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_understood_is_400() throws Exception {
    assertThat(caller.page("citizensearch", 0, 1001).statusCode()).isEqualTo(400);
    assertThat(caller.page("citizensearch", -1, 10).statusCode()).isEqualTo(400);
    assertThat(caller.page("citizensearch", 0, 10, filter("hårfarve", "rød")).statusCode())
        .isEqualTo(400);
    assertThat(caller.post("citizensearch", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void the_task_list_tells_every_conversation_of_the_story_as_it_is_now() throws Exception {
    now = WORLD.story().end();
    Map<String, StoryEvent> expected = new HashMap<>();
    WORLD.story().events(Town.TAARNBY).stream()
        .filter(e -> e.details().conversationType() != null)
        .forEach(e -> expected.put(e.entityId().toString(), e));
    Map<String, JsonObject> told =
        caller
            .search("tasks/citizen", 1000, filter("type", "1", "2"), filter("state", "1", "2"))
            .stream()
            .filter(t -> !t.isNull("heldAt"))
            .collect(Collectors.toMap(t -> t.getString("id"), t -> t));
    assertThat(told.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (id, event) -> {
          JsonObject task = told.getOrDefault(id, JsonValue.EMPTY_JSON_OBJECT);
          boolean held = event.kind() == Kind.CONVERSATION_HELD;
          assertThat(task.getInt("state")).isEqualTo(held ? 1 : 2);
          assertThat(task.getString("heldAt")).isEqualTo(event.occurredAt().toString());
          assertThat(task.getString("updatedAt")).isEqualTo(event.toldAt().toString());
          assertThat(task.getInt("interviewTypeIdentifier"))
              .isEqualTo(event.details().conversationType());
        });
  }

  @Test
  void a_task_shows_as_completed_from_the_moment_it_is_told() throws Exception {
    StoryEvent held =
        WORLD.story().events(Town.TAARNBY).stream()
            .filter(e -> e.kind() == Kind.CONVERSATION_HELD)
            .findFirst()
            .orElseThrow();
    now = held.toldAt().minusSeconds(60);
    assertThat(ids(caller.search("tasks/citizen", 1000, filter("state", "1"))))
        .doesNotContain(held.entityId().toString());
    assertThat(ids(caller.search("tasks/citizen", 1000, filter("state", "0"))))
        .contains(held.entityId().toString());
    now = held.toldAt();
    String from = held.toldAt().toString().replace("T", " ");
    assertThat(ids(caller.search("tasks/citizen", 1000, filter("updatedAt", from, "", "false"))))
        .contains(held.entityId().toString());
  }

  @Test
  void the_part_is_complete_when_everything_was_read_after_the_last_event() throws Exception {
    now = WORLD.story().end().plus(Duration.ofHours(1));
    momentum =
        new Momentum(
            WORLD,
            () -> now,
            Clock.systemUTC(),
            SETTINGS.entrySet().stream()
                .filter(e -> e.getKey().contains("0185"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    server.close();
    open();
    assertThat(momentum.complete()).isFalse();
    caller.search("citizensearch", 1000);
    assertThat(momentum.complete()).isFalse();
    caller.search("tasks/citizen", 1000);
    assertThat(momentum.complete()).isTrue();
    JsonObject status = momentum.status().getJsonObject("0185");
    assertThat(status.getInt("read")).isEqualTo(status.getInt("events"));
  }

  @Test
  void a_big_page_can_be_made_to_time_out() throws Exception {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("momentum.fail-every", "2");
    momentum = new Momentum(WORLD, () -> now, Clock.systemUTC(), settings);
    server.close();
    open();
    assertThat(caller.page("citizensearch", 0, 1000).statusCode()).isEqualTo(200);
    assertThat(caller.page("citizensearch", 0, 1000).statusCode()).isEqualTo(504);
    assertThat(caller.page("citizensearch", 0, 50).statusCode()).isEqualTo(200);
    assertThat(caller.page("citizensearch", 0, 1000).statusCode()).isEqualTo(200);
  }

  private static Instant day(int day) {
    return LocalDate.of(2026, 11, 23).plusDays(day).atTime(8, 55).atZone(World.DENMARK).toInstant();
  }
}
