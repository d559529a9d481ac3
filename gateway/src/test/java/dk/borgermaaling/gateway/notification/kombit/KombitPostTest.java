package dk.borgermaaling.gateway.notification.kombit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.kernel.CprNumber;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Recipient;
import dk.borgermaaling.gateway.notification.FailureClass;
import dk.borgermaaling.gateway.notification.Messages;
import dk.borgermaaling.gateway.notification.Post.Prepared;
import dk.borgermaaling.gateway.notification.Post.Subscription;
import dk.borgermaaling.gateway.notification.SendOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every road to an outcome once. */
class KombitPostTest extends PretendKombit {
  @Test
  void a_message_goes_out_with_a_holder_of_key_token_and_the_two_headers() {
    assertThat(send()).isEqualTo(new SendOutcome.Accepted(null));
    Seen call = only("/kombi");
    assertThat(call.header("Authorization")).isEqualTo("Holder-of-key token-00000001");
    assertThat(call.header("X-transaktionsid")).isEqualTo(message.transactionId().toString());
    assertThat(call.header("X-transaktionstid")).isEqualTo("2026-11-22T21:00:00Z");
    assertThat(call.header("Content-type")).isEqualTo("application/xml;charset=UTF-8");
    assertThat(call.body()).contains("<memo:label>Tårnby Kommune</memo:label>");
  }

  @Test
  void the_sts_is_asked_in_the_name_of_the_municipality_and_its_assertion_passed_on() {
    send();
    assertThat(only("/sts").body())
        .contains("\"AnvenderKontekst\":{\"Cvr\":\"20310413\"}")
        .contains("\"UseKey\":\"" + CERTIFICATE + "\"")
        .contains("{\"EndpointReference\":{\"Address\":\"http://entityid/kombi/1\"}}")
        .contains("\"OnBehalfOf\":null");
    String form = only("/token").body();
    assertThat(form).startsWith("saml-token=");
    String xml =
        new String(
            Base64.getDecoder()
                .decode(URLDecoder.decode(form.substring(11), StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
    assertThat(xml).contains("NotOnOrAfter");
  }

  @Test
  void a_401_is_tried_once_more_with_fresh_tokens() {
    kombi =
        request ->
            request.header("Authorization").endsWith("1")
                ? new Reply(401, "")
                : new Reply(200, TAKEN);
    assertThat(send()).isEqualTo(new SendOutcome.Accepted(null));
    assertThat(calls("/sts")).hasSize(2);
    assertThat(calls("/kombi"))
        .extracting(Seen::body)
        .hasSize(2)
        .containsOnly(calls("/kombi").get(0).body());
  }

  @Test
  void a_second_401_is_the_agreement_s_fault_and_there_is_no_third_call() {
    kombi = request -> new Reply(401, "");
    assertThat(send())
        .isInstanceOfSatisfying(
            SendOutcome.NotSent.class,
            turnedAway ->
                assertThat(turnedAway.failure().kind()).isEqualTo(FailureClass.AGREEMENT));
    assertThat(calls("/kombi")).hasSize(2);
  }

  @Test
  void result_false_is_refused() {
    kombi = request -> new Reply(200, "<kombi_response><Result>false</Result></kombi_response>");
    assertThat(send()).isInstanceOf(SendOutcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void a_server_error_leaves_the_outcome_unknown_and_is_not_repeated(int status) {
    kombi = request -> new Reply(status, "");
    assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(calls("/kombi")).hasSize(1);
  }

  @Test
  void no_answer_in_time_leaves_the_outcome_unknown_and_is_not_repeated() {
    kombi =
        request -> {
          awaitEnd();
          return new Reply(200, TAKEN);
        };
    assertThat(send()).isEqualTo(new SendOutcome.Unknown("no answer in time"));
    assertThat(calls("/kombi")).hasSize(1);
  }

  @Test
  void an_answer_without_end_leaves_the_outcome_unknown() {
    kombi = request -> new Reply(200, "<x>" + "y".repeat(300_000) + "</x>");
    assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void a_connection_reset_after_the_request_was_read_leaves_the_outcome_unknown()
      throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket hostile = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> resetAfterReading(hostile, connections));
      URI there = URI.create("http://localhost:" + hostile.getLocalPort() + "/kombi");
      assertThat(send(post(there))).isInstanceOf(SendOutcome.Unknown.class);
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void a_refused_connection_says_that_nothing_left() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertThat(send(post(URI.create("http://localhost:" + closed + "/kombi"))))
        .isInstanceOf(SendOutcome.NotSent.class);
  }

  @Test
  void an_sts_that_refuses_is_the_agreement_s_fault_and_nothing_leaves() {
    sts = request -> new Reply(400, "{}");
    assertThat(send())
        .isInstanceOfSatisfying(
            SendOutcome.NotSent.class,
            notSent -> assertThat(notSent.failure().kind()).isEqualTo(FailureClass.AGREEMENT));
    assertThat(calls("/kombi")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"RequestedSecurityToken\":{\"Assertion\":\"eHg=\"}}"})
  void an_sts_that_answers_nonsense_keeps_the_message_here(String body) {
    sts = request -> new Reply(200, body);
    assertThat(send()).isInstanceOf(SendOutcome.NotSent.class);
  }

  @Test
  void the_look_up_asks_for_the_citizen_and_believes_true_and_false() {
    assertThat(ask()).isEqualTo(Subscription.SUBSCRIBED);
    assertThat(only("/digitalpost").query()).isEqualTo("cprNumber=" + Messages.CPR);
    lookup = request -> new Reply(200, "{\"result\":false}");
    assertThat(ask()).isEqualTo(Subscription.NOT_SUBSCRIBED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[false]", "{\"result\":\"false\"}", "{\"result\":null}"})
  void a_look_up_that_does_not_say_false_never_means_not_subscribed(String body) {
    lookup = request -> new Reply(200, body);
    assertThat(ask()).isEqualTo(Subscription.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 500})
  void an_error_of_the_look_up_never_means_not_subscribed(int status) {
    lookup = request -> new Reply(status, "{\"result\":false}");
    assertThat(ask()).isEqualTo(Subscription.UNKNOWN);
  }

  @Test
  void a_service_that_does_not_answer_three_times_is_spared_and_the_look_up_goes_on() {
    KombitPost post = post();
    kombi = request -> new Reply(503, "");
    for (int i = 0; i < 3; i++) {
      assertThat(post.shutUntil()).isEmpty();
      send(post);
    }
    assertThat(post.shutUntil())
        .hasValueSatisfying(
            until -> assertThat(until).isBetween(NOW.plusSeconds(60), NOW.plusSeconds(120)));
    assertThat(post.prepare(message)).isInstanceOf(Prepared.Shut.class);
    assertThat(calls("/kombi")).hasSize(3);
    assertThat(ask(post)).isEqualTo(Subscription.SUBSCRIBED);
  }

  @Test
  void a_look_up_that_does_not_answer_is_not_asked_for_a_while_and_is_not_known() {
    KombitPost post = post();
    lookup = request -> new Reply(500, "");
    for (int i = 0; i < 5; i++) {
      assertThat(ask(post)).isEqualTo(Subscription.UNKNOWN);
    }
    assertThat(calls("/digitalpost")).hasSize(3);
    assertThat(send(post)).isInstanceOf(SendOutcome.Accepted.class);
  }

  @Test
  void who_is_refused_does_not_make_others_wait() {
    KombitPost post = post();
    kombi = request -> new Reply(403, "");
    for (int i = 0; i < 4; i++) {
      send(post);
    }
    assertThat(post.shutUntil()).isEmpty();
  }

  @Test
  void the_token_is_fetched_before_the_call_and_a_call_that_may_not_begin_does_not() {
    KombitPost post = post();
    Prepared prepared = post.prepare(message);
    assertThat(calls("/token")).hasSize(1);
    SendOutcome outcome = ((Prepared.Ready) prepared).call().make(() -> false);
    assertThat(outcome).isInstanceOf(SendOutcome.NotSent.class);
    assertThat(calls("/kombi")).isEmpty();
  }

  @Test
  void the_second_call_after_a_401_may_not_begin_too_late_either() {
    kombi = request -> new Reply(401, "");
    Prepared prepared = post().prepare(message);
    AtomicInteger asked = new AtomicInteger();
    SendOutcome outcome =
        ((Prepared.Ready) prepared).call().make(() -> asked.incrementAndGet() == 1);
    assertThat(outcome).isInstanceOf(SendOutcome.NotSent.class);
    assertThat(calls("/kombi")).hasSize(1);
  }

  @Test
  void nemsms_is_asked_for_beside_digital_post() {
    server.createContext(
        "/nemsms", exchange -> handle(exchange, request -> new Reply(200, "{\"result\":false}")));
    assertThat(
            post().nemSms(new Cvr("20310413"), new Recipient.Person(new CprNumber(Messages.CPR))))
        .isEqualTo(Subscription.NOT_SUBSCRIBED);
    assertThat(only("/nemsms").query()).isEqualTo("cprNumber=" + Messages.CPR);
  }
}
