package dk.borgermaaling.gateway.edge.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.callers.ProtectedService;
import dk.borgermaaling.gateway.edge.callers.WayIn;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtProofTest {
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity STS = ROOT.issue("STS");
  private static final Identity HOLDER = ROOT.issue("caller");
  private static final String TOKEN = new TestJwt(HOLDER).signed(STS);
  private static final TokenLimits LIMITS = new TokenLimits(Duration.ofHours(8), Duration.ZERO);

  private final JwtProof proof =
      new JwtProof(
          new JwtVerifier(() -> List.of(STS.certificate())),
          TestJwt.ISSUER,
          Clock.fixed(Instant.ofEpochSecond(TestJwt.NOW), ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Holder-of-key ", "bearer ", "HOLDER-OF-KEY "})
  void callers_write_either_scheme(String scheme) {
    Caller caller = verify(TestJwt.AUDIENCE, HOLDER, scheme + TOKEN);
    assertThat(caller.cvr().value()).isEqualTo(TestJwt.CVR);
    assertThat(caller.roles()).isEqualTo(Set.of(TestJwt.ROLE));
    assertThat(proof.wayIn()).isEqualTo(WayIn.JWT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic ", "Bearer  ", "Bearer\t", "Bearer, ", " Bearer "})
  void another_scheme_or_shape_is_not_trusted(String scheme) {
    refused(TestJwt.AUDIENCE, HOLDER, scheme + TOKEN);
  }

  @Test
  void two_headers_are_not_trusted_even_when_they_are_equal() {
    refused(TestJwt.AUDIENCE, HOLDER, "Bearer " + TOKEN, "Bearer " + TOKEN);
    refused(TestJwt.AUDIENCE, HOLDER);
  }

  @Test
  void a_token_is_nothing_on_another_connection_or_without_a_certificate() {
    refused(TestJwt.AUDIENCE, STS, "Bearer " + TOKEN);
    refused(TestJwt.AUDIENCE, null, "Bearer " + TOKEN);
  }

  @Test
  void a_token_for_one_service_is_nothing_at_another() {
    refused("http://borgermaaling.dk/service/other/1", HOLDER, "Bearer " + TOKEN);
  }

  private void refused(String audience, @Nullable Identity client, String... authorization) {
    assertThatThrownBy(() -> verify(audience, client, authorization))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED));
  }

  private Caller verify(String audience, @Nullable Identity client, String... authorization) {
    ProtectedService service =
        new ProtectedService("/rest/v1/x", new TokenSettings(audience, LIMITS));
    return proof.verify(request(client, List.of(authorization)), service).caller();
  }

  private static HttpServletRequest request(@Nullable Identity client, List<String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            JwtProofTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> Collections.enumeration(headers);
                  case "getAttribute" ->
                      client == null ? null : new X509Certificate[] {client.certificate()};
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
