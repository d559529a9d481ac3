package dk.borgermaaling.gateway.enquiry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffGate;
import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.reporting.web.DashboardWorld;
import dk.borgermaaling.gateway.testing.CoreFixture;
import dk.borgermaaling.gateway.testing.RecordedNotificationPlan;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutsPageTest {
  private static final String CPR = "6701809995";

  private final CoreFixture core = new CoreFixture(new RecordedNotificationPlan());
  private final SettableRealClock clock = new SettableRealClock("2026-12-14T09:00:00Z");
  private final StaffServer server =
      new StaffServer(
          clock,
          it ->
              List.of(
                  new OptOutsResource(
                      core.optOuts,
                      new DashboardWorld.Places(),
                      core.clock,
                      core.database.transactions(),
                      it.audit,
                      clock,
                      it.pages)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_employee_tells_with_a_reason_from_the_list_that_a_citizen_is_not_to_be_asked() {
    server.logIn("employee-0461", StaffServer.PASSWORD);
    HttpResponse<String> answer =
        send("/opt-outs", Map.of("citizen", "670180-9995", "reason", "WOULD_BURDEN"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/opt-outs?done=registered")
        .doesNotContain("670180");
    assertThat(optOuts()).containsExactly("0461 WOULD_BURDEN");
    assertThat(server.page("/opt-outs?done=registered").select("[role=status]").text())
        .contains("Gemt");
    assertThat(noted())
        .as("by our own id of the citizen")
        .containsExactly("employee-0461 REGISTERED_OPT_OUT 0461 " + citizen());
  }

  @Test
  void it_is_revoked_and_the_answer_is_the_same_when_there_was_nothing_to_revoke() {
    server.logIn("employee-0461", StaffServer.PASSWORD);
    send("/opt-outs", Map.of("citizen", CPR, "reason", "SAFETY"));
    HttpResponse<String> first = send("/opt-outs/revocations", Map.of("citizen", CPR));
    HttpResponse<String> second = send("/opt-outs/revocations", Map.of("citizen", CPR));
    assertThat(first.headers().firstValue("Location"))
        .isEqualTo(second.headers().firstValue("Location"));
    assertThat(optOuts()).isEmpty();
    assertThat(noted()).hasSize(3).endsWith("employee-0461 REVOKED_OPT_OUT 0461 " + citizen());
  }

  @Test
  void of_who_is_not_known_nothing_is_kept_and_the_page_says_the_same() {
    server.logIn("employee-0461", StaffServer.PASSWORD);
    HttpResponse<String> unknown = send("/opt-outs/revocations", Map.of("citizen", CPR));
    assertThat(unknown.headers().firstValue("Location").orElse("")).endsWith("?done=revoked");
    assertThat(core.database.count("contact.citizen")).isZero();
    assertThat(noted()).containsExactly("employee-0461 REVOKED_OPT_OUT 0461");
  }

  private String citizen() {
    return core.database.texts("SELECT id::text FROM contact.citizen").get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "6701809995, '', Vælg en årsag",
    "6701809995, LAZY, Vælg en årsag",
    "670180999, SAFETY, ti cifre",
    "6741809995, SAFETY, ti cifre",
    "'', SAFETY, ti cifre"
  })
  void without_a_number_or_a_reason_nothing_is_kept_and_the_number_is_not_shown_again(
      String citizen, String reason, String problem) {
    server.logIn("employee-0461", StaffServer.PASSWORD);
    HttpResponse<String> answer = send("/opt-outs", Map.of("citizen", citizen, "reason", reason));
    assertThat(answer.body()).contains(problem).doesNotContain("67");
    assertThat(optOuts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/opt-outs", "/opt-outs/revocations"})
  void an_employee_tells_nothing_for_another_municipality(String path) {
    server.logIn("employee-0461", StaffServer.PASSWORD);
    Map<String, String> fields = Map.of("citizen", CPR, "reason", "SAFETY", "municipality", "0751");
    assertThat(send(path, fields).statusCode()).isEqualTo(403);
    assertThat(optOuts()).isEmpty();
  }

  @Test
  void an_operator_chooses_the_municipality() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.page("/opt-outs").select("#out-municipality option").eachText())
        .containsExactly("Vælg", "Odense", "Tårnby", "Aarhus");
    send("/opt-outs", Map.of("citizen", CPR, "reason", "ASKED_BY_CITIZEN", "municipality", "0185"));
    assertThat(optOuts()).containsExactly("0185 ASKED_BY_CITIZEN");
  }

  @Test
  void a_reader_and_a_form_of_another_page_are_refused() {
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get("/opt-outs").statusCode()).isEqualTo(403);
    server.logIn("employee-0461", StaffServer.PASSWORD);
    Map<String, String> forged = Map.of("municipality", "0461", "citizen", CPR, "reason", "SAFETY");
    assertThat(server.post("/opt-outs", forged).statusCode()).isEqualTo(403);
    assertThat(optOuts()).isEmpty();
  }

  @Test
  void every_field_has_a_label_and_the_menu_leads_here() {
    server.logIn("employee-0461", StaffServer.PASSWORD);
    Document page = server.page("/opt-outs");
    page.select("select, input:not([type=hidden])")
        .forEach(
            field -> assertThat(page.select("label[for=" + field.id() + "]").text()).isNotEmpty());
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("script, [style], [onclick]")).isEmpty();
    assertThat(page.select("nav a[href=/opt-outs]").text()).isEqualTo("Fravalg");
  }

  /** As a browser sends the form of the page, with these fields filled in. */
  private HttpResponse<String> send(String path, Map<String, String> typed) {
    Element form = server.page("/opt-outs").select("form[action=" + path + "]").first();
    Map<String, String> fields = new TreeMap<>();
    if (form != null) {
      form.select("input[type=hidden]")
          .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    }
    assertThat(fields).containsKey(StaffGate.FORM_TOKEN);
    fields.putAll(typed);
    return server.post(path, fields);
  }

  private List<String> optOuts() {
    return core.database.texts("SELECT municipality_code || ' ' || reason FROM contact.opt_out");
  }

  private List<String> noted() {
    return server.database.texts(
        "SELECT concat_ws(' ', actor, action, municipality_code, subject) FROM ops.audit"
            + " WHERE action LIKE '%OPT_OUT' ORDER BY id");
  }
}
