package dk.borgermaaling.gateway.edge.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.tokens.AccessTokenProof;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP, as the server sees it; the certificate of mutual TLS is put there by the fixture. */
class CallerFilterTest {
  private static final String SERVICE = "/rest/v1/case-events";
  private static final String AUDIENCE = "urn:case-events";
  private static final Cvr CVR = new Cvr("29189641");
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity PORTAL = ROOT.issue("portal");
  private static final Identity BATCH = ROOT.issue("batch");
  private static final Identity STRANGER = ROOT.issue("stranger");
  private static final Identity STS = ROOT.issue("STS");
  private static final AtomicReference<List<X509Certificate>> TRUSTED =
      new AtomicReference<>(List.of(STS.certificate()));
  private static final TokensInMemory TOKENS = new TokensInMemory();
  private static final RestEdge EDGE =
      new RestEdge(
          List.of(caller("portal", PORTAL), caller("batch", BATCH)),
          SERVICE,
          AUDIENCE,
          new AccessTokenProof(TOKENS, TRUSTED::get));

  @BeforeAll
  static void start() {
    EDGE.start();
  }

  @AfterAll
  static void stop() {
    EDGE.stop();
  }

  @Test
  void a_caller_with_its_token_comes_to_the_resource_as_itself() {
    var answer = EDGE.get(SERVICE + "/1", PORTAL, RestEdge.headers(token(PORTAL)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("29189641 [role-a]");
    assertThat(answer.headers().firstValue("x-TransaktionsId")).contains(RestEdge.TRANSACTION);
    assertThat(answer.headers().firstValue("x-TransaktionsTid")).contains(RestEdge.TIME);
  }

  @Test
  void every_proof_that_does_not_hold_gets_the_same_answer() {
    String good = token(PORTAL);
    String[] answers = {
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(null))),
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers("Bearer " + good))),
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(good + "x"))),
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers("Holder-of-key " + "A".repeat(43)))),
      body(EDGE.get(SERVICE, STRANGER, RestEdge.headers(good))),
      body(EDGE.get(SERVICE, BATCH, RestEdge.headers(good))),
      body(EDGE.get(SERVICE, null, RestEdge.headers(good))),
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(tokenFor(PORTAL, "urn:other")))),
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(good, "Signature", "sig1=:AA==:"))),
      body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(good, "Authorization", good))),
    };
    assertThat(answers).allMatch(answer -> answer.equals(answers[0]));
    assertThat(answers[0]).contains("401", "not-trusted", "Holder-of-key error=\"invalid_token\"");
  }

  @Test
  void a_token_is_worth_nothing_while_the_token_service_behind_it_is_not_trusted() {
    String token = token(PORTAL);
    String unknown =
        body(EDGE.get(SERVICE, PORTAL, RestEdge.headers("Holder-of-key " + "A".repeat(43))));
    try {
      TRUSTED.set(List.of(ROOT.issue("next STS").certificate()));
      assertThat(body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(token)))).isEqualTo(unknown);
      TRUSTED.set(List.of());
      assertThat(body(EDGE.get(SERVICE, PORTAL, RestEdge.headers(token)))).isEqualTo(unknown);
    } finally {
      TRUSTED.set(List.of(STS.certificate()));
    }
    assertThat(EDGE.get(SERVICE, PORTAL, RestEdge.headers(token)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_stranger_learns_nothing_of_transaction_headers_and_a_caller_does() {
    assertThat(EDGE.get(SERVICE, STRANGER, Map.of()).statusCode()).isEqualTo(401);
    var answer = EDGE.get(SERVICE, PORTAL, Map.of("Authorization", token(PORTAL)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("x-TransaktionsId must be a UUID of version 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8cd1b1c0-0000-1000-8000-000000000000",
        "8cd1b1c0-0000-4000-8000-00000000000",
        "8cd1b1c0-0000-4000-8000-000000000000.",
        "8cd1b1c0-0000-4000-8000-000000000000.a",
        "x"
      })
  void another_transaction_id_is_malformed(String id) {
    Map<String, String> headers =
        Map.of(
            "Authorization",
            token(PORTAL),
            "x-TransaktionsId",
            id,
            "x-TransaktionsTid",
            RestEdge.TIME);
    assertThat(EDGE.get(SERVICE, PORTAL, headers).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rest/v1/openapi.json/../case-events",
        "/rest/v1/./case-events",
        "/rest//v1/case-events",
        "/rest/v1/case-events;x=1",
        "/rest/v1/case-events%2F1",
        "/rest/v1/%63ase-events",
        "/rest/v1/case-events/",
        "/rest/v1/case-eventsx",
        "/rest/v1/token/1",
        "/rest/v1",
        "/rest/v2/case-events"
      })
  void a_path_that_could_mean_another_or_no_service_reaches_nothing(String path) {
    var answer = EDGE.get(path, PORTAL, RestEdge.headers(token(PORTAL)));
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain(CVR.value());
  }

  @Test
  void the_description_is_public_and_the_token_endpoint_proves_its_callers_itself() {
    assertThat(EDGE.get("/rest/v1/openapi.json", null, Map.of()).body()).isEqualTo("nobody");
    assertThat(EDGE.get("/rest/v1/token", null, Map.of()).body()).isEqualTo("nobody");
  }

  private static RestCaller caller(String name, Identity identity) {
    return new RestCaller(name, identity.certificate(), WayIn.ACCESS_TOKEN, Map.of());
  }

  private static String token(Identity holder) {
    return tokenFor(holder, AUDIENCE);
  }

  private static String tokenFor(Identity holder, String audience) {
    Caller caller = new Caller(CVR, Thumbprint.of(holder.certificate()), Set.of("role-a"));
    return "Holder-of-key "
        + TOKENS.issue(caller, Thumbprint.of(STS.certificate()), audience, Duration.ofHours(1));
  }

  private static String body(HttpResponse<String> answer) {
    return answer.statusCode()
        + answer.headers().firstValue("WWW-Authenticate").orElse("")
        + answer.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
  }
}
