package dk.borgermaaling.gateway.access.kombit;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** Exchanges an assertion for an access token at AccessTokenService (OIO IDWS REST 1.0). */
public final class AccessTokenClient implements ExchangedTokens.TokenExchange {
  private static final String TYPE = "Holder-of-key";
  private static final TokenServiceCall SERVICE = new TokenServiceCall("AccessTokenService");
  private final URI endpoint;
  private final Clock clock;

  /**
   * @param clock real time
   */
  public AccessTokenClient(URI endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  @Override
  public AccessToken exchange(TokenKey key, Assertion assertion) throws NoToken {
    String form = "saml-token=" + URLEncoder.encode(assertion.base64(), StandardCharsets.UTF_8);
    HttpRequest request = TokenServiceCall.question(endpoint, TokenServiceCall.FORM, form);
    Instant asked = clock.instant();
    byte[] body = SERVICE.body(key.holder().http(), request);
    return token(body, asked, assertion.notOnOrAfter());
  }

  /** A token never outlives the assertion that it was made from. */
  private static AccessToken token(byte[] body, Instant asked, Instant end) throws NoToken {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      JsonObject answer = reader.readObject();
      String value = answer.getString("access_token", "");
      int seconds = answer.getInt("expires_in", 0);
      if (value.matches("[A-Za-z0-9._~+/=-]{8,4096}")
          && seconds > 0
          && TYPE.equalsIgnoreCase(answer.getString("token_type", ""))) {
        Instant expiry = asked.plusSeconds(seconds);
        return new AccessToken(value, expiry.isBefore(end) ? expiry : end);
      }
    } catch (JsonException | ClassCastException e) {
      // Told below, like an answer that lacks the token.
    }
    throw SERVICE.unreadable("without a holder-of-key token");
  }
}
