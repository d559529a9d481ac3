package dk.borgermaaling.simulators.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.simulators.certificates.KeyFile;
import dk.borgermaaling.simulators.support.Caller;
import dk.borgermaaling.simulators.support.RunningSts;
import dk.borgermaaling.simulators.support.TestCertificates;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthStsTest {
  private static final String CLIENT = Registry.clientId("gateway");
  private static final String SCOPE = "entityid:" + Registry.SEND + ",anvenderkontekst:35209115";
  @TempDir static Path state;
  private static RunningSts sts;
  private static Caller gateway;

  @BeforeAll
  static void start() throws Exception {
    sts = RunningSts.start(state);
    gateway = new Caller(sts.port(), "gateway");
  }

  @AfterAll
  static void stop() {
    sts.close();
  }

  @Test
  void a_jwt_is_signed_and_bound_to_certificate_service_and_municipality() throws Exception {
    HttpResponse<String> answer = ask(gateway, "client_credentials", CLIENT, SCOPE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    JsonObject body = Caller.json(answer.body());
    assertThat(body.getString("token_type")).isEqualTo("Holder-of-key");
    assertThat(body.getInt("expires_in")).isEqualTo(28_800);
    String[] parts = body.getString("access_token").split("\\.");
    assertThat(isSigned(parts)).isTrue();
    JsonObject claims = Caller.json(text(parts[1]));
    assertThat(claims.getString("aud")).isEqualTo(Registry.SEND);
    assertThat(claims.getString("cvr")).isEqualTo("35209115");
    assertThat(claims.getString("sub")).isEqualTo(CLIENT);
    KeyFile own = TestCertificates.key("gateway");
    assertThat(claims.getJsonObject("cnf").getString("x5t#S256")).hasSize(43);
    assertThat(claims.getJsonNumber("exp").longValue() - claims.getJsonNumber("nbf").longValue())
        .isEqualTo(28_800);
    String token = body.getString("access_token");
    assertThat(sts.tokens().cvr(token, own.certificate(), Registry.SEND)).hasValue("35209115");
    assertThat(sts.tokens().cvr(token, own.certificate(), Registry.LOOK_UP)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password|http://borgermaaling.dk/system/gateway/1|entityid:SEND,anvenderkontekst:35209115|400|unsupported_grant_type",
        "client_credentials|http://borgermaaling.dk/system/caller/1|entityid:SEND,anvenderkontekst:35209115|401|invalid_client",
        "client_credentials|http://borgermaaling.dk/system/gateway/1|entityid:SEND|400|invalid_scope",
        "client_credentials|http://borgermaaling.dk/system/gateway/1|entityid:SEND,anvenderkontekst:3520911|400|invalid_scope",
        "client_credentials|http://borgermaaling.dk/system/gateway/1|entityid:SEND,anvenderkontekst:35209115,anvenderkontekst:35209115|400|invalid_scope",
        "client_credentials|http://borgermaaling.dk/system/gateway/1|entity_id:SEND,anvenderkontekst:35209115|400|invalid_scope",
        "client_credentials|http://borgermaaling.dk/system/gateway/1|entityid:SEND/,anvenderkontekst:35209115|400|invalid_scope",
        "client_credentials|http://borgermaaling.dk/system/gateway/1|entityid:SEND,anvenderkontekst:12345678|400|invalid_scope"
      })
  void what_is_not_asked_rightly_is_refused_as_oauth_says(
      String grant, String client, String scope, int status, String error) throws Exception {
    HttpResponse<String> answer = ask(gateway, grant, client, scope.replace("SEND", Registry.SEND));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Caller.json(answer.body()).getString("error")).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("access_token");
  }

  @Test
  void a_certificate_that_nobody_registered_is_no_client() throws Exception {
    HttpResponse<String> answer =
        ask(new Caller(sts.port(), "fasit"), "client_credentials", CLIENT, SCOPE);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("invalid_client");
  }

  @Test
  void acting_for_another_system_needs_a_grant_and_the_other_systems_agreement() throws Exception {
    String caller = Thumbprint.of(TestCertificates.key("caller").certificate());
    String scope = "entityid:" + Registry.CASE_EVENT + ",anvenderkontekst:29189641,onbehalfof:";
    assertThat(ask(gateway, "client_credentials", CLIENT, scope + caller).statusCode())
        .isEqualTo(200);
    assertThat(ask(gateway, "client_credentials", CLIENT, SCOPE + ",onbehalfof:" + caller).body())
        .contains("invalid_scope");
    String stranger = Thumbprint.of(TestCertificates.key("fasit").certificate());
    assertThat(ask(gateway, "client_credentials", CLIENT, scope + stranger).body())
        .contains("invalid_scope");
    assertThat(
            ask(
                    new Caller(sts.port(), "caller"),
                    "client_credentials",
                    Registry.clientId("caller"),
                    SCOPE
                        + ",onbehalfof:"
                        + Thumbprint.of(TestCertificates.key("gateway").certificate()))
                .body())
        .contains("invalid_scope");
  }

  private static HttpResponse<String> ask(Caller who, String grant, String client, String scope)
      throws Exception {
    return who.send(
        who.request("/runtime/api/rest/oauth/v1/issue")
            .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type="
                        + grant
                        + "&client_id="
                        + encode(client)
                        + "&scope="
                        + encode(scope))));
  }

  private static boolean isSigned(String[] parts) throws Exception {
    Signature rsa = Signature.getInstance("RSASSA-PSS");
    rsa.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    rsa.initVerify(TestCertificates.key("sts").certificate());
    rsa.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return rsa.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
