package dk.borgermaaling.gateway.edge.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.limit.CallLimits;
import dk.borgermaaling.gateway.edge.limit.HandClock;
import dk.borgermaaling.gateway.edge.limit.LimitSettings;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.tokens.AccessTokenProof;
import dk.borgermaaling.gateway.edge.web.LimitFilter;
import dk.borgermaaling.gateway.edge.web.LimitedPath;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits and callers together, over HTTP. */
class LimitedCallersTest {
  private static final String SERVICE = "/rest/v1/case-events";
  private static final String AUDIENCE = "urn:case-events";
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity PORTAL = ROOT.issue("portal");
  private static final Identity STS = ROOT.issue("STS");
  private static final Identity BATCH = ROOT.issue("batch");
  private final TokensInMemory tokens = new TokensInMemory();
  private final HandClock clock = new HandClock(0);
  private final RestEdge edge =
      new RestEdge(
          Map.of("portal", PORTAL, "batch", BATCH),
          SERVICE,
          AUDIENCE,
          new AccessTokenProof(tokens, () -> List.of(STS.certificate())),
          new LimitFilter(
              new CallLimits(new LimitSettings(1, 3, 2, 100), clock),
              List.of(new LimitedPath("rest", LimitedPath.Protocol.HTTP))));

  @BeforeEach
  void start() {
    edge.start();
  }

  @AfterEach
  void stop() {
    edge.stop();
  }

  @Test
  void a_caller_beyond_its_limit_waits_and_another_does_not() {
    for (int i = 0; i < 3; i++) {
      assertThat(good(PORTAL).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> limited = good(PORTAL);
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("1");
    assertThat(limited.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(limited.body()).contains("problems/too-many-requests");
    assertThat(good(BATCH).statusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(good(PORTAL).statusCode()).isEqualTo(200);
  }

  @Test
  void a_caller_that_is_only_refused_is_answered_429_even_with_a_good_token() {
    assertThat(bad(PORTAL).statusCode()).isEqualTo(401);
    assertThat(bad(PORTAL).statusCode()).isEqualTo(401);
    assertThat(good(PORTAL).statusCode()).isEqualTo(429);
    assertThat(good(BATCH).statusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(30));
    assertThat(good(PORTAL).statusCode()).isEqualTo(200);
  }

  @Test
  void accepted_calls_make_up_for_refused_ones() {
    for (int i = 0; i < 10; i++) {
      assertThat(good(PORTAL).statusCode()).isEqualTo(200);
      assertThat(bad(PORTAL).statusCode()).isEqualTo(401);
      clock.pass(Duration.ofSeconds(2));
    }
  }

  @Test
  void strangers_who_read_the_public_description_are_limited_by_their_address() {
    for (int i = 0; i < 3; i++) {
      assertThat(edge.get("/rest/v1/openapi.json", null, Map.of()).statusCode()).isEqualTo(200);
    }
    assertThat(edge.get("/rest/v1/openapi.json", null, Map.of()).statusCode()).isEqualTo(429);
    assertThat(good(PORTAL).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> good(Identity client) {
    Caller caller =
        new Caller(new Cvr("29189641"), Thumbprint.of(client.certificate()), Set.of("role-a"));
    String token =
        tokens.issue(caller, Thumbprint.of(STS.certificate()), AUDIENCE, Duration.ofHours(1));
    return edge.get(SERVICE, client, RestEdge.headers("Holder-of-key " + token));
  }

  private HttpResponse<String> bad(Identity client) {
    return edge.get(SERVICE, client, RestEdge.headers("Holder-of-key " + "A".repeat(43)));
  }
}
