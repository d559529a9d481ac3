package dk.borgermaaling.gateway.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.access.web.StaffGate;
import dk.borgermaaling.gateway.access.web.StaffServer;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A first message of unknown outcome that an operator sends again. */
class ResendPageTest {
  private static final String RESEND = "/console/notifications/resend";
  private static final String TROUBLED = "/console/notifications?municipality=0461&show=troubled";

  private final StaffServer server =
      new StaffServer(new SettableRealClock("2026-12-14T09:00:00Z"), ConsoleWorld::resources);

  @AfterEach
  void stop() {
    server.close();
  }

  @BeforeEach
  void one_first_message_and_its_reminder_are_unknown() {
    server
        .database
        .owner()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE contact.notification SET state = 'UNKNOWN'"
                        + " WHERE invitation_id = (SELECT invitation_id FROM contact.notification"
                        + " WHERE step = 'reminder-1' ORDER BY id LIMIT 1)"));
    server.logIn("operator", StaffServer.PASSWORD);
  }

  @Test
  void it_is_sent_again_by_a_form_with_the_same_identifiers_and_noted() {
    String uuid =
        one(
            "SELECT message_uuid FROM contact.notification WHERE state = 'UNKNOWN' AND step = 'first'");
    Map<String, String> form = form();
    HttpResponse<String> answer = server.post(RESEND, form);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(server.page(TROUBLED + "&resent=yes").select("[role=status]").text())
        .contains("sendes igen");
    assertThat(
            one(
                "SELECT state || resent FROM contact.notification WHERE message_uuid = '"
                    + uuid
                    + "'"))
        .isEqualTo("PLANNEDtrue");
    assertThat(
            one(
                "SELECT count(*) FROM ops.scheduled_tasks WHERE task_name = 'send-step'"
                    + " AND task_instance LIKE '0461:"
                    + form.get("id")
                    + ":%'"))
        .isEqualTo("1");
    assertThat(
            one(
                "SELECT concat_ws(' ', actor, municipality_code, subject) FROM ops.audit WHERE action = 'RESENT_MESSAGE'"))
        .isEqualTo("operator 0461 0461:" + form.get("id"));

    assertThat(server.post(RESEND, form).headers().firstValue("Location").orElse(""))
        .endsWith("resent=no");
    assertThat(server.page(TROUBLED + "&resent=no").select("[role=status]").text())
        .contains("ikke sendt igen");
  }

  @Test
  void what_became_of_a_message_that_was_sent_again_does_not_tell_who_has_answered() {
    Map<String, String> form = form();
    assertThat(server.post(RESEND, form).statusCode()).isEqualTo(303);
    String waits = shown();
    assertThat(waits).contains("Sendt igen; afventer kvittering");
    for (String set :
        List.of(
            "state = 'ACCEPTED', sent_at = sent_at + interval '1 day', failure_kind = NULL,"
                + " failure_reason = NULL",
            "state = 'UNKNOWN', failure_kind = 'TRANSIENT', failure_reason = 'not sent again'",
            "state = 'CLAIMED'")) {
      server
          .database
          .owner()
          .useHandle(
              handle ->
                  handle.execute(
                      "UPDATE contact.notification SET " + set + " WHERE id = ?::uuid",
                      form.get("id")));
      assertThat(shown()).as(set).isEqualTo(waits);
      assertThat(server.post(RESEND, form).headers().firstValue("Location").orElse(""))
          .as(set)
          .endsWith("resent=no");
    }
  }

  private String shown() {
    return server.page(TROUBLED).select("main table").text()
        + server.page("/console/failures").select("main").text();
  }

  @Test
  void a_reminder_is_not_shown_and_cannot_be_sent_again_by_its_id() {
    Map<String, String> form = form();
    form.put(
        "id",
        one("SELECT id FROM contact.notification WHERE state = 'UNKNOWN' AND step <> 'first'"));
    assertThat(server.post(RESEND, form).statusCode()).isEqualTo(404);
    form.put("id", "x");
    assertThat(server.post(RESEND, form).statusCode()).isEqualTo(404);
    form.put("id", "00000000-0000-4000-8000-000000000000");
    assertThat(server.post(RESEND, form).statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_is_sent_again_without_the_token_of_the_form_or_by_a_reader() {
    Map<String, String> form = form();
    form.put(StaffGate.FORM_TOKEN, "other");
    assertThat(server.post(RESEND, form).statusCode()).isEqualTo(403);
    server.cookies().clear();
    server.logIn("reader-0461", StaffServer.PASSWORD);
    assertThat(server.post(RESEND, form).statusCode()).isEqualTo(403);
    assertThat(one("SELECT count(*) FROM contact.notification WHERE resent")).isEqualTo("0");
  }

  /** The fields of the only form, as a browser would send them. */
  private Map<String, String> form() {
    Map<String, String> fields = new TreeMap<>();
    server
        .page(TROUBLED)
        .select("form[action=" + RESEND + "] input")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    assertThat(fields).containsOnlyKeys(StaffGate.FORM_TOKEN, "municipality", "id");
    return fields;
  }

  private String one(String sql) {
    return server.database.texts(sql).get(0);
  }
}
