package dk.borgermaaling.gateway.access.kombit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTokensTest {
  private static final Identity GATEWAY = Identity.authority("gateway");
  private static final TokenHolder HOLDER = TestHolders.of(GATEWAY);
  private static final X509Certificate OTHER = Identity.authority("other").certificate();
  private static final String SERVICE = "http://entityid/a/1";

  private final SettableRealClock clock = new SettableRealClock("2026-11-22T21:00:00Z");
  private HttpServer server;
  private int status = 200;
  private String answer = granted(SERVICE, "35209115", GATEWAY.certificate());
  private String asked = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void it_asks_in_kombits_form_and_keeps_what_is_for_it() throws NoToken {
    AccessToken token = fetch(Optional.empty());
    assertThat(token.header()).startsWith("Holder-of-key ey");
    assertThat(token.expiresAt()).isEqualTo("2026-11-23T05:00:00Z");
    assertThat(URLDecoder.decode(asked, StandardCharsets.UTF_8))
        .contains("grant_type=client_credentials", "client_id=http://gateway/1")
        .contains("scope=entityid:http://entityid/a/1,anvenderkontekst:35209115")
        .doesNotContain("onbehalfof");
    fetch(Optional.of(OTHER));
    assertThat(URLDecoder.decode(asked, StandardCharsets.UTF_8))
        .contains("anvenderkontekst:35209115,onbehalfof:" + Thumbprint.of(OTHER).sha256());
  }

  @Test
  void it_is_used_no_longer_than_it_says_itself() throws NoToken {
    answer = answer.replace("28800", "99999999");
    assertThat(fetch(Optional.empty()).expiresAt()).isEqualTo(Instant.ofEpochSecond(1795410000));
  }

  @Test
  void one_that_does_not_say_its_end_is_not_kept() {
    String good = answer;
    answer = granted(SERVICE, "35209115", GATEWAY.certificate(), "");
    assertThat(answer).isNotEqualTo(good);
    assertThatThrownBy(() -> fetch(Optional.empty()))
        .hasMessage("the STS answered with a token without an end");
  }

  @Test
  void what_is_for_somebody_else_is_not_kept() {
    for (String other :
        new String[] {
          granted("http://entityid/b/1", "35209115", GATEWAY.certificate()),
          granted(SERVICE, "20310413", GATEWAY.certificate()),
          granted(SERVICE, "35209115", OTHER)
        }) {
      answer = other;
      assertThatThrownBy(() -> fetch(Optional.empty()))
          .hasMessage("the STS answered with a token for somebody else");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"access_token\":7}",
        "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":60}",
        "{\"access_token\":\"a.b\",\"token_type\":\"Holder-of-key\",\"expires_in\":60}",
        "{\"access_token\":\"a.%.c\",\"token_type\":\"Holder-of-key\",\"expires_in\":60}",
        "{\"access_token\":\"a.W10.c\",\"token_type\":\"Holder-of-key\",\"expires_in\":60}"
      })
  void what_is_no_token_is_said_to_be_none(String body) {
    answer = body;
    assertThatThrownBy(() -> fetch(Optional.empty()))
        .isInstanceOfSatisfying(
            NoToken.class, none -> assertThat(none.reason()).isEqualTo(NoToken.Reason.UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"error\":\"invalid_scope\",\"error_description\":\"x\"}|REFUSED|the STS answered 400, invalid_scope",
        "401|{\"error\":\"our secret\"}|REFUSED|the STS answered 401",
        "403|no json|REFUSED|the STS answered 403",
        "503|{}|UNREACHABLE|the STS answered 503"
      })
  void a_refusal_is_told_from_a_failure(
      int code, String body, NoToken.Reason reason, String message) {
    status = code;
    answer = body;
    assertThatThrownBy(() -> fetch(Optional.empty()))
        .hasMessage(message)
        .isInstanceOfSatisfying(NoToken.class, none -> assertThat(none.reason()).isEqualTo(reason));
  }

  private AccessToken fetch(Optional<X509Certificate> onBehalfOf) throws NoToken {
    URI there = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    return new OAuthTokens(there, "http://gateway/1", clock)
        .fetch(new TokenKey(HOLDER, new Cvr("35209115"), SERVICE, onBehalfOf));
  }

  private static String granted(String audience, String cvr, X509Certificate holder) {
    return granted(audience, cvr, holder, "\"exp\":1795410000,");
  }

  private static String granted(String audience, String cvr, X509Certificate holder, String end) {
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    String claims =
        "{\"aud\":\"%s\",\"cvr\":\"%s\",%s\"cnf\":{\"x5t#S256\":\"%s\"}}"
            .formatted(audience, cvr, end, url.encodeToString(Thumbprint.of(holder).bytes()));
    String jwt =
        url.encodeToString("{\"alg\":\"PS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + url.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + ".c2ln";
    return "{\"access_token\":\""
        + jwt
        + "\",\"token_type\":\"Holder-of-key\",\"expires_in\":28800}";
  }
}
