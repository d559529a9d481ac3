package dk.borgermaaling.gateway.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesPageTest {
  private final SettableRealClock clock = new SettableRealClock("2026-12-14T09:00:00Z");
  private final StaffServer server =
      new StaffServer(clock, made -> TablesWorld.resources(made, clock));

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/tables",
        "/console/tables/target-groups",
        "/console/tables/target-groups?show=all&search=6.1",
        "/console/tables/survey-groups?day=2019-01-01",
        "/console/table-changes"
      })
  void operators_alone_see_tables(String page) {
    assertThat(server.get(page).statusCode()).isEqualTo(303);
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get(page).statusCode()).isEqualTo(403);
    as("operator");
    isWhole(server.page(page));
  }

  @Test
  void a_table_is_shown_as_of_a_day_and_can_be_searched() {
    as("operator");
    Document page = server.page("/console/tables/target-groups?search=sygedagpenge");
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.select("tbody tr").get(0).text())
        .isEqualTo("LAB2 2.5 Sygedagpenge 01-01-2015 Gælder");
    assertThat(
            server
                .page("/console/tables/target-groups?day=2018-01-01&search=LAB6")
                .select("td[data-label=Status]")
                .eachText())
        .hasSize(13)
        .containsOnly("Kommer");
    assertThat(server.get("/console/tables/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void a_change_goes_from_draft_to_confirmed_by_two_people_who_saw_what_it_does() {
    as("operator");
    String set = draft("target-groups");
    Document row = server.page(set + "/row?key=LAB6&key=6.6&row=2020-01-01");
    isWhole(row);
    assertThat(row.select("select#cell-surveyGroup option[selected]").text())
        .isEqualTo("Sygedagpenge");
    goes(submit(row, "Erstat fra den dag", Map.of("cell-surveyGroup", "", "from", "2026-11-16")));
    Document draft = server.page(set);
    isWhole(draft);
    assertThat(draft.select("ol li p").text())
        .isEqualTo(
            "Erstat LAB6 6.6 (fra 01-01-2020) med LAB6 · 6.6 · (tom), fra 16-11-2026 uden slutdato");
    goes(
        submit(
            draft,
            "Tilføj rækken til forslaget",
            Map.of(
                "cell-codeSystem",
                "LAB6",
                "cell-code",
                "6.14",
                "cell-surveyGroup",
                "dagpenge",
                "from",
                "2026-12-01")));

    HttpResponse<String> explained =
        submit(server.page(set), "Gem, og se virkningen", Map.of("note", "Ny vejledning"));
    Document preview = server.page(goes(explained));
    isWhole(preview);
    assertThat(preview.select("tbody tr").eachText())
        .containsExactly(
            "− LAB6 6.6 Sygedagpenge 01-01-2020",
            "+ LAB6 6.6 Sygedagpenge 01-01-2020 15-11-2026",
            "+ LAB6 6.6 16-11-2026",
            "+ LAB6 6.14 Dagpenge 01-12-2026",
            "Odense Sygedagpenge spørges ikke 5",
            "Odense udløser: Sygedagpenge udløser ikke 4",
            "Aarhus ukendt kode Dagpenge 1");
    HttpResponse<String> unmarked = submit(preview, "Foreslå ændringen", Map.of());
    assertThat(unmarked.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(unmarked.body()).select(".alert-error li").text())
        .contains("dage før i dag");
    goes(
        submit(
            server.page(set),
            "Gem, og se virkningen",
            Map.of("note", "Ny vejledning", "past", "yes")));
    goes(submit(server.page(set + "/preview"), "Foreslå ændringen", Map.of()));

    Document own = server.page(set);
    assertThat(own.text()).contains("En anden skal bekræfte den");
    assertThat(own.select("button:contains(Bekræft)")).isEmpty();

    as("operator2");
    server
        .database
        .owner()
        .useHandle(
            handle ->
                TablesWorld.event(handle, "0751", "CONVERSATION_HELD", "6.6", 4, "2026-12-13"));
    assertThat(server.page("/console/table-changes").select("tbody tr").text())
        .contains("Målgruppekoder", "operator", "Ny vejledning");
    Document seen = server.page(set);
    isWhole(seen);
    assertThat(seen.select("h2").eachText()).contains("Siden da");
    assertThat(seen.select("tbody tr").eachText())
        .contains(
            "Aarhus Sygedagpenge spørges ikke +1", "Aarhus udløser: Sygedagpenge udløser ikke +1");
    goes(submit(seen, "Bekræft ændringen", Map.of()));
    Document done = server.page(set);
    assertThat(done.select("h1").text()).isEqualTo("Bekræftet: Målgruppekoder");
    assertThat(done.select("tbody tr").eachText()).contains("+ LAB6 6.14 Dagpenge 01-12-2026");
    assertThat(done.select("button:contains(Bekræft)")).isEmpty();
    assertThat(server.page("/console/table-changes").select("tbody tr").text())
        .contains("Bekræftet", "af operator2");
    assertThat(
            server
                .page("/console/tables/target-groups?search=6.14&day=2026-12-01")
                .select("tbody tr")
                .text())
        .isEqualTo("LAB6 6.14 Dagpenge 01-12-2026 Gælder");
    assertThat(server.database.texts("SELECT action FROM ops.audit WHERE subject IS NOT NULL"))
        .containsExactly("PROPOSED_TABLE_CHANGE", "CONFIRMED_TABLE_CHANGE");
  }

  @Test
  void a_proposal_is_rejected_with_a_reason_and_drafted_anew() {
    String set = proposal();
    as("operator2");
    HttpResponse<String> unsaid = submit(server.page(set), "Afvis ændringen", Map.of());
    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.body()).contains("Skriv, hvorfor forslaget afvises.");
    goes(submit(server.page(set), "Afvis ændringen", Map.of("note", "Koden findes ikke")));
    Document rejected = server.page(set);
    assertThat(rejected.text()).contains("Afvist", "af operator2: Koden findes ikke");
    Document again = server.page(goes(submit(rejected, "Lav en ny kladde ud fra denne", Map.of())));
    assertThat(again.select("ol li p").text()).contains("Tilføj LAB6 · 6.14");
    goes(submit(again, "Slet kladden", Map.of()));
  }

  @Test
  void a_proposal_on_a_table_that_was_changed_says_so_and_expires() {
    String set = proposal();
    server
        .database
        .owner()
        .useHandle(h -> h.execute("UPDATE ops.target_group_mapping SET valid_to = '2030-01-01'"));
    as("operator2");
    Document seen = server.page(set);
    assertThat(seen.select(".alert-warning").text()).contains("gælder ikke længere");
    assertThat(seen.select("button:contains(Bekræft)")).isEmpty();
    Map<String, String> token = new TreeMap<>();
    seen.select("form input[type=hidden]").forEach(f -> token.put(f.attr("name"), f.val()));
    goes(server.post(set + "/confirm", token));
    assertThat(server.page(set).select("h1").text()).isEqualTo("Udløbet: Målgruppekoder");
  }

  @Test
  void what_is_wrong_is_said_beside_what_was_filled_in() {
    as("operator");
    String set = draft("target-groups");
    HttpResponse<String> wrong =
        submit(
            server.page(set),
            "Tilføj rækken til forslaget",
            Map.of("cell-codeSystem", "LAB6", "cell-code", "6 14", "from", "2027-01-01"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(wrong.body());
    isWhole(page);
    assertThat(page.select(".alert-error li").text()).contains("Kode skal være");
    assertThat(page.select("input#cell-code").val()).isEqualTo("6 14");
    HttpResponse<String> undated =
        submit(server.page(set), "Tilføj rækken til forslaget", Map.of("from", "i morgen"));
    assertThat(undated.body()).contains("Gælder fra skal være en dato.");
    assertThat(server.page(set).select("ol li")).isEmpty();
    Document row = server.page(set + "/row?key=LAB6&key=6.6&row=2020-01-01");
    HttpResponse<String> early =
        submit(row, "Afslut rækken den dag", Map.of("lastDay", "2019-01-01"));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(early.body()).select("h1").text()).isEqualTo("Ændr en række");
    assertThat(server.get(set + "/row?key=LAB6&key=9&row=2020-01-01").statusCode()).isEqualTo(404);
    assertThat(server.get("/console/table-changes/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void a_file_that_is_downloaded_changed_and_put_in_again_becomes_a_draft() {
    as("operator");
    HttpResponse<String> file = server.get("/console/tables/survey-groups/csv");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"survey-groups.csv\"");
    String csv = file.body();
    assertThat(csv)
        .startsWith("\uFEFFid;name;position;validFrom;lastDay\r\n")
        .contains("jobafklaring;Jobafklaring;5;2020-01-01;\r\n");
    Document same = put("survey-groups", csv);
    assertThat(same.select("ol li")).isEmpty();
    Document changed =
        put(
            "survey-groups",
            csv.replace("jobafklaring;Jobafklaring;5;2020-01-01;\r\n", "")
                    .replace(";Dagpenge;1;", ";A-dagpenge;1;")
                    .replace(
                        "sygedagpenge;Sygedagpenge;2;2020-01-01;",
                        "sygedagpenge;Sygedagpenge;2;2020-01-01;2026-12-31")
                + "nye;Nye;6;2027-01-01;\r\n");
    assertThat(changed.select("ol li > p:first-child").eachText())
        .containsExactly(
            "Erstat dagpenge (fra 01-01-2020) med dagpenge · A-dagpenge · 1, fra 01-01-2020 uden"
                + " slutdato",
            "Slet jobafklaring (fra 01-01-2020)",
            "Afslut sygedagpenge (fra 01-01-2020) med 31-12-2026 som sidste dag",
            "Tilføj nye · Nye · 6, fra 01-01-2027 uden slutdato");
    assertThat(changed.select(".alert-error li").eachText())
        .contains("LAB6 6.7 hører til gruppen jobafklaring, som ikke gælder den 01-01-2020.");
  }

  @Test
  void a_file_with_mistakes_is_told_line_by_line_and_nothing_of_it_is_kept() {
    as("operator");
    Document table = server.page("/console/tables/target-groups");
    HttpResponse<String> wrong =
        submit(
            table,
            "Læs indholdet",
            Map.of(
                "csv",
                """
                codeSystem;code;surveyGroup;validFrom;lastDay
                LAB6;6.1;dagpenge;2020-01-01;
                LAB9;6.1;dagpenge;2020-01-01;
                LAB6;6.1
                LAB6;6.2;jobparate;1. januar;aldrig
                LAB6;6.1;;2020-01-01;
                """));
    assertThat(wrong.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(wrong.body());
    isWhole(page);
    assertThat(page.select(".alert-error li").eachText())
        .containsExactly(
            "Linje 3: Kodesystem skal være et af valgene.",
            "Linje 4: skal have 5 felter.",
            "Linje 5: validFrom skal være en dato som 2027-01-01.",
            "Linje 5: lastDay skal være tom eller en dato som 2026-12-31.",
            "Linje 6: samme nøgle og dato står på en linje før.");
    assertThat(page.select("textarea#csv").val()).contains("LAB9;6.1");
    assertThat(server.database.count("ops.table_change")).isZero();
    assertThat(submit(table, "Læs indholdet", Map.of("csv", "a;b\n")).body())
        .contains("Første linje skal være codeSystem;code;surveyGroup;validFrom;lastDay.");
    assertThat(submit(table, "Læs indholdet", Map.of("csv", "")).body()).contains("Filen er tom.");
  }

  @Test
  void a_file_is_uploaded_as_it_is_and_only_as_utf_8() {
    as("operator");
    Document table = server.page("/console/tables/survey-groups");
    String token = table.select("input[name=form-token]").val();
    String csv = server.get("/console/tables/survey-groups/csv").body() + "nye;Æbler;6;2027-01-01;";
    String path = "/console/tables/survey-groups/csv";
    HttpResponse<String> read =
        server.upload(
            path, Map.of("form-token", token), "t.csv", csv.getBytes(StandardCharsets.UTF_8));
    assertThat(server.page(goes(read)).select("ol li > p:first-child").text())
        .isEqualTo("Tilføj nye · Æbler · 6, fra 01-01-2027 uden slutdato");
    HttpResponse<String> latin =
        server.upload(
            path, Map.of("form-token", token), "t.csv", csv.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin.statusCode()).isEqualTo(422);
    assertThat(latin.body()).contains("UTF-8");
  }

  @Test
  void a_post_without_the_forms_token_changes_nothing() {
    as("operator");
    assertThat(server.post("/console/tables/target-groups/drafts", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(server.database.count("ops.table_change")).isZero();
  }

  private Document put(String table, String csv) {
    HttpResponse<String> read =
        submit(server.page("/console/tables/" + table), "Læs indholdet", Map.of("csv", csv));
    return server.page(goes(read));
  }

  private void as(String name) {
    server.cookies().clear();
    server.logIn(name, StaffServer.PASSWORD);
  }

  /** A draft's address. */
  private String draft(String table) {
    return goes(submit(server.page("/console/tables/" + table), "Foreslå ændring", Map.of()));
  }

  private String proposal() {
    as("operator");
    String set = draft("target-groups");
    goes(
        submit(
            server.page(set),
            "Tilføj rækken til forslaget",
            Map.of(
                "cell-codeSystem",
                "LAB6",
                "cell-code",
                "6.14",
                "cell-surveyGroup",
                "dagpenge",
                "from",
                "2027-01-01")));
    goes(submit(server.page(set), "Gem, og se virkningen", Map.of("note", "Ny kode")));
    goes(submit(server.page(set + "/preview"), "Foreslå ændringen", Map.of()));
    return set;
  }

  /** Presses a button, with what the form's fields have and what is filled in. */
  private HttpResponse<String> submit(Document page, String button, Map<String, String> filled) {
    Elements forms = page.select("form[method=post]:has(button:containsOwn(" + button + "))");
    assertThat(forms).as("forms with the button %s", button).hasSize(1);
    Element form = forms.get(0);
    Map<String, String> fields = new TreeMap<>();
    List<String> keys = form.select("input[name=key]").eachAttr("value");
    form.select("input[type=hidden], input[type=date], input[type=text], textarea")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    form.select("select")
        .forEach(field -> fields.put(field.attr("name"), field.select("option[selected]").val()));
    form.select("input[type=checkbox][checked]")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    fields.putAll(filled);
    fields.remove("key");
    return server.post(form.attr("action"), fields, "key", keys);
  }

  private static String goes(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String to = answer.headers().firstValue("Location").orElseThrow();
    return to.replaceFirst("^http://[^/]+", "");
  }

  private static void isWhole(Document page) {
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("script, [style]")).isEmpty();
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Tabeller");
    assertThat(page.select("th:not([scope])")).isEmpty();
    page.select("select, textarea, input:not([type=hidden])")
        .forEach(
            field ->
                assertThat(page.select("label[for=" + field.id() + "]").text())
                    .as(field.outerHtml())
                    .isNotEmpty());
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    page.select("form[method=post]")
        .forEach(form -> assertThat(form.select("input[name=form-token]")).hasSize(1));
  }
}
