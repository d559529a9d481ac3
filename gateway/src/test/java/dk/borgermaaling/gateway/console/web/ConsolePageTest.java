package dk.borgermaaling.gateway.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePageTest {
  private final StaffServer server =
      new StaffServer(new SettableRealClock("2026-12-14T09:00:00Z"), ConsoleWorld::resources);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/failures",
        "/console/events",
        "/console/decisions",
        "/console/rounds",
        "/console/why",
        "/console/notifications",
        "/console/feeds",
        "/console/feeds/dry-run?source=MOMENTUM&municipality=0461"
      })
  void operators_alone_see_the_console(String page) {
    assertThat(server.get(page).statusCode()).isEqualTo(303);
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get(page).statusCode()).isEqualTo(403);
    server.cookies().clear();
    server.logIn("operator", StaffServer.PASSWORD);
    Document seen = server.page(page);
    assertThat(seen.select("h1")).hasSize(1);
    assertThat(seen.select("script, [style]")).isEmpty();
    assertThat(seen.select("nav a[aria-current=page]")).hasSize(1);
    assertThat(seen.select("th:not([scope])")).isEmpty();
    seen.select("select")
        .forEach(
            field -> assertThat(seen.select("label[for=" + field.id() + "]").text()).isNotEmpty());
  }

  @Test
  void a_reader_is_not_shown_the_way_to_the_console() {
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get("/console").body()).doesNotContain("/console/events");
  }

  @Test
  void the_overview_shows_what_needs_a_person_first_and_then_every_stage() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/console");
    assertThat(page.select("h2").eachText())
        .containsExactly("Kræver handling", "Fra hændelse til svar");
    assertThat(page.select(".troubles h3").eachText())
        .containsExactly(
            "Momentum kan ikke hentes",
            "Opsætning, certifikat eller netværk er forkert",
            "Oplysninger fra et fagsystem kan ikke blive til hændelser");
    assertThat(page.select("tbody tr").get(0).select("td").eachText())
        .containsExactly("130", "0", "65", "65", "0", "52", "0", "13", "32");
    assertThat(page.select("thead th:last-child").text()).isEqualTo("Påmindelser, planlagt til nu");
  }

  @Test
  void every_failure_has_its_cause_and_its_remedy() {
    server.logIn("operator", StaffServer.PASSWORD);
    server
        .page("/console/failures")
        .select(".troubles li")
        .forEach(
            failure -> {
              assertThat(failure.select("h3").text()).isNotEmpty();
              assertThat(failure.text()).contains("Gør sådan:");
            });
  }

  @Test
  void events_can_be_paged_through_without_a_gap_or_a_repeat() {
    server.logIn("operator", StaffServer.PASSWORD);
    Set<String> citizens = new HashSet<>();
    int rows = 0;
    String next = "/console/events";
    while (!next.isEmpty()) {
      Document page = server.page(next);
      List<String> shown = page.select("td.id").eachText();
      assertThat(shown).hasSizeLessThanOrEqualTo(50);
      citizens.addAll(shown);
      rows += shown.size();
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(rows).isEqualTo(133);
    assertThat(citizens).hasSize(133);
  }

  @Test
  void events_are_filtered_by_municipality_source_and_kind() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.page("/console/events?municipality=0751").select("td.id")).hasSize(3);
    assertThat(server.page("/console/events?source=FASIT").text()).contains("ingen hændelser");
    Document ended = server.page("/console/events?municipality=0461&happening=COURSE_ENDED");
    assertThat(ended.select("td.id")).hasSize(43);
    assertThat(ended.select("select#happening option[selected]").text())
        .isEqualTo("Forløb afsluttet");
  }

  @Test
  void decisions_say_which_rule_stopped_and_what_it_means() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/console/decisions?reason=QUARANTINE");
    assertThat(page.select("table").get(0).text())
        .contains("Karantæne", "spurgt for nylig", "32", "Under 18 år", "33", "Inviteret", "65");
    assertThat(page.select("td.id")).hasSize(32);
    assertThat(page.select("td[data-label=Regler]").eachText()).hasSize(32).containsOnly("1");
  }

  @Test
  void notifications_show_first_messages_and_never_a_reminder_of_a_person() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page("/console/notifications?municipality=0461");
    assertThat(page.select("td.id")).hasSize(50);
    assertThat(page.html()).doesNotContain("reminder");
    Document troubled = server.page("/console/notifications?municipality=0461&show=troubled");
    assertThat(troubled.select("td.id")).hasSize(13);
  }

  @Test
  void no_page_differs_between_who_has_answered_and_who_has_not() {
    server.logIn("operator", StaffServer.PASSWORD);
    List<String> pages =
        List.of(
            "/console",
            "/console/failures",
            "/console/events",
            "/console/decisions",
            "/console/notifications");
    List<String> before = pages.stream().map(page -> server.page(page).body().text()).toList();
    server
        .database
        .owner()
        .useHandle(
            handle -> {
              handle.execute("UPDATE contact.invitation SET answered = NOT answered");
              handle.execute(
                  "UPDATE contact.notification SET state = CASE WHEN random() < 0.5"
                      + " THEN 'NOT_NEEDED' ELSE 'FAILED' END WHERE step <> 'first'");
            });
    List<String> after = pages.stream().map(page -> server.page(page).body().text()).toList();
    assertThat(after).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/events?municipality=x&before=abc",
        "/console/events?before=99999999999999999999",
        "/console/decisions?reason=%27%3B+DROP+TABLE+x",
        "/console/events?municipality=%00&source=%00&happening=%00",
        "/console/decisions?municipality=0461%00&reason=%00",
        "/console/notifications?municipality=%00&show=%00&skip=%00",
        "/console/notifications?municipality=46&skip=-1"
      })
  void an_address_that_makes_no_sense_is_a_page_and_no_failure(String address) {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.get(address).statusCode()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_in_the_database_is_not_found() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.page("/console/events?source=%00").text()).contains("ingen hændelser");
    assertThat(server.page("/console/events?municipality=0751%00").select("td.id")).isEmpty();
    assertThat(server.page("/console/decisions?reason=%00").select("td.id")).isEmpty();
  }

  @Test
  void why_is_answered_with_the_rule_and_what_was_known_and_the_reference_is_not_shown_again() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = why("entity-6");
    assertThat(page.select(".reasons h3").eachText()).containsExactly("Under 18 år");
    assertThat(page.select(".reasons").text()).contains("Forløb afsluttet", "regler 1");
    assertThat(page.html()).doesNotContain("entity-6");
    assertThat(why("entity-3").select(".reasons h3").eachText()).containsExactly("Inviteret");
  }

  @Test
  void what_was_taken_back_says_why_and_whether_something_had_left() {
    server
        .database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE contact.invitation SET stopped = true, state = 'WITHDRAWN',"
                      + " taken_back_because = 'OPTED_OUT', taken_back_at = '2026-11-23T11:00:00Z'"
                      + " WHERE entity_id = 'entity-3'");
              handle.execute(
                  "UPDATE contact.invitation SET stopped = true,"
                      + " taken_back_because = 'DIED', taken_back_at = '2026-11-25T11:00:00Z'"
                      + " WHERE entity_id = 'entity-9'");
            });
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(why("entity-15").select(".taken-back")).isEmpty();
    assertThat(why("entity-3").select(".taken-back").text())
        .contains("kommunen fravalgte borgeren. Intet var sendt.");
    assertThat(why("entity-9").select(".taken-back").text())
        .contains("borgeren er død. Førstebeskeden kan være sendt; der sendes ikke mere.");
    String cell = "td[data-label='Taget tilbage']";
    String notifications = "/console/notifications?municipality=0461&skip=";
    assertThat(
            server.page(notifications + "0").select(cell).text()
                + server.page(notifications + "50").select(cell).text())
        .contains("borgeren er død", "Intet var sendt");
  }

  @Test
  void it_can_be_said_afterwards_whose_case_was_looked_at() {
    server.logIn("operator", StaffServer.PASSWORD);
    UUID other = new UUID(0xc171L << 48, 9);
    why("entity-6");
    why(other.toString());
    why("670180-9995");
    assertThat(
            server.database.texts(
                "SELECT concat_ws(' ', actor, municipality_code, subject) FROM ops.audit"
                    + " WHERE action = 'ASKED_WHY' ORDER BY id"))
        .containsExactly(
            "operator 0461 " + new UUID(0xc171L << 48, 6),
            "operator 0461 " + other,
            "operator 0461");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "6701809995", "670180-9995", "9999999999", "\0", ""})
  void who_is_not_known_is_said_to_be_unknown_whatever_the_reference_looks_like(String reference) {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(why(reference).select("[role=status]").text()).contains("ikke besluttet noget");
  }

  private Document why(String reference) {
    String token = server.page("/console/why").select("input[name=form-token]").attr("value");
    return Jsoup.parse(
        server
            .post(
                "/console/why",
                Map.of("form-token", token, "municipality", "0461", "reference", reference))
            .body());
  }

  @Test
  void a_round_is_planned_once_and_can_be_taken_back_until_it_begins() {
    server.logIn("operator", StaffServer.PASSWORD);
    post("/console/rounds", Map.of("municipality", "0461", "referenceDate", "2026-12-31"));
    post("/console/rounds", Map.of("municipality", "0461", "referenceDate", "2026-12-31"));
    Document page = server.page("/console/rounds");
    assertThat(page.select("tbody tr")).hasSize(1);
    assertThat(page.select("tbody td").eachText())
        .contains("31-12-2026", "Venter på frigivelse", "operator");
    post("/console/rounds/cancel", round(page));
    assertThat(server.page("/console/rounds").select("tbody tr")).isEmpty();
    assertThat(notes("CANCELLED_ROUND")).containsExactly("operator " + round(page).get("round"));
  }

  @Test
  void somebody_else_releases_a_round_and_only_once() {
    server.logIn("operator", StaffServer.PASSWORD);
    post("/console/rounds", Map.of("municipality", "0461", "referenceDate", "2026-12-31"));
    Document planned = server.page("/console/rounds");
    assertThat(planned.select("form[action$=release]")).isEmpty();
    assertThat(problem("/console/rounds/release", round(planned))).contains("En anden end den");
    assertThat(notes("RELEASED_ROUND")).isEmpty();
    server.cookies().clear();
    server.logIn("operator2", StaffServer.PASSWORD);
    assertThat(server.page("/console/rounds").select("form[action$=release]")).hasSize(1);
    post("/console/rounds/release", round(planned));
    Document released = server.page("/console/rounds");
    assertThat(released.select("tbody td").eachText()).contains("Frigivet", "operator2");
    assertThat(released.select("form[action$=release]")).isEmpty();
    assertThat(problem("/console/rounds/release", round(planned))).contains("allerede frigivet");
    assertThat(notes("RELEASED_ROUND")).containsExactly("operator2 " + round(planned).get("round"));
  }

  @ParameterizedTest
  @CsvSource({
    "0461, 2026-12-19, løbende måling",
    "0751, 2026-12-31, løbende måling",
    "0825, 2026-12-31, ingen serviceaftale"
  })
  void no_round_is_planned_against_a_municipalitys_own_terms(
      String municipality, String day, String reason) {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(
            problem("/console/rounds", Map.of("municipality", municipality, "referenceDate", day)))
        .contains(reason);
    assertThat(server.page("/console/rounds").select("tbody tr")).isEmpty();
    assertThat(notes("PLANNED_ROUND")).isEmpty();
  }

  private static Map<String, String> round(Document page) {
    return Map.of("round", page.select("input[name=round]").attr("value"));
  }

  private String problem(String path, Map<String, String> fields) {
    return Jsoup.parse(post(path, fields)).select("[role=alert]").text();
  }

  private List<String> notes(String action) {
    return server.database.texts(
        "SELECT actor || ' ' || subject FROM ops.audit WHERE action = '" + action + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31-12-2026", "2036-01-01", "2026-02-30"})
  void a_round_needs_a_day_that_can_be_meant(String day) {
    server.logIn("operator", StaffServer.PASSWORD);
    String answer = post("/console/rounds", Map.of("municipality", "0461", "referenceDate", day));
    assertThat(Jsoup.parse(answer).select("[role=alert]").text()).contains("inden for et år");
    assertThat(server.page("/console/rounds").select("tbody tr")).isEmpty();
  }

  private String post(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put(
        "form-token",
        server.page("/console/rounds").select("input[name=form-token]").attr("value"));
    return server.post(path, all).body();
  }
}
