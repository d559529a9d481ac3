package dk.borgermaaling.simulators.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.Eventually;
import dk.borgermaaling.simulators.support.RunningPost;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Switches that apply to a share of the calls, and what a test can ask about them afterwards. */
class SharedSwitchesTest extends RunningPostFixture {
  @Test
  void a_share_goes_wrong_in_the_same_places_with_the_same_seed() throws Exception {
    List<Integer> first = statuses(7);
    assertThat(first).contains(200, 500);
    assertThat(statuses(8)).isNotEqualTo(first);
    stop();
    start();
    assertThat(statuses(7)).isEqualTo(first);
  }

  @Test
  void an_outage_ends_by_itself() throws Exception {
    turnOn("outage", "{\"lasts\":1}");
    assertThat(caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode()).isEqualTo(503);
    Eventually.until(this::answersAgain);
  }

  @Test
  void a_share_that_is_no_share_is_refused() throws Exception {
    HttpRequest.Builder request =
        caller
            .request("/switches/error-500")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"share\":2}"));
    assertThat(caller.send(request).statusCode()).isEqualTo(400);
  }

  @Test
  void a_repeated_message_is_taken_and_counted_or_refused_and_every_call_is_listed()
      throws Exception {
    String again =
        MemoText.kombi(
            SILKEBORG, RunningPost.REACHABLE, UUID.randomUUID().toString(), "an-id/first");
    assertThat(caller.kombi(token, again).body()).contains("<Result>true</Result>");
    assertThat(caller.kombi(token, again).body()).contains("<Result>true</Result>");
    turnOn("refuse-duplicates", "");
    HttpResponse<String> refused = caller.kombi(token, again);
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body()).contains("<Result>false</Result>");
    assertThat(messages())
        .singleElement()
        .satisfies(message -> assertThat(message.getInt("attempts")).isEqualTo(2));
    assertThat(listed("/mailbox/api/calls"))
        .extracting(call -> call.getString("outcome"))
        .containsExactly("accepted", "repeated", "refused");
    assertThat(listed("/mailbox/api/calls"))
        .allSatisfy(call -> assertThat(call.getString("messageID")).isEqualTo("an-id/first"));
  }

  @Test
  void every_receipt_is_listed_with_how_often_it_was_acknowledged() throws Exception {
    caller.kombi(token, valid(RunningPost.REACHABLE));
    Eventually.until(post::isQuiet);
    assertThat(listed("/beskedfordeler/api/receipts"))
        .extracting(receipt -> receipt.getString("status") + receipt.getInt("acknowledged"))
        .containsExactly("RECEIVED1", "DELIVERED1");
    assertThat(listed("/mailbox/api/residents"))
        .extracting(resident -> resident.getBoolean("digitalPost"))
        .containsExactly(true, false);
  }

  private boolean answersAgain() {
    try {
      return caller.kombi(token, valid(RunningPost.REACHABLE)).statusCode() == 200;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Integer> statuses(long seed) throws Exception {
    turnOn("error-500", "{\"share\":0.5,\"seed\":" + seed + "}");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String memo =
          MemoText.kombi(
              SILKEBORG,
              RunningPost.REACHABLE,
              UUID.randomUUID().toString(),
              seed + "-" + i + "/first");
      statuses.add(caller.kombi(token, memo).statusCode());
    }
    return statuses;
  }

  private List<JsonObject> listed(String path) throws Exception {
    return Caller.json("{\"all\":" + page(path) + "}")
        .getJsonArray("all")
        .getValuesAs(JsonObject.class);
  }
}
