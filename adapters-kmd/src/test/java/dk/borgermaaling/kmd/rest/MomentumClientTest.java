package dk.borgermaaling.kmd.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dk.borgermaaling.gateway.kernel.Circuit;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.kmd.CitizenRow;
import dk.borgermaaling.kmd.Momentum.SearchTooLong;
import dk.borgermaaling.kmd.Momentum.TaxonomyItem;
import dk.borgermaaling.kmd.Span;
import dk.borgermaaling.kmd.TaskRow;
import dk.borgermaaling.kmd.Unanswered;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MomentumClientTest {
  private static final Span ALL = new Span(null, null);
  private static final Span DAY = new Span(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 11));
  private static final String LAST_PAGE = "{\"data\":[],\"hasMore\":false}";

  private final PreparedServer server = new PreparedServer();
  private final List<Duration> pauses = new ArrayList<>();
  private final SettableClock clock = new SettableClock();
  private final Circuit circuit =
      new Circuit("gateway.kmd.circuit", 5, Duration.ofMinutes(15), clock);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_search_is_read_page_by_page_until_there_is_no_more() {
    server.answer(200, page(true, row("c-1"), row("c-2")));
    server.answer(200, page(false, row("c-3")));
    List<List<CitizenRow>> pages = new ArrayList<>();

    client().citizensIn("6.6", ALL, pages::add);

    assertThat(pages).extracting(List::size).containsExactly(2, 1);
    assertThat(pages.get(1))
        .containsExactly(new CitizenRow("c-3", "6701809995", "6.6", "2026-08-13T22:00:00Z"));
    assertThat(request(0))
        .isEqualTo(
            json(
                "{\"filters\":[{\"customFilter\":\"\",\"fieldName\":\"targetGroupCode\","
                    + "\"values\":[\"6.6\"]}],\"søgeterm\":\"*\","
                    + "\"paging\":{\"pageNumber\":0,\"pageSize\":2}}"));
    assertThat(request(1).getJsonObject("paging").getInt("pageNumber")).isOne();
  }

  @Test
  void a_list_that_says_how_many_there_are_in_all_is_read_until_these_are_there() {
    String total = ",\"totalSearchCount\":3,\"totalNoOfPages\":2,\"pageNo\":1";
    server.answer(
        200, "{\"result\":[" + publicTask("1") + "," + publicTask("2") + "]" + total + "}");
    server.answer(200, "{\"data\":[" + publicTask("3") + "]" + total + "}");
    List<TaskRow> rows = new ArrayList<>();

    client().conversationsChanged(clock.instant(), null, rows::addAll);

    assertThat(rows).extracting(TaskRow::id).containsExactly("1", "2", "3");
    assertThat(rows.get(0))
        .isEqualTo(
            new TaskRow("1", 1, 1, null, "2026-11-23T09:40:00Z", "c-1", "CITIZEN", null, null));
  }

  @Test
  void a_page_that_says_neither_is_no_page() {
    server.answer(200, "{\"data\":[],\"totalSearchCount\":1}");
    server.answer(200, "{\"data\":[],\"totalSearchCount\":\"many\"}");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> client().citizensIn("6.6", DAY, rows -> {}))
          .isInstanceOf(ProblemException.class);
    }
  }

  /** The fields that public clients name of a task, with values made up. */
  private static String publicTask(String id) {
    return """
        {"id":"%s","title":"Samtale","description":"","state":1,"deadline":"2026-11-23T09:30:00Z",
         "createdAt":"2026-11-01T09:00:00Z","updatedAt":"2026-11-23T09:40:00Z","updatedById":"a-1",
         "createdById":"a-1","stateChangedAt":"2026-11-23T09:40:00Z",
         "assignedActors":[{"id":"a-1","displayName":"Sagsbehandler"}],"type":1,
         "relatedEntityId":null,"reference":{"id":"c-1","type":"CITIZEN"},
         "participants":[{"actorId":"a-1","responsibility":1}],"sicknessBenefitType":null}"""
        .formatted(id);
  }

  @Test
  void the_token_is_asked_for_by_azure_ads_first_version_and_kept_until_it_expires() {
    server.answer(200, LAST_PAGE);
    server.answer(200, LAST_PAGE);
    server.answer(200, LAST_PAGE);
    MomentumClient client = client();

    client.citizensIn("6.1", ALL, rows -> {});
    clock.forward(Duration.ofSeconds(3500));
    client.citizensIn("6.1", ALL, rows -> {});
    assertThat(server.tokens()).isOne();
    clock.forward(Duration.ofSeconds(60));
    client.citizensIn("6.1", ALL, rows -> {});

    assertThat(server.tokens()).isEqualTo(2);
    assertThat(server.tokenForm())
        .isEqualTo(
            "grant_type=client_credentials&client_id=an+id&client_secret=s%26cret&resource=api");
    assertThat(server.authorizations())
        .containsExactly("Bearer token-1 key", "Bearer token-1 key", "Bearer token-2 key");
  }

  @Test
  void a_token_that_is_not_accepted_is_replaced_once() {
    server.answer(401, "");
    server.answer(200, LAST_PAGE);

    client().citizensIn("6.1", ALL, rows -> {});

    assertThat(server.authorizations()).containsExactly("Bearer token-1 key", "Bearer token-2 key");
  }

  @Test
  void a_second_401_ends_the_run() {
    server.answer(401, "");
    server.answer(401, "");
    MomentumClient client = client();

    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .isInstanceOf(ProblemException.class);
    assertThat(server.tokens()).isEqualTo(2);
  }

  @Test
  void a_504_is_tried_again_with_longer_pauses() {
    server.answer(504, "");
    server.answer(503, "");
    server.answer(200, LAST_PAGE);

    client().citizensIn("6.1", DAY, rows -> {});

    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void after_the_last_try_the_run_ends() {
    List.of(500, 504, 502).forEach(status -> server.answer(status, ""));
    MomentumClient client = client();

    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .hasMessage("Momentum 0461 does not answer; try again in 60 s");
    assertThat(server.bodies()).hasSize(3);
  }

  @Test
  void a_server_that_hangs_is_left_after_the_timeout() {
    server.hang();
    server.answer(200, LAST_PAGE);

    client(Duration.ofMillis(300)).citizensIn("6.1", ALL, rows -> {});

    assertThat(server.bodies()).hasSize(2);
  }

  @Test
  void a_400_is_not_tried_again() {
    server.answer(400, "{\"errors\":[\"no\"]}");
    MomentumClient client = client();

    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .isInstanceOf(ProblemException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void an_answer_that_is_larger_than_any_page_ends_the_run_and_is_not_asked_for_again() {
    server.answer(200, " ".repeat(Exchange.LARGEST_ANSWER) + LAST_PAGE);
    MomentumClient client = client();

    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .isInstanceOf(ProblemException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_token_that_can_stand_in_no_header_ends_the_run_and_is_not_quoted() {
    server.tokenSuffix("\\r\\nx");
    MomentumClient client = client();

    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageNotContaining("token-1");
  }

  @Test
  void an_answer_that_is_no_page_ends_the_run() {
    for (String body :
        List.of("<html>", "[]", "{}", "{\"data\":[]}", "{\"data\":[],\"hasMore\":true}")) {
      server.answer(200, body);
      MomentumClient client = client();

      assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
          .as(body)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void conversations_are_asked_for_by_type_state_and_time_of_change() {
    server.answer(
        200,
        page(
            false,
            "{\"id\":\"t-1\",\"type\":1,\"state\":1,\"heldAt\":\"2026-11-23T09:30:00Z\","
                + "\"updatedAt\":\"2026-11-23T09:40:00Z\",\"interviewTypeIdentifier\":7,"
                + "\"form\":\"TELEFON\",\"reference\":{\"id\":\"c-1\",\"type\":\"CITIZEN\"}}"));
    List<TaskRow> rows = new ArrayList<>();

    client().conversationsChanged(Instant.parse("2026-11-20T08:00:00.5Z"), null, rows::addAll);

    assertThat(rows)
        .containsExactly(
            new TaskRow(
                "t-1",
                1,
                1,
                "2026-11-23T09:30:00Z",
                "2026-11-23T09:40:00Z",
                "c-1",
                "CITIZEN",
                "7",
                "TELEFON"));
    assertThat(request(0).getJsonArray("filters").toString())
        .contains("[\"1\",\"2\"]", "[\"2026-11-20 08:00:00Z\",\"\",\"false\"]");
  }

  @Test
  void a_span_of_starts_is_a_filter_of_danish_midnights() {
    server.answer(200, LAST_PAGE);
    server.answer(200, LAST_PAGE);
    client()
        .citizensIn(
            "6.6", new Span(LocalDate.of(2026, 8, 14), LocalDate.of(2026, 11, 11)), rows -> {});
    client().citizensIn("6.6", new Span(LocalDate.of(2026, 10, 24), null), rows -> {});

    assertThat(request(0).getJsonArray("filters").getJsonObject(1))
        .isEqualTo(
            json(
                "{\"customFilter\":\"\",\"fieldName\":\"targetGroupStartDate\",\"values\":"
                    + "[\"2026-08-13 22:00:00Z\",\"2026-11-10 23:00:00Z\",\"false\"]}"));
    assertThat(request(1).getJsonArray("filters").toString())
        .contains("[\"2026-10-23 22:00:00Z\",\"\",\"false\"]");
  }

  @Test
  void a_search_that_times_out_twice_is_to_be_asked_in_parts_and_that_opens_no_circuit() {
    for (int i = 0; i < 20; i++) {
      server.answer(504, "");
    }
    MomentumClient client = client();

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
          .isInstanceOf(SearchTooLong.class);
    }
    assertThat(server.bodies()).hasSize(20);
    assertThat(circuit.lets()).isTrue();
  }

  @Test
  void momentum_may_ask_for_a_pause_and_a_long_one_ends_the_run() {
    server.tooMany(7);
    server.answer(200, LAST_PAGE);
    client().citizensIn("6.1", ALL, rows -> {});
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));

    server.tooMany(600);
    MomentumClient client = client();
    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(
            e -> {
              assertThat(e.problem().tryAgainAfter()).isEqualTo(Duration.ofMinutes(10));
              assertThat(Unanswered.reasonOf(e)).isEqualTo("citizensearch: status 429");
            });
  }

  @Test
  void after_so_many_failed_calls_nothing_is_asked_until_one_call_may_try() {
    for (int i = 0; i < 6; i++) {
      server.answer(503, "");
    }
    MomentumClient client = client();
    assertThatThrownBy(() -> client.cprOf("c-1")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> client.cprOf("c-1")).isInstanceOf(ProblemException.class);
    assertThat(server.bodies()).as("the fifth opens it").hasSize(5);
    assertThatThrownBy(() -> client.cprOf("c-1"))
        .asInstanceOf(type(ProblemException.class))
        .extracting(Unanswered::reasonOf)
        .isEqualTo("citizens: nothing is asked while the circuit is open");

    clock.forward(Duration.ofMinutes(15));
    assertThatThrownBy(() -> client.cprOf("c-1")).isInstanceOf(ProblemException.class);
    assertThat(server.bodies()).as("one probe").hasSize(6);
    clock.forward(Duration.ofMinutes(15));
    server.answer(404, "");
    assertThat(client.cprOf("c-1")).isEmpty();
    assertThat(circuit.openUntil()).isEmpty();
  }

  @Test
  void the_same_page_for_ever_ends_the_run() {
    server.answer(200, page(true, row("c-1"), row("c-2")));
    server.answer(200, page(true, row("c-1"), row("c-2")));
    MomentumClient client = client();

    assertThatThrownBy(() -> client.citizensIn("6.1", ALL, rows -> {}))
        .asInstanceOf(type(ProblemException.class))
        .extracting(Unanswered::reasonOf)
        .isEqualTo("citizensearch: answered with the same page twice");
  }

  @Test
  void rows_of_the_public_shape_are_read_and_what_is_not_known_is_skipped() {
    server.answer(
        200,
        """
        {"totalSearchCount":2,"facets":{"a":[1,{"b":null}]},"data":[
          {"id":"5f3c1c9e-0000-4000-8000-000000000001","cpr":"6701809995","displayName":"Fiktiv Person",
           "targetGroupCode":"6.7","targetGroupStartDate":"2026-11-10T23:00:00Z",
           "prolongation":{"reasonName":"Der udbetales sygedagpenge ud over begrænsningen i § 24"},
           "tags":[{"title":"Markering","end":null}],"absences":[]},
          {"citizenId":"5f3c1c9e-0000-4000-8000-000000000002","targetGroup":{"id":"8f14e45f","name":"Syg"},
           "targetGroupStartDate":"2026-08-13T22:00:00Z"},
          17],
         "hasMore":false,"correlationId":"x"}
        """);
    List<CitizenRow> rows = new ArrayList<>();

    client().citizensIn("6.7", ALL, rows::addAll);

    assertThat(rows)
        .containsExactly(
            new CitizenRow(
                "5f3c1c9e-0000-4000-8000-000000000001",
                "6701809995",
                "6.7",
                "2026-11-10T23:00:00Z"),
            new CitizenRow(
                "5f3c1c9e-0000-4000-8000-000000000002", null, "8f14e45f", "2026-08-13T22:00:00Z"),
            new CitizenRow(null, null, null, null));
  }

  @Test
  void a_code_list_is_asked_for_by_its_code_and_else_found_among_all_by_code_or_name() {
    String list =
        "{\"name\":\"Target Groups\",\"code\":\"TARGET_GROUP\",\"items\":"
            + "[{\"id\":7,\"code\":\"6.6\",\"name\":\"Syg\",\"isActive\":true},{\"name\":\"Uden\"}]}";
    List<TaxonomyItem> items =
        List.of(new TaxonomyItem("7", "6.6", "Syg"), new TaxonomyItem("", "", "Uden"));
    server.answer(200, list);
    assertThat(client().taxonomy("TARGET_GROUP")).hasValue(items);

    server.answer(404, "");
    server.answer(
        200, "[{\"name\":\"Cause Types\",\"code\":\"CAUSE_TYPE\",\"items\":[]}," + list + "]");
    assertThat(client().taxonomy("Target Groups")).hasValue(items);

    server.answer(404, "");
    server.answer(200, "[]");
    assertThat(client().taxonomy("TARGET_GROUP")).isEmpty();
    assertThat(server.paths())
        .contains("/api/taxonomies/TARGET_GROUP", "/api/taxonomies/Target%20Groups");
  }

  @Test
  void a_citizen_of_the_public_shape_is_read() {
    server.answer(
        200,
        """
        {"id":"a","citizenId":"a","cpr":"670180-9995","contactInformation":{"primaryAddress":{"street":"S"}},
         "responsibleActors":[{"actorId":"x","role":1}]}
        """);
    assertThat(client().cprOf("a")).hasValue("670180-9995");
  }

  @Test
  void a_citizen_that_momentum_does_not_know_has_no_cpr_number() {
    server.answer(404, "");
    server.answer(200, "{\"id\":\"c-1\",\"cpr\":\"6701809995\"}");

    assertThat(client().cprOf("c-1")).isEmpty();
    assertThat(client().cprOf("c-1")).hasValue("6701809995");
  }

  @Test
  void a_connection_says_nothing_of_its_secrets() {
    assertThat(connection().toString()).isEqualTo("MomentumConnection[0461]");
  }

  private MomentumClient client() {
    return client(Duration.ofSeconds(20));
  }

  private MomentumClient client(Duration timeout) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpSettings settings = new HttpSettings(timeout, 2, 3, Duration.ofSeconds(1));
    return new MomentumClient(connection(), http, settings, pauses::add, circuit, clock);
  }

  private MomentumConnection connection() {
    String base = server.address();
    return new MomentumConnection(
        new MunicipalityCode("0461"),
        URI.create(base + "/api"),
        URI.create(base + "/aad/token"),
        "an id",
        "s&cret",
        "key",
        "api",
        null,
        null);
  }

  private JsonObject request(int number) {
    return json(server.bodies().get(number));
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static String page(boolean more, String... rows) {
    return "{\"data\":[" + String.join(",", rows) + "],\"hasMore\":" + more + "}";
  }

  private static String row(String id) {
    return "{\"citizenId\":\""
        + id
        + "\",\"cpr\":\"6701809995\",\"targetGroupCode\":\"6.6\","
        + "\"targetGroupStartDate\":\"2026-08-13T22:00:00Z\",\"tags\":[]}";
  }
}
