package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.Eventually;
import dk.borgermaaling.simulators.support.RunningPost;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalPostTest extends RunningPostFixture {
  @Test
  void a_message_is_accepted_arrives_and_is_reported_received_then_delivered() throws Exception {
    String uuid = UUID.randomUUID().toString();
    String invitation = UUID.randomUUID().toString();
    HttpResponse<String> answer =
        caller.kombi(
            token,
            MemoText.kombi(SILKEBORG, RunningPost.REACHABLE, uuid, invitation + "/reminder-1"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Result>true</Result>", "<AdvisTekst>Received<");
    assertThat(answer.headers().firstValue("x-TransaktionsId")).isPresent();
    Eventually.until(() -> gateway.receipts().size() == 2);
    String transmission = first(answer.body(), "<TransmissionID>(.*?)</TransmissionID>");
    assertThat(payloads())
        .allMatch(text -> text.contains("<MessageUUID>" + uuid + "</MessageUUID>"))
        .allMatch(text -> text.contains("<TransmissionId>" + transmission))
        .satisfiesExactly(
            text -> assertThat(text).contains(">Modtaget Digital Post<"),
            text -> assertThat(text).contains(">Afleveret Digital Post<"));

    JsonObject message = messages().get(0);
    assertThat(message.getString("recipient")).isEqualTo(RunningPost.REACHABLE);
    assertThat(message.getString("invitation")).isEqualTo(invitation);
    assertThat(message.getString("step")).isEqualTo("reminder-1");
    assertThat(message.getString("link")).isEqualTo("https://localhost:9443/s/abc");
    assertThat(payloads().get(1)).contains(message.getString("receivedAt").substring(0, 19));
  }

  @Test
  void the_same_message_uuid_twice_is_one_letter_and_two_attempts() throws Exception {
    String kombi = valid(RunningPost.REACHABLE);
    caller.kombi(token, kombi);
    assertThat(caller.kombi(token, kombi).statusCode()).isEqualTo(200);
    assertThat(messages()).hasSize(1);
    assertThat(messages().get(0).getInt("attempts")).isEqualTo(2);
    turnOn("keep-duplicates", "");
    caller.kombi(token, kombi);
    assertThat(messages()).hasSize(2);
  }

  @Test
  void who_is_exempt_gets_nothing_and_the_sender_is_told_it_failed() throws Exception {
    assertThat(caller.kombi(token, valid(RunningPost.EXEMPT)).body()).contains("true</Result>");
    Eventually.until(() -> gateway.receipts().size() == 1);
    assertThat(payloads().get(0)).contains(">Fejlet<", "<FejlKode>");
    assertThat(messages()).isEmpty();
  }

  @Test
  void a_message_that_breaks_the_schema_is_accepted_and_fails_later() throws Exception {
    String wrong =
        valid(RunningPost.REACHABLE).replace("<memo:label>Fortæl", "<memo:x/><memo:label>Fortæl");
    assertThat(caller.kombi(token, wrong).body()).contains("<Result>true</Result>");
    Eventually.until(() -> gateway.receipts().size() == 1);
    assertThat(payloads().get(0)).contains("<FejlKode>memo.invalid</FejlKode>", "tag name \"x\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<kombi_request> | <kombi_request xmlns=\"urn:x\"> | 400",
        "Digital Post</Kombi | Digital post</Kombi | 400",
        "Digital Post</Kombi | Automatisk Valg</Kombi | 200",
        "Digital Post</Kombi | NemSMS</Kombi | 200",
        "senderID>29189641 | senderID>35209115 | 200",
        "</kombi_request> | </kombi> | 400",
        "</kombi_request> | <x/></kombi_request> | 400",
        "memo: | m: | 400"
      })
  void a_call_that_breaks_the_rules_is_refused(String right, String wrong, int status)
      throws Exception {
    String kombi =
        valid(RunningPost.REACHABLE)
            .replace(right, wrong)
            .replace("xmlns:memo", right.equals("memo:") ? "xmlns:m" : "xmlns:memo");
    HttpResponse<String> answer = caller.kombi(token, kombi);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("<FejlTekst>").doesNotContain("<Result>true");
    assertThat(messages()).isEmpty();
  }

  @Test
  void tokens_and_headers_are_checked() throws Exception {
    String path = "/service/PostForespoerg_1/digitalpost?cprNumber=" + RunningPost.REACHABLE;
    String lookUp = caller.accessToken(Registry.LOOK_UP, SILKEBORG);
    assertThat(caller.send(caller.service(path, lookUp)).body()).isEqualTo("{\"result\":true}");
    assertThat(caller.send(caller.service(path, token)).statusCode()).isEqualTo(401);
    assertThat(new Caller(post.port(), "caller").send(caller.service(path, lookUp)).statusCode())
        .isEqualTo(401);
    assertThat(
            caller
                .send(caller.service(path, lookUp).setHeader("x-TransaktionsTid", "nu"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            caller
                .send(
                    caller
                        .service(path, lookUp)
                        .setHeader("x-TransaktionsId", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
                .statusCode())
        .isEqualTo(400);
    String exempt = "/service/PostForespoerg_1/digitalpost?cprNumber=" + RunningPost.EXEMPT;
    assertThat(caller.send(caller.service(exempt, lookUp)).body()).isEqualTo("{\"result\":false}");
    String nonsense = "/service/PostForespoerg_1/nemsms?cvrNumber=FooBar";
    assertThat(caller.send(caller.service(nonsense, lookUp)).body())
        .isEqualTo("{\"result\":false}");
  }

  @Test
  void a_reset_connection_may_have_accepted_the_message() throws Exception {
    turnOn(
        "reset-after-accept", "{\"recipients\":[\"" + RunningPost.REACHABLE + "\"],\"times\":1}");
    String kombi = valid(RunningPost.REACHABLE);
    assertThatThrownBy(() -> caller.kombi(token, kombi)).isInstanceOf(IOException.class);
    assertThat(messages()).hasSize(1);
    Eventually.until(() -> gateway.receipts().size() == 2);
    assertThat(caller.kombi(token, kombi).statusCode()).isEqualTo(200);
  }

  @Test
  void a_slow_answer_has_accepted_the_message_long_before() throws Exception {
    turnOn("slow-but-accepted", "{\"seconds\":2}");
    long start = System.nanoTime();
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(1_900_000_000L);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void a_slow_connection_that_is_lost_has_accepted_nothing() throws Exception {
    turnOn("slow-and-lost", "{\"seconds\":1,\"times\":1}");
    assertThatThrownBy(() -> caller.kombi(token, valid(RunningPost.REACHABLE)))
        .isInstanceOf(IOException.class);
    assertThat(messages()).isEmpty();
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(200);
  }

  @Test
  void switched_errors_accept_nothing() throws Exception {
    turnOn("error-500", "{\"times\":1}");
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(500);
    turnOn("result-false", "{\"times\":1}");
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).body()).contains("false</Result>");
    turnOn("unauthorized", "{\"times\":1}");
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(401);
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(401);
    assertThat(messages()).isEmpty();
    String fresh = caller.accessToken(Registry.SEND, SILKEBORG);
    assertThat(caller.kombi(fresh, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_restart_forgets_neither_letters_nor_receipts() throws Exception {
    gateway.answer("40");
    String kombi = valid(RunningPost.REACHABLE);
    caller.kombi(token, kombi);
    Eventually.until(() -> gateway.receipts().size() >= 2);
    post.close();
    gateway.answer("20");
    post = RunningPost.start(state, gateway.address());
    Eventually.until(() -> post.isQuiet());
    caller = new Caller(post.port(), "gateway");
    assertThat(messages()).hasSize(1);
    token = caller.accessToken(Registry.SEND, SILKEBORG);
    caller.kombi(token, kombi);
    assertThat(messages().get(0).getInt("attempts")).isEqualTo(2);
  }

  @Test
  void every_accepted_message_can_be_read_as_it_came_after_a_restart_too() throws Exception {
    String delivered = valid(RunningPost.REACHABLE);
    String failed = valid(RunningPost.EXEMPT);
    caller.kombi(token, delivered);
    caller.kombi(token, failed);
    assertThat(memos()).containsExactly(delivered, failed);
    post.close();
    post = RunningPost.start(state, gateway.address());
    caller = new Caller(post.port(), "gateway");
    assertThat(memos()).containsExactly(delivered, failed);
  }

  private List<String> memos() throws Exception {
    List<String> memos = new ArrayList<>();
    String list = page("/mailbox/api/memos");
    for (String id : list.substring(2, list.length() - 2).split("\",\"", -1)) {
      memos.add(page("/mailbox/api/memos/" + id));
    }
    return memos;
  }

  @Test
  void the_pages_show_no_cpr_number_in_full_and_the_action_as_a_button() throws Exception {
    caller.kombi(token, valid(RunningPost.REACHABLE));
    String people = page("/mailbox/");
    assertThat(people).contains("610101-xxxx").doesNotContain(RunningPost.REACHABLE);
    String person = page(first(people, "href=\"(/mailbox/people/[^\"]*)\""));
    assertThat(person).contains("Fortæl om dit møde").doesNotContain(RunningPost.REACHABLE);
    String letter = page(first(person, "href=\"(/mailbox/messages/[^\"]*)\""));
    assertThat(letter)
        .contains("href=\"https://localhost:9443/s/abc\">Svar her</a>")
        .doesNotContain(RunningPost.REACHABLE);
    assertThat(page(first(letter, "src=\"(/mailbox/[^\"]*)\""))).isEqualTo("<p>Kære borger</p>");
    assertThat(caller.send(caller.request("/mailbox/messages/99")).statusCode()).isEqualTo(404);
  }
}
