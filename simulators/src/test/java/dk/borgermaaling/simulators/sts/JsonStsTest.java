package dk.borgermaaling.simulators.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.RunningSts;
import dk.borgermaaling.simulators.support.TestCertificates;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonStsTest {
  private static final String ODENSE = "35209115";
  @TempDir static Path state;
  private static RunningSts sts;
  private static Caller gateway;
  private static Caller caller;

  @BeforeAll
  static void start() throws Exception {
    sts = RunningSts.start(state);
    gateway = new Caller(sts.port(), "gateway");
    caller = new Caller(sts.port(), "caller");
  }

  @AfterAll
  static void stop() {
    sts.close();
  }

  @Test
  void an_assertion_buys_an_access_token_that_is_bound_to_certificate_service_and_municipality()
      throws Exception {
    HttpResponse<String> answer = gateway.exchange(gateway.assertion(Registry.SEND, ODENSE));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(Caller.json(answer.body()).getString("token_type")).isEqualTo("Holder-of-key");
    assertThat(Caller.json(answer.body()).getInt("expires_in")).isEqualTo(3600);
    String token = Caller.json(answer.body()).getString("access_token");
    var own = TestCertificates.key("gateway").certificate();
    var other = TestCertificates.key("caller").certificate();
    assertThat(sts.tokens().cvr(token, own, Registry.SEND)).hasValue(ODENSE);
    assertThat(sts.tokens().cvr(token, other, Registry.SEND)).isEmpty();
    assertThat(sts.tokens().cvr(token, null, Registry.SEND)).isEmpty();
    assertThat(sts.tokens().cvr(token, own, Registry.LOOK_UP)).isEmpty();
  }

  @Test
  void the_lifetime_has_the_american_form() throws Exception {
    assertThat(Caller.json(gateway.saml(Registry.SEND, ODENSE).body()).getString("Lifetime"))
        .matches("[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}");
  }

  @Test
  void a_use_key_that_is_not_the_certificate_of_the_connection_is_refused() throws Exception {
    HttpResponse<String> answer =
        gateway.saml(Registry.SEND, ODENSE, TestCertificates.key("caller"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UseKey");
  }

  @Test
  void unknown_services_municipalities_and_systems_are_refused() throws Exception {
    assertThat(gateway.saml(Registry.SEND + "/", ODENSE).statusCode()).isEqualTo(400);
    assertThat(gateway.saml(Registry.SEND, "12345678").statusCode()).isEqualTo(400);
    assertThat(caller.saml(Registry.SEND, "29189641").statusCode()).isEqualTo(400);
    assertThat(new Caller(sts.port(), "fasit").saml(Registry.SEND, ODENSE).body()).contains("5607");
  }

  @Test
  void another_certificate_cannot_exchange_the_assertion() throws Exception {
    HttpResponse<String> answer = caller.exchange(gateway.assertion(Registry.SEND, ODENSE));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(value -> assertThat(value).contains("invalid_token"));
  }

  @Test
  void an_assertion_for_another_audience_buys_nothing() throws Exception {
    assertThat(caller.exchange(caller.assertion(Registry.CASE_EVENT, "29189641")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_changed_assertion_buys_nothing() throws Exception {
    String assertion =
        new String(
            Base64.getDecoder().decode(gateway.assertion(Registry.SEND, ODENSE)),
            StandardCharsets.UTF_8);
    String changed = assertion.replace(">" + ODENSE + "<", ">29189641<");
    assertThat(changed).isNotEqualTo(assertion);
    HttpResponse<String> answer =
        gateway.exchange(
            Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(gateway.exchange("%%").statusCode()).isEqualTo(400);
  }
}
