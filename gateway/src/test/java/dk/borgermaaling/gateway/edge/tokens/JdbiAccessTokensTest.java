package dk.borgermaaling.gateway.edge.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.callers.RestCaller;
import dk.borgermaaling.gateway.edge.callers.RestCallers;
import dk.borgermaaling.gateway.edge.callers.WayIn;
import dk.borgermaaling.gateway.edge.saml.AssertionVerifier;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.testing.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdbiAccessTokensTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String AUDIENCE = "urn:case-events";
  private static final Thumbprint ISSUER = new Thumbprint("cd".repeat(32));
  private static final Caller HOLDER =
      new Caller(new Cvr("29189641"), new Thumbprint("ab".repeat(32)), Set.of("role-a", "role-b"));

  private final Database database = Database.fresh();
  private final JdbiAccessTokens tokens = new JdbiAccessTokens(database.gateway());

  @Test
  void a_token_is_known_to_every_node_with_its_holder_and_the_token_service_behind_it() {
    String token = tokens.issue(HOLDER, ISSUER, AUDIENCE, HOUR);
    assertThat(new JdbiAccessTokens(database.gateway()).find(token, AUDIENCE))
        .contains(new AccessTokens.Held(HOLDER, ISSUER));
    assertThat(tokens.find(token, "urn:other")).isEmpty();
    assertThat(tokens.find(token.replaceFirst(".$", "_"), AUDIENCE)).isEmpty();
  }

  @Test
  void a_token_that_has_expired_is_nothing_and_is_forgotten() {
    String expired = tokens.issue(HOLDER, ISSUER, AUDIENCE, Duration.ofSeconds(-1));
    String good = tokens.issue(HOLDER, ISSUER, AUDIENCE, HOUR);
    assertThat(tokens.find(expired, AUDIENCE)).isEmpty();
    assertThat(tokens.forgetExpired()).isEqualTo(1);
    assertThat(tokens.find(good, AUDIENCE)).isPresent();
  }

  @Test
  void an_exchange_notes_the_certificate_that_had_signed_the_saml_token() {
    Identity root = Identity.authority("Test CA");
    Identity sts = root.issue("STS");
    Identity portal = root.issue("portal");
    AssertionExchange exchange =
        new AssertionExchange(
            new AssertionVerifier(() -> List.of(root.certificate(), sts.certificate())),
            RestCallers.of(
                List.of(
                    new RestCaller("portal", portal.certificate(), WayIn.ACCESS_TOKEN, Map.of()))),
            List.of(
                new ProtectedService(
                    "/rest/v1/case-events",
                    new TokenSettings(
                        TestToken.AUDIENCE, new TokenLimits(Duration.ofHours(8), Duration.ZERO)))),
            tokens,
            HOUR,
            Clock.systemUTC());
    String saml = TestToken.issued(sts, portal, "29189641").xml();
    String base64 = Base64.getEncoder().encodeToString(saml.getBytes(StandardCharsets.UTF_8));
    String token = exchange.exchange(base64, Thumbprint.of(portal.certificate())).token();
    assertThat(tokens.find(token, TestToken.AUDIENCE))
        .map(AccessTokens.Held::issuer)
        .contains(Thumbprint.of(sts.certificate()));
  }
}
