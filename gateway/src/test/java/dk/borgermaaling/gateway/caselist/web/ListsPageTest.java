package dk.borgermaaling.gateway.caselist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.caselist.CaseList;
import dk.borgermaaling.gateway.caselist.Field;
import dk.borgermaaling.gateway.caselist.ListFixture;
import dk.borgermaaling.gateway.caselist.WordMapping;
import dk.borgermaaling.gateway.caselist.sheet.Workbooks;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsPageTest {
  private static final String[] HEADINGS = {
    "CPR-nr", "Målgruppe", "Målgruppe start", "Samtaletype", "Samtaledato", "Samtaleform"
  };
  private static final String[] ROW = {
    "670180-9995", "6.7", "01-06-2026", "Jobsamtale", "18-11-2026", "Personligt"
  };

  private final ListFixture fixture = new ListFixture();
  private final StaffServer server = new StaffServer(fixture.realClock, this::resources);

  private List<Object> resources(StaffServer staff) {
    OwnLists own =
        new OwnLists(
            fixture.lists,
            fixture.core.municipalities,
            fixture.core.clock,
            staff.audit,
            fixture.realClock,
            staff.database.transactions(),
            staff.pages);
    ListSteps steps = new ListSteps(own, staff.pages);
    return List.of(
        new ListsResource(fixture.lists, own, staff.pages),
        new ListColumnsResource(fixture.lists, steps),
        new ListWordsResource(
            fixture.lists, steps, new WordsForm(fixture.core.surveyGroups, fixture.core.clock)),
        new ListResource(fixture.lists, own, steps, new PreviewPage(fixture.lists, steps)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_employee_goes_from_file_to_registered_list_without_script() {
    logIn("employee-0461");
    Document overview = server.page("/lists");
    assertGood(overview);
    assertThat(overview.select("form[enctype=multipart/form-data] select")).isEmpty();
    String columns =
        upload("udtræk.xlsx", Workbooks.ofTexts(HEADINGS, ROW, without("670281-9994")));
    assertThat(columns).endsWith("/columns");

    Document columnsPage = server.page(columns);
    assertGood(columnsPage);
    assertThat(columnsPage.select("#CPR option[selected]").text()).isEqualTo("A: CPR-nr");
    assertThat(columnsPage.select("#COURSE_END option[selected]").val()).isEmpty();
    String words = submit(columnsPage, columns, Map.of());
    assertThat(words).endsWith("/words");

    Document wordsPage = server.page(words);
    assertGood(wordsPage);
    assertThat(wordsPage.select(".list-form label").eachText())
        .containsExactly("Målgruppe: »afklaringsfolk«");
    String field = wordsPage.select(".list-form select").attr("name");
    assertThat(wordsPage.select("option[value=LAB6 6.10]").text()).isEqualTo("6.10 Revalidering");
    String preview = submit(wordsPage, words, Map.of(field, "LAB6 6.7"));
    assertThat(preview).endsWith("/preview");

    Document previewPage = server.page(preview);
    assertGood(previewPage);
    assertThat(previewPage.select("#count-ROWS").text()).isEqualTo("2");
    assertThat(previewPage.select("#count-NEW").text()).isEqualTo("4");
    assertThat(previewPage.text()).contains("670180-****").doesNotContain("9995");
    assertThat(previewPage.text())
        .contains("Samtale holdt 18. november 2026, Jobsamtale, Personligt");
    assertThat(fixture.core.database.count("intake.case_event")).isZero();

    String status = submit(one(previewPage, "form[action$=confirm]"), Map.of());
    Document running = server.page(status);
    assertGood(running);
    assertThat(running.select("h1").text()).isEqualTo("Registreres");
    fixture.registerAll();
    Document done = server.page(status);
    assertGood(done);
    assertThat(done.select("h1").text()).isEqualTo("Registreret");
    assertThat(done.select("#count-NEW").text()).isEqualTo("4");
    assertThat(fixture.core.database.count("intake.case_event")).isEqualTo(4);
    assertThat(server.page("/lists").select("tbody td").eachText())
        .contains("employee-0461", "Odense", "Registreret");
    String id = status.substring("/lists/".length());
    assertThat(
            server.database.texts(
                "SELECT DISTINCT concat_ws(' ', action, municipality_code, subject) FROM ops.audit"
                    + " WHERE action LIKE '%LIST'"))
        .as("who looked at the overview is noted as well")
        .containsExactlyInAnyOrder(
            "SAW_LIST 0461",
            "UPLOADED_LIST 0461 " + id,
            "SAW_LIST 0461 " + id,
            "CONFIRMED_LIST 0461 " + id);
  }

  @Test
  void a_yes_counts_for_what_was_looked_at_alone() {
    logIn("employee-0461");
    String columns =
        upload("a.csv", csv(String.join(";", HEADINGS), String.join(";", without("6702819994"))));
    submit(server.page(columns), columns, Map.of());
    String words = columns.replace("/columns", "/words");
    Document wordsPage = server.page(words);
    String field = wordsPage.select(".list-form select").attr("name");
    submit(wordsPage, words, Map.of(field, "6.7"));
    Document seen = server.page(columns.replace("/columns", "/preview"));
    CaseList list = fixture.lists.latest(null, 1).get(0);
    fixture.lists.explain(
        list, new WordMapping(Map.of(Field.TARGET_GROUP, Map.of("afklaringsfolk", "6.6"))));
    HttpResponse<String> answer = post(one(seen, "form[action$=confirm]"), Map.of());
    Document again = org.jsoup.Jsoup.parse(answer.body());
    assertGood(again);
    assertThat(again.select("[role=alert]").text()).contains("siden du så listen igennem");
    assertThat(again.text()).contains("målgruppe 6.6");
    assertThat(fixture.queue).isEmpty();
    assertThat(confirmations()).isEmpty();
    submit(one(again, "form[action$=confirm]"), Map.of());
    assertThat(fixture.queue).hasSize(1);
    assertThat(confirmations()).hasSize(1);
    submit(one(again, "form[action$=confirm]"), Map.of());
    assertThat(confirmations()).as("who confirms nothing is not noted to have done so").hasSize(1);
  }

  private List<String> confirmations() {
    return server.database.texts("SELECT subject FROM ops.audit WHERE action = 'CONFIRMED_LIST'");
  }

  @Test
  void a_municipality_with_too_many_lists_that_wait_is_told_what_to_do() {
    logIn("employee-0461");
    byte[] file = csv(String.join(";", HEADINGS), String.join(";", ROW));
    for (int i = 0; i < ListFixture.LIMITS.waiting(); i++) {
      upload("a.csv", file);
    }
    HttpResponse<String> refused = server.upload("/lists", form("0461"), "a.csv", file);
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body()).contains("allerede 5 lister").contains("Registrér eller kassér");
    fixture.lists.discard(fixture.lists.latest(null, 1).get(0).id());
    upload("a.csv", file);
  }

  @Test
  void the_next_list_with_the_same_headings_needs_no_choice() {
    logIn("employee-0461");
    byte[] file = csv("a;b;c", "6701809995;18-11-2026;x");
    String columns = upload("a.csv", file);
    Document page = server.page(columns);
    Map<String, String> chosen =
        Map.of(
            "CPR",
            "0",
            "CONVERSATION_DATE",
            "1",
            "CONVERSATION_TYPE",
            "=7",
            "CONVERSATION_FORM",
            "=VIDEO");
    assertThat(submit(page, columns, chosen)).endsWith("/words");
    Document next = server.page(upload("b.csv", file));
    assertThat(next.select(".font-lead").text()).contains("Valgt som sidst");
    assertThat(next.select("#CONVERSATION_TYPE option[selected]").text())
        .isEqualTo("Alle rækker: 7 Jobsamtale");
  }

  @Test
  void a_choice_that_cannot_be_used_says_why_and_keeps_what_was_chosen() {
    logIn("employee-0461");
    String columns = upload("a.csv", csv("a;b", "6701809995;18-11-2026"));
    Document page = server.page(columns);
    HttpResponse<String> answer = post(one(page, ".list-form"), Map.of("CPR", "0"));
    assertThat(answer.statusCode()).isEqualTo(200);
    Document again = org.jsoup.Jsoup.parse(answer.body());
    assertGood(again);
    assertThat(again.select("[role=alert] li").text()).contains("Vælg mindst én ting");
    assertThat(again.select("#CPR option[selected]").val()).isEqualTo("0");
  }

  @Test
  void errors_are_shown_with_row_column_and_what_to_do_and_come_as_a_safe_file() {
    logIn("employee-0461");
    String columns =
        upload(
            "fejl.csv",
            csv(
                "=cmd|' /C calc'!A0;CPR;Samtaletype;Samtaledato;Samtaleform",
                "x;=cmd|' /C calc'!A0;7;18-11-2026;Brev",
                "x;6701809995;7;18-11-2027;Brev",
                "x;6701809995;7;18-11-2026;Brev"));
    submit(server.page(columns), columns, Map.of());
    Document preview = server.page(columns.replace("/columns", "/preview"));
    assertGood(preview);
    assertThat(preview.select("[aria-label='Rækker med fejl'] tbody tr").eachText())
        .containsExactly(
            "2 B CPR-nummer CPR-nummeret er ikke gyldigt Ti cifre, hvor de seks første er en dato.",
            "3 D Samtaledato Datoen er ikke kommet endnu Kun det, der er sket, kan registreres. Ret datoen.");
    HttpResponse<String> file = server.get(columns.replace("/columns", "/errors.csv"));
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.body()).contains("\"2\";\"B\";\"CPR-nummer\"").doesNotContain("cmd");
    assertThat(ErrorsCsv.cell("=cmd|' /C calc'!A0")).startsWith("\"'=");
    assertThat(ErrorsCsv.cell("+1")).isEqualTo("\"'+1\"");
    assertThat(ErrorsCsv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
    String status = submit(one(preview, "form[action$=confirm]"), Map.of());
    fixture.registerAll();
    assertThat(server.page(status).select("[aria-label='Rækker med fejl'] tbody tr")).hasSize(2);
    assertThat(server.get(status + "/errors.csv").body()).isEqualTo(file.body());
  }

  @Test
  void what_is_in_a_file_is_shown_as_text() {
    logIn("employee-0461");
    String columns =
        upload("a.csv", csv("<script>alert(1)</script>;CPR", "<img src=x onerror=alert(1)>;x"));
    assertThat(server.get(columns).body()).doesNotContain("<script", "<img");
  }

  @Test
  void a_file_that_is_no_list_says_so_and_is_not_kept() {
    logIn("employee-0461");
    HttpResponse<String> answer =
        server.upload("/lists", form("0461"), "liste.xlsx", csv("%PDF-1.7"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("hverken en Excel-fil");
    assertThat(fixture.core.database.count("ops.case_list")).isZero();
  }

  @Test
  void a_discarded_list_is_gone_and_cannot_be_confirmed() {
    logIn("employee-0461");
    String columns = upload("a.csv", csv(String.join(";", HEADINGS), String.join(";", ROW)));
    Document page = server.page(columns);
    String status = submit(one(page, "form[action$=discard]"), Map.of());
    assertThat(server.page(status).select("h1").text()).isEqualTo("Kasseret");
    assertThat(server.get(columns).statusCode()).isEqualTo(303);
    server.post(
        status + "/confirm", Map.of("form-token", page.select("input[name=form-token]").val()));
    assertThat(fixture.queue).isEmpty();
    assertThat(confirmations()).isEmpty();
    assertThat(
            server.database.texts("SELECT subject FROM ops.audit WHERE action = 'DISCARDED_LIST'"))
        .containsExactly(status.substring("/lists/".length()));
  }

  @Test
  void an_employee_uploads_for_no_other_municipality_and_sees_no_list_of_one() {
    logIn("operator");
    Document operators = server.page("/lists");
    assertGood(operators);
    assertThat(operators.select("#municipality option").eachText())
        .containsExactlyInAnyOrder("Odense", "Aarhus", "Silkeborg");
    HttpResponse<String> answer =
        server.upload(
            "/lists",
            form("0751"),
            "a.csv",
            csv(String.join(";", HEADINGS), String.join(";", ROW)));
    String aarhus = path(answer);
    server.cookies().clear();
    logIn("employee-0461");
    assertThat(server.get(aarhus).statusCode()).isEqualTo(403);
    assertThat(server.page("/lists").text()).doesNotContain("Aarhus");
    assertThat(
            server
                .upload("/lists", form("0751"), "a.csv", csv("CPR;x", "6701809995;y"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            server.database.texts(
                "SELECT concat_ws(' ', actor, municipality_code, subject) FROM ops.audit"
                    + " WHERE action = 'WAS_REFUSED'"))
        .contains(
            "employee-0461 0751 " + aarhus.replaceAll("/lists/|/columns", ""),
            "employee-0461 0751");
  }

  @Test
  void a_municipality_without_agreement_uploads_nothing() {
    logIn("operator");
    assertThat(
            server
                .upload("/lists", form("0185"), "a.csv", csv("CPR;x", "6701809995;y"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_reader_may_not_upload_and_an_employee_not_see_the_console() {
    assertThat(server.get("/lists").statusCode()).isEqualTo(303);
    logIn("reader-0461");
    assertThat(server.get("/lists").statusCode()).isEqualTo(403);
    server.cookies().clear();
    logIn("employee-0461");
    assertThat(server.page("/lists").select("nav a").eachText())
        .containsExactly("Resultater", "Lister", "Fravalg");
  }

  @Test
  void an_upload_without_the_sessions_form_token_or_with_too_much_changes_nothing() {
    logIn("employee-0461");
    byte[] file = csv(String.join(";", HEADINGS), String.join(";", ROW));
    Map<String, String> forged = Map.of("form-token", "x", "municipality", "0461");
    assertThat(server.upload("/lists", forged, "a.csv", file).statusCode()).isEqualTo(403);
    assertThat(server.upload("/lists", form("0461"), "a.csv", new byte[9 << 20]).body())
        .contains("Filen er for stor");
    assertThat(server.upload("/lists", form("0461"), "a.csv", new byte[15 << 20]).statusCode())
        .isEqualTo(413);
    server.cookies().clear();
    assertThat(server.upload("/lists", forged, "a.csv", file).statusCode()).isEqualTo(403);
    assertThat(fixture.core.database.count("ops.case_list")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lists/x",
        "/lists/00000000-0000-0000-0000-000000000000",
        "/lists/00000000-0000-0000-0000-000000000000/preview",
        "/lists/00000000-0000-0000-0000-000000000000/errors.csv"
      })
  void a_list_that_is_not_there_is_not_found(String address) {
    logIn("employee-0461");
    assertThat(server.get(address).statusCode()).isEqualTo(404);
  }

  private void logIn(String userName) {
    assertThat(server.logIn(userName, StaffServer.PASSWORD).statusCode()).isEqualTo(303);
  }

  private Map<String, String> form(String municipality) {
    return Map.of(
        "form-token",
        one(server.page("/lists"), "form input[name=form-token]").val(),
        "municipality",
        municipality);
  }

  /** Uploads for Odense and returns the address that the browser is sent to. */
  private String upload(String name, byte[] file) {
    return path(server.upload("/lists", form("0461"), name, file));
  }

  private String submit(Document page, String action, Map<String, String> changed) {
    return submit(one(page, "form[action=" + action + "]"), changed);
  }

  private static Element one(Document page, String what) {
    return page.select(what).iterator().next();
  }

  /** Sends a form as it is shown, but for what was changed. */
  private String submit(Element form, Map<String, String> changed) {
    return path(post(form, changed));
  }

  private HttpResponse<String> post(Element form, Map<String, String> changed) {
    Map<String, String> fields = new HashMap<>();
    form.select("input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
    form.select("select")
        .forEach(field -> fields.put(field.attr("name"), field.select("option[selected]").val()));
    fields.putAll(changed);
    return server.post(form.attr("action"), fields);
  }

  private String path(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .substring(server.address("").toString().length());
  }

  private static String[] without(String cpr) {
    String[] row = ROW.clone();
    row[0] = cpr;
    row[1] = "Afklaringsfolk";
    return row;
  }

  private static byte[] csv(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static void assertGood(Document page) {
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("script, [style]")).isEmpty();
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Lister");
    assertThat(page.select("th:not([scope])")).isEmpty();
    page.select("select, input:not([type=hidden])")
        .forEach(
            field -> assertThat(page.select("label[for=" + field.id() + "]").text()).isNotEmpty());
  }
}
