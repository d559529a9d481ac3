package dk.borgermaaling.gateway.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffGate;
import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.caseevent.DeadLetters.DeadLetter;
import dk.borgermaaling.gateway.caseevent.DeadLetters.Told;
import dk.borgermaaling.gateway.caseevent.EventSource;
import dk.borgermaaling.gateway.caseevent.ParkedLetters.Selection;
import dk.borgermaaling.gateway.caseevent.Redrive;
import dk.borgermaaling.gateway.caseevent.RedriveRuns.Tally;
import dk.borgermaaling.gateway.caseevent.jpa.SqlDeadLetters;
import dk.borgermaaling.gateway.caseevent.jpa.SqlParkedLetters;
import dk.borgermaaling.gateway.caseevent.jpa.SqlRedriveRuns;
import dk.borgermaaling.gateway.caseevent.tasks.RedriveTasks;
import dk.borgermaaling.gateway.console.jpa.SqlDeadLetterBook;
import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.gateway.reporting.web.DashboardWorld;
import dk.borgermaaling.gateway.testing.SettableClock;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import dk.borgermaaling.gateway.testing.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersPageTest {
  private static final String PAGE = "/console/dead-letters";
  private static final MunicipalityCode ODENSE = new MunicipalityCode("0461");
  private static final MunicipalityCode AARHUS = new MunicipalityCode("0751");

  private final SettableRealClock clock = new SettableRealClock("2026-12-14T09:00:00Z");
  private final SettableClock business = SettableClock.at("2026-12-14T10:00");
  private final StaffServer server = new StaffServer(clock, this::resources);
  private final SqlParkedLetters parked =
      new SqlParkedLetters(server.database.gateway(), TestKeys.contentCipher());
  private final SqlDeadLetters letters =
      new SqlDeadLetters(server.database.gateway(), parked, business);
  private final SqlRedriveRuns runs = new SqlRedriveRuns(server.database.gateway());

  private List<Object> resources(StaffServer made) {
    var jdbi = made.database.gateway();
    var real = new SettableRealClock("2026-12-14T09:00:00Z");
    var allRuns = new SqlRedriveRuns(jdbi);
    return List.of(
        new DeadLettersResource(
            new SqlDeadLetterBook(jdbi),
            new SqlParkedLetters(jdbi, TestKeys.contentCipher()),
            allRuns,
            new Redrive(
                made.database.transactions(),
                allRuns,
                RedriveTasks.queue(made.database.schedulerClient(), real),
                Duration.ofMinutes(1)),
            made.database.transactions(),
            made.audit,
            real,
            new Places(
                new DashboardWorld.Places(),
                new DashboardWorld.Groups(),
                SettableClock.at("2026-12-14T10:00")),
            made.pages,
            new SeenNotes(made.audit, real)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, PAGE + "/rows"})
  void operators_alone_see_the_page(String page) {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    assertThat(server.get(page).statusCode()).isEqualTo(303);
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get(page).statusCode()).isEqualTo(403);
    server.cookies().clear();
    server.logIn("operator", StaffServer.PASSWORD);
    Document seen = server.page(page);
    assertThat(seen.select("h1")).hasSize(1);
    assertThat(seen.select("script, [style]")).isEmpty();
    assertThat(seen.select("nav a[aria-current=page]").text()).isEqualTo("Døde breve");
    assertThat(seen.select("th:not([scope])")).isEmpty();
  }

  @Test
  void without_letters_nothing_is_asked_of_anybody() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page(PAGE);
    assertThat(page.text()).contains("Ingen døde breve");
    assertThat(page.select("form[action=" + PAGE + "/redrive]")).isEmpty();
  }

  @Test
  void each_group_says_what_it_means_what_to_do_and_how_much_there_is() {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    park(EventSource.OTHER, ODENSE, "samtale-2");
    park(EventSource.BESKEDFORDELER, MunicipalityCode.NONE, "samtale-3");
    letters.note(new DeadLetter(EventSource.MOMENTUM, AARHUS, "citizensearch", "many-gone", "7"));
    server.logIn("operator", StaffServer.PASSWORD);
    Document page = server.page(PAGE);
    assertThat(page.select(".troubles li")).hasSize(3);
    page.select(".troubles li")
        .forEach(group -> assertThat(group.text()).contains("Gør sådan:", "Set første gang"));
    Element odense = page.select(".troubles li:contains(Odense)").get(0);
    assertThat(odense.select(".trouble-count").text()).startsWith("2 · Odense · ");
    assertThat(odense.select("h3").text()).isEqualTo("ukendt målgruppekode");
    assertThat(page.select(".troubles li:contains(Ukendt kommune)")).hasSize(1);
    Element momentum = page.select(".troubles li:contains(Momentum)").get(0);
    assertThat(momentum.text()).contains("spørges igen ved næste kald");
    assertThat(momentum.select("button")).as("nothing is kept of it").isEmpty();
    assertThat(server.page(odense.select("a").attr("href")).select("tbody tr")).hasSize(2);
  }

  @Test
  void trying_a_group_again_is_left_to_a_task_and_noted() {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(server.page(PAGE).select(".troubles form").get(0));
    assertThat(server.post(PAGE + "/redrive", form).statusCode()).isEqualTo(303);
    assertThat(tasks()).isEqualTo(1);
    assertThat(audit("REDROVE_DEAD_LETTERS")).containsExactly("operator 0461");
    assertThat(runs.last(1).get(0).selection().municipality()).isEqualTo(ODENSE);
    Element run = server.page(PAGE).select("tbody tr").get(0);
    assertThat(run.text()).contains("operator", "Odense", "Venter eller er i gang");
    runs.add(runs.last(1).get(0).number(), new Tally(3, 1, 2, 1, 5));
    runs.close(runs.last(1).get(0).number());
    assertThat(server.page(PAGE).select("tbody tr").get(0).select("td.number").eachText())
        .containsExactly("3", "1", "3", "5");
  }

  @Test
  void all_can_be_tried_again_at_once() {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form =
        form(server.page(PAGE).select("form[action=" + PAGE + "/redrive]").get(0));
    server.post(PAGE + "/redrive", form);
    assertThat(runs.last(1).get(0).selection()).isEqualTo(Selection.ALL);
    assertThat(audit("REDROVE_DEAD_LETTERS")).containsExactly("operator ");
  }

  @Test
  void a_form_of_another_site_or_of_a_reader_starts_nothing() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.post(PAGE + "/redrive", Map.of()).statusCode()).isEqualTo(403);
    server.cookies().clear();
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.post(PAGE + "/redrive", Map.of()).statusCode()).isEqualTo(403);
    assertThat(runs.last(1)).isEmpty();
    assertThat(tasks()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"municipality,46", "source,NOBODY", "municipality,x", "source,%"})
  void half_a_choice_never_becomes_all(String field, String value) {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(server.page(PAGE).select(".troubles form").get(0));
    form.put(field, value);
    assertThat(server.post(PAGE + "/redrive", form).statusCode()).isEqualTo(404);
    assertThat(runs.last(1)).isEmpty();
  }

  @Test
  void a_letter_that_is_dealt_with_is_closed_and_that_is_noted() {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    park(EventSource.OTHER, ODENSE, "samtale-2");
    server.logIn("operator", StaffServer.PASSWORD);
    Element first = server.page(PAGE + "/rows").select("tr:contains(samtale-1) form").get(0);
    server.post(PAGE + "/close", form(first));
    assertThat(server.page(PAGE + "/rows").select("td.id").eachText()).containsExactly("samtale-2");
    assertThat(server.database.count("intake.parked_letter")).isOne();
    server.post(PAGE + "/close", form(first));
    assertThat(audit("CLOSED_DEAD_LETTER"))
        .as("which letter, and nothing when there was none to close")
        .containsExactly("operator 0461 OTHER samtale-1");
  }

  @Test
  void a_number_that_a_system_has_for_its_own_id_is_not_noted() {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    park(EventSource.OTHER, ODENSE, "borger-6701809995-samtale");
    server.logIn("operator", StaffServer.PASSWORD);
    Element known = server.page(PAGE + "/rows").select("tr:contains(samtale-1) form").get(0);
    Map<String, String> form = new TreeMap<>(form(known));
    form.put("entity", "borger-6701809995-samtale");
    server.post(PAGE + "/close", form);
    assertThat(audit("CLOSED_DEAD_LETTER"))
        .containsExactly("operator 0461 OTHER borger-(skjult)-samtale");
  }

  @Test
  void content_that_is_gone_is_told_of() {
    park(EventSource.OTHER, ODENSE, "samtale-1");
    parked.forget(business.now().plus(Duration.ofDays(1)));
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.page(PAGE).text()).contains("Indholdet af 1 er slettet", "skal sendes igen");
    assertThat(server.page(PAGE + "/rows").text()).contains("Slettet, da tiden var gået");
  }

  @Test
  void a_number_that_a_system_has_for_its_own_id_is_not_shown() {
    park(EventSource.OTHER, ODENSE, "borger-6701809995-samtale");
    park(EventSource.OTHER, ODENSE, "6701809995");
    park(EventSource.OTHER, ODENSE, "0c63a2f2-6701-4809-9956-670180999501");
    server.logIn("operator", StaffServer.PASSWORD);
    Document rows = server.page(PAGE + "/rows");
    assertThat(rows.html().replace("670180999501", "")).doesNotContain("6701809995");
    assertThat(rows.select("td.id").eachText())
        .containsExactlyInAnyOrder(
            "borger-(skjult)-samtale", "(skjult)", "0c63a2f2-6701-4809-9956-670180999501");
    assertThat(server.page(PAGE).html()).doesNotContain("6701809995");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?reason=%27%3B+DROP+TABLE+x",
        "?municipality=%00&source=%00&reason=%00&skip=%00",
        "?municipality=46&skip=-1"
      })
  void an_address_that_makes_no_sense_is_a_page_and_no_failure(String query) {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.get(PAGE + "/rows" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void operation_md_has_the_texts_of_the_page() throws IOException {
    Map<String, DeadLetterReason> documented = new LinkedHashMap<>();
    Pattern row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.+) \\| (.+) \\| (.+) \\|$");
    String text = Files.readString(Path.of("..", "docs", "operation.md"));
    int begin = text.indexOf("## Dead letters");
    String section = text.substring(begin, text.indexOf("\n## ", begin));
    row.matcher(section)
        .results()
        .forEach(
            match ->
                documented.put(
                    match.group(1),
                    new DeadLetterReason(match.group(2), match.group(3), match.group(4))));
    assertThat(documented).isEqualTo(DeadLetterReason.ALL);
  }

  private void park(EventSource source, MunicipalityCode municipality, String entity) {
    letters.park(
        new DeadLetter(source, municipality, entity, "unknown-target-group", "no LAB6 6.99"),
        1,
        new Told("case-event/1", entity.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> form(Element form) {
    Map<String, String> fields = new TreeMap<>();
    form.select("input[type=hidden]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    assertThat(fields).containsKey(StaffGate.FORM_TOKEN);
    return fields;
  }

  private int tasks() {
    return server.database.count("ops.scheduled_tasks WHERE task_name = 'redrive-dead-letters'");
  }

  private List<String> audit(String action) {
    return server.database.texts(
        "SELECT actor || ' ' || coalesce(municipality_code, '') || coalesce(' ' || subject, '')"
            + " FROM ops.audit WHERE action = '"
            + action
            + "'");
  }
}
