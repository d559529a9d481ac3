package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the address of a citizen's link shows to bad input: a page that says what is wrong. */
@ExtendWith(ArquillianExtension.class)
class LinkBadInputIT {
  private static final String OPEN = "state = 'OPEN' AND NOT stopped AND closes_at > ";
  private static final String CLOSED = "state = 'OPEN' AND closes_at <= ";
  private final Wire wire = Wire.played();

  @RegisterExtension final UnchangedDatabase database = new UnchangedDatabase(wire);

  @Test
  void an_unknown_link_is_not_found() {
    String known = linkOf(OPEN, false);
    int token = known.indexOf("/s/") + 3;
    String first = known.charAt(token) == 'A' ? "B" : "A";
    String last = known.endsWith("A") ? "Q" : "A";
    for (String link :
        new String[] {
          known.replaceFirst("/s/.*", "/s/abc"),
          known.substring(0, known.length() - 1),
          known.substring(0, known.length() - 1) + last,
          known.substring(0, token) + first + known.substring(token + 1),
          known + "A"
        }) {
      Form form = new Form(wire, link);
      for (HttpResponse<String> answer :
          List.of(form.open(), form.post(Map.of("action", "send")))) {
        assertPage(answer, 404, "unknown");
      }
    }
  }

  @Test
  void an_expired_link_is_gone_and_takes_no_answer() {
    Form expired = new Form(wire, linkOf(CLOSED, false));
    assertPage(expired.open(), 410, "closed");
    assertPage(expired.post(new Form(wire, linkOf(OPEN, false)).filledIn()), 410, "closed");
  }

  @Test
  void a_second_submit_shows_that_the_answer_is_there_and_stores_nothing() {
    JsonObject message = messageOf(OPEN, false);
    Form form = new Form(wire, message.getString("link"));
    Map<String, String> fields = form.filledIn();
    Set<String> sealed = sealed();
    try {
      assertPage(form.post(fields), 200, "receipt");
      assertThat(sealed()).hasSize(sealed.size() + 1);
      Map<String, String> once = wire.contents().read();
      assertPage(form.post(fields), 200, "answered");
      assertPage(form.post(changed(fields, "4", "1")), 200, "answered");
      assertPage(form.open(), 200, "answered");
      assertThat(wire.contents().read()).isEqualTo(once);
    } finally {
      takeBack(message.getString("invitation"), sealed);
    }
    assertPage(form.open(), 200, "intro");
  }

  @Test
  void an_answer_of_somebody_who_has_answered_is_not_taken() {
    Form form = new Form(wire, linkOf(OPEN, true));
    assertPage(form.post(new Form(wire, linkOf(OPEN, false)).filledIn()), 200, "answered");
  }

  @Test
  void answers_that_the_pages_do_not_offer_are_refused() {
    Form form = new Form(wire, linkOf(OPEN, false));
    Map<String, String> fields = form.filledIn();
    for (String wrong : new String[] {"6", "-1", "four", "", "<script>alert(1)</script>"}) {
      HttpResponse<String> answer = form.post(changed(fields, "4", wrong));
      assertThat(answer.statusCode()).as(wrong).isIn(400, 422);
      assertThat(answer.body()).doesNotContain("alert(1)");
    }
    Map<String, String> incomplete = new LinkedHashMap<>(fields);
    incomplete.values().remove("4");
    assertPage(form.post(incomplete), 422, "question");
    Map<String, String> comment = new LinkedHashMap<>(fields);
    comment.put("comment", "Ring til 910131-0000");
    assertPage(form.post(comment), 422, "question");
  }

  @Test
  void a_form_that_is_no_form_is_refused() {
    Form form = new Form(wire, linkOf(OPEN, false));
    assertThat(form.post("version=%zz").statusCode()).isEqualTo(400);
    FasitBadInputIT.assertProblem(
        form.post("application/json", "{\"action\":"), 415, "unsupported-media-type");
    FasitBadInputIT.assertProblem(
        form.post("application/xml", "<action"), 415, "unsupported-media-type");
  }

  @Test
  void ten_megabytes_are_too_large() {
    Form form = new Form(wire, linkOf(OPEN, false));
    HttpResponse<String> answer = form.post("comment=" + "a".repeat(Hostile.TEN_MEGABYTES));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
  }

  private static void assertPage(HttpResponse<String> answer, int status, String page) {
    assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(status);
    assertThat(Form.kind(answer)).isEqualTo(page);
    assertThat(answer.body()).doesNotContain("Exception", "dk.borgermaaling");
  }

  private static Map<String, String> changed(Map<String, String> fields, String from, String to) {
    Map<String, String> other = new LinkedHashMap<>(fields);
    other.replaceAll((name, value) -> value.equals(from) ? to : value);
    return other;
  }

  private String linkOf(String state, boolean answered) {
    return messageOf(state, answered).getString("link");
  }

  /** A first message whose invitation is in this state. */
  private JsonObject messageOf(String state, boolean answered) {
    Set<String> invitations =
        wire.tables()
            .byName(
                "SELECT id::text, 1 FROM contact.invitation WHERE "
                    + state
                    + "'"
                    + wire.system().clock().read().now().plusSeconds(600)
                    + "' AND answered = "
                    + answered)
            .keySet();
    return wire.system().mailbox().messages().stream()
        .filter(m -> m.getString("step").equals("first"))
        .filter(m -> invitations.contains(m.getString("invitation")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the story has no such invitation: " + state));
  }

  private Set<String> sealed() {
    return wire.tables().byName("SELECT id::text, 1 FROM answers.sealed_answer").keySet();
  }

  /** Other tests compare all answers with the story's: this one was not in it. */
  private void takeBack(String invitation, Set<String> sealedBefore) {
    for (String id : sealed()) {
      if (!sealedBefore.contains(id)) {
        Traces.execute(
            wire, List.of("DELETE FROM answers.sealed_answer WHERE id = ?"), UUID.fromString(id));
      }
    }
    Traces.execute(
        wire,
        List.of("UPDATE contact.invitation SET answered = false WHERE id = ?"),
        UUID.fromString(invitation));
  }
}
