package dk.borgermaaling.gateway.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffGate;
import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of the console stands at 14 December 2026, 10 o'clock in Denmark. */
class SendingPageTest {
  private static final String PAGE = "/console/sending";
  private static final String WAITING = new UUID(0x1111L << 48, 7).toString();
  private static final String ANSWERED = new UUID(0x1111L << 48, 3).toString();
  private final StaffServer server =
      new StaffServer(new SettableRealClock("2026-12-14T09:00:00Z"), ConsoleWorld::resources);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_pause_is_set_shown_as_trouble_and_resumed_and_both_are_noted() {
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.page(PAGE).text()).contains("Intet er sat på pause.");
    Map<String, String> form = form(server.page(PAGE), PAGE + "/pause");
    form.put("municipality", "0461");
    form.put("channel", "LETTER");
    form.put("reason", "printeren er i stykker");
    assertThat(server.post(PAGE + "/pause", form).statusCode()).isEqualTo(303);

    Elements row = server.page(PAGE).select("tbody tr:first-child");
    assertThat(row.text())
        .contains(
            "Odense", "Alle", "brev", "printeren er i stykker", "operator", "14-12-2026 10:00");
    assertThat(server.page("/console/failures").text())
        .contains("Udsendelsen er sat på pause", "printeren er i stykker");

    Map<String, String> resume = form(server.page(PAGE), PAGE + "/resume");
    assertThat(server.post(PAGE + "/resume", resume).statusCode()).isEqualTo(303);
    assertThat(
            Jsoup.parse(server.post(PAGE + "/resume", resume).body()).select("[role=alert]").text())
        .isEqualTo("Pausen er allerede slut.");
    assertThat(notes()).contains("operator PAUSED_SENDING 0461", "operator RESUMED_SENDING 0461");
  }

  @Test
  void what_the_system_has_stopped_says_what_to_do() {
    server
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO ops.sending_pause (id, municipality_code, channel, cause, reason,"
                        + " paused_at) VALUES (gen_random_uuid(), '0461', 'DIGITAL_POST', 'AGREEMENT',"
                        + " '403 from the token service', '2026-12-14T08:00:00Z')"));
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(server.page(PAGE).select("tbody tr").text())
        .contains("Systemet: serviceaftalen blev afvist", "403 from the token service");
    assertThat(server.page("/console/failures").text())
        .contains("Udsendelsen er stoppet", "Genoptag derefter under »Udsendelse«");
  }

  @Test
  void a_pause_needs_a_reason_without_a_personal_number() {
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(server.page(PAGE), PAGE + "/pause");
    form.put("reason", "borgeren 610180-1234 klager");
    assertThat(Jsoup.parse(server.post(PAGE + "/pause", form).body()).select("[role=alert]").text())
        .isEqualTo("Begrundelsen må ikke indeholde et personnummer.");
    form.put("reason", " ");
    assertThat(Jsoup.parse(server.post(PAGE + "/pause", form).body()).select("[role=alert]").text())
        .startsWith("Skriv en begrundelse");
    form.put("reason", "god grund");
    form.put("round", UUID.randomUUID().toString());
    assertThat(Jsoup.parse(server.post(PAGE + "/pause", form).body()).select("[role=alert]").text())
        .startsWith("Vælg kommune");
    assertThat(server.page(PAGE).text()).contains("Intet er sat på pause.");
  }

  @Test
  void a_limit_is_set_for_a_municipality_and_taken_away_again() {
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(server.page(PAGE), PAGE + "/throttle");
    form.put("scope", "0461");
    form.put("perMinute", "1200");
    assertThat(server.post(PAGE + "/throttle", form).statusCode()).isEqualTo(303);
    assertThat(server.page(PAGE).text()).contains("Odense 1.200 operator");
    form.put("perMinute", "");
    assertThat(server.post(PAGE + "/throttle", form).statusCode()).isEqualTo(303);
    assertThat(server.page(PAGE).text()).contains("Installationens opsætning gælder alle.");
    form.put("perMinute", "mange");
    assertThat(Jsoup.parse(server.post(PAGE + "/throttle", form).body()).select("[role=alert]"))
        .isNotEmpty();
    assertThat(notes()).contains("operator SET_THROTTLE 0461");
  }

  @Test
  void a_plan_is_found_by_the_reference_of_the_case_and_by_our_own_id() {
    waiting();
    server.logIn("operator", StaffServer.PASSWORD);
    for (String reference : List.of("entity-7", WAITING, new UUID(0xc171L << 48, 7).toString())) {
      HttpResponse<String> answer = find(reference);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .endsWith("/console/sending/plan?municipality=0461&invitation=" + WAITING);
    }
    assertThat(Jsoup.parse(find("nobody").body()).select("[role=status]").text())
        .startsWith("Der er ingen invitation");
    Document plan = plan(WAITING);
    assertThat(plan.text())
        .contains(
            "Første besked", "15-12-2026 09:30", "Digital Post", "Påmindelse 1", "23-12-2026");
    assertThat(notes()).contains("operator SAW_PLAN 0461");
  }

  @Test
  void a_first_message_that_waits_is_moved_and_its_task_with_it() {
    waiting();
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(plan(WAITING), PAGE + "/plan/change");
    assertThat(form).containsEntry("at", "2026-12-15T09:30").containsEntry("step", "first");
    form.put("at", "2026-12-17T11:15");
    form.put("reason", "telefonerne er nede");
    assertThat(server.post(PAGE + "/plan/change", form).statusCode()).isEqualTo(303);
    assertThat(plan(WAITING).text()).contains("17-12-2026 11:15", "telefonerne er nede (operator)");
    assertThat(
            server.database.texts(
                "SELECT planned_for AT TIME ZONE 'UTC' || ' ' || (SELECT execution_time AT TIME ZONE"
                    + " 'UTC' FROM ops.scheduled_tasks) FROM contact.notification WHERE step ="
                    + " 'first' AND invitation_id = '"
                    + WAITING
                    + "'"))
        .containsExactly("2026-12-17 10:15:00 2026-12-17 10:15:00");
    assertThat(notes()).contains("operator CHANGED_PLAN 0461");
  }

  @Test
  void a_change_that_the_plan_cannot_keep_is_refused_with_its_reason() {
    waiting();
    server.logIn("operator", StaffServer.PASSWORD);
    assertThat(change("at", "2026-12-17T15:00")).contains("uden for planens ugedage og timer");
    assertThat(change("at", "2026-12-19T10:00")).contains("uden for planens ugedage og timer");
    assertThat(change("at", "2026-12-14T09:59")).contains("efter nu");
    assertThat(change("at", "2027-01-12T10:00")).contains("før invitationen lukker");
    assertThat(change("at", "2026-12-28T10:00")).contains("i deres orden");
    assertThat(change("at", "i morgen")).contains("Skriv dag og klokkeslæt");
    assertThat(change("channels", "LETTER")).contains("ingen aftale om breve");
    assertThat(change("channels", "NEMSMS")).contains("kan ikke gå som NemSMS");
    assertThat(change("channels", "FAX")).contains("mindst én kanal");
    assertThat(change("reason", "")).contains("Skriv en begrundelse");
    assertThat(server.database.count("contact.plan_edit")).isZero();
  }

  @Test
  void a_first_message_that_has_left_is_not_changed() {
    waiting();
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(plan(WAITING), PAGE + "/plan/change");
    form.put("reason", "for sent");
    server
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.notification SET state = 'CLAIMED' WHERE state = 'PLANNED'"));
    assertThat(
            Jsoup.parse(server.post(PAGE + "/plan/change", form).body())
                .select("[role=alert]")
                .text())
        .startsWith("Trinnet kan ikke ændres mere");
    assertThat(server.database.count("contact.plan_edit")).isZero();
  }

  @Test
  void changing_a_reminder_that_is_no_longer_needed_looks_like_changing_any_other() {
    waiting();
    reminderOf(3, "NOT_NEEDED");
    server.logIn("operator", StaffServer.PASSWORD);
    String open = afterChanges(WAITING);
    String ended = afterChanges(ANSWERED);
    assertThat(ended.replace(ANSWERED, WAITING)).isEqualTo(open);
    assertThat(
            server.database.texts(
                "SELECT state || ' ' || planned_for::date FROM contact.notification"
                    + " WHERE step = 'reminder-1' AND invitation_id = '"
                    + ANSWERED
                    + "'"))
        .as("what has ended is left alone")
        .containsExactly("NOT_NEEDED 2026-12-23");
    assertThat(
            server.database.texts(
                "SELECT state FROM contact.notification WHERE step = 'reminder-1'"
                    + " AND invitation_id = '"
                    + WAITING
                    + "'"))
        .containsExactly("WITHDRAWN");
  }

  @Test
  void a_reminder_whose_time_has_come_cannot_be_changed_whatever_became_of_it() {
    server.logIn("operator", StaffServer.PASSWORD);
    Document plan = plan(ANSWERED);
    assertThat(plan.select("section:has(#reminder-1)").text()).contains("Kan ikke ændres mere.");
    assertThat(plan.select("form[action$=take-out]")).isEmpty();
  }

  @Test
  void the_first_message_is_not_taken_out_alone() {
    waiting();
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(plan(WAITING), PAGE + "/plan/take-out");
    form.put("step", "first");
    form.put("reason", "fejl");
    assertThat(
            Jsoup.parse(server.post(PAGE + "/plan/take-out", form).body())
                .select("[role=alert]")
                .text())
        .startsWith("Den første besked kan ikke tages ud alene");
  }

  @Test
  void nothing_is_done_without_the_token_or_by_a_reader() {
    server.logIn("operator", StaffServer.PASSWORD);
    Map<String, String> form = form(server.page(PAGE), PAGE + "/pause");
    form.put("reason", "god grund");
    form.put(StaffGate.FORM_TOKEN, "other");
    assertThat(server.post(PAGE + "/pause", form).statusCode()).isEqualTo(403);
    server.cookies().clear();
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(server.get(PAGE + "/plan?municipality=0461&invitation=" + ANSWERED).statusCode())
        .isEqualTo(403);
    assertThat(server.database.count("ops.sending_pause")).isZero();
  }

  /**
   * Moves the reminder, then takes it out, and gives what the pages show but for the form token.
   */
  private String afterChanges(String invitation) {
    StringBuilder shown = new StringBuilder();
    Map<String, String> change = form(plan(invitation), PAGE + "/plan/change", 1);
    change.put("at", "2026-12-22T12:00");
    change.put("reason", "anden dag");
    shown.append(server.post(PAGE + "/plan/change", change).statusCode());
    shown.append(reminder(invitation));
    Map<String, String> out = form(plan(invitation), PAGE + "/plan/take-out");
    out.put("reason", "ikke mere");
    shown.append(server.post(PAGE + "/plan/take-out", out).statusCode());
    return shown.append(reminder(invitation)).toString();
  }

  private String reminder(String invitation) {
    Document plan = plan(invitation);
    plan.select("input[name=" + StaffGate.FORM_TOKEN + "]").remove();
    return plan.select("section:has(#reminder-1)").outerHtml() + plan.select("[role=alert]").text();
  }

  private String change(String field, String value) {
    Map<String, String> form = form(plan(WAITING), PAGE + "/plan/change");
    form.put("reason", "god grund");
    form.put(field, value);
    return Jsoup.parse(server.post(PAGE + "/plan/change", form).body())
        .select("[role=alert]")
        .text();
  }

  private HttpResponse<String> find(String reference) {
    Map<String, String> form = form(server.page(PAGE), PAGE + "/plan");
    form.put("municipality", "0461");
    form.put("reference", reference);
    return server.post(PAGE + "/plan", form);
  }

  private Document plan(String invitation) {
    return server.page(PAGE + "/plan?municipality=0461&invitation=" + invitation);
  }

  /**
   * The seventh invitation is planned for tomorrow, its reminder for the day before Christmas Eve.
   */
  private void waiting() {
    server
        .database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE contact.invitation SET state = 'PLANNED', planned_first ="
                      + " '2026-12-15T08:30:00Z', closes_at = '2027-01-11T08:30:00Z' WHERE id ="
                      + " CAST(? AS uuid)",
                  WAITING);
              handle.execute(
                  "UPDATE contact.notification SET state = 'PLANNED', planned_for ="
                      + " '2026-12-15T08:30:00Z', message_uuid = NULL, transaction_id = NULL,"
                      + " sent_at = NULL, delivered_at = NULL, attempts = 0"
                      + " WHERE step = 'first' AND invitation_id = CAST(? AS uuid)",
                  WAITING);
              handle.execute(
                  "INSERT INTO ops.scheduled_tasks (task_name, task_instance, execution_time, picked,"
                      + " version) SELECT 'send-step', municipality_code || ':' || id, planned_for,"
                      + " false, 1 FROM contact.notification WHERE step = 'first' AND invitation_id ="
                      + " CAST(? AS uuid)",
                  WAITING);
            });
    reminderOf(7, "PLANNED");
  }

  private void reminderOf(int i, String state) {
    server
        .database
        .owner()
        .useHandle(
            handle -> {
              handle.execute(
                  "UPDATE contact.invitation SET closes_at = '2027-01-11T08:30:00Z' WHERE id = ?",
                  new UUID(0x1111L << 48, i));
              handle.execute(
                  "DELETE FROM contact.notification WHERE step = 'reminder-1' AND invitation_id = ?",
                  new UUID(0x1111L << 48, i));
              handle.execute(
                  "INSERT INTO contact.notification (municipality_code, id, invitation_id, step,"
                      + " planned_for, state, channel, channels, attempts) VALUES ('0461',"
                      + " gen_random_uuid(), ?, 'reminder-1', '2026-12-23T09:00:00Z', ?,"
                      + " 'DIGITAL_POST', 'DIGITAL_POST', 0)",
                  new UUID(0x1111L << 48, i),
                  state);
            });
  }

  private static Map<String, String> form(Document page, String action) {
    return form(page, action, 0);
  }

  /**
   * The fields of a form as a browser would send them; forms of reminders come after the first's.
   */
  private static Map<String, String> form(Document page, String action, int fromLast) {
    List<Element> forms = page.select("form[action=" + action + "]");
    Element form = fromLast == 0 ? forms.get(0) : forms.get(forms.size() - fromLast);
    Map<String, String> fields = new TreeMap<>();
    form.select("input").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    form.select("select")
        .forEach(
            field ->
                fields.put(field.attr("name"), field.select("option[selected]").attr("value")));
    return fields;
  }

  private List<String> notes() {
    return server.database.texts(
        "SELECT actor || ' ' || action || ' ' || coalesce(municipality_code, '') FROM ops.audit");
  }
}
