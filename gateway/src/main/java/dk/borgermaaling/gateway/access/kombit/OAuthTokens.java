package dk.borgermaaling.gateway.access.kombit;

import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.edge.Thumbprint;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks KOMBIT's STS for a JWT over its OAuth variant, {@code /runtime/api/rest/oauth/v1/issue}:
 * client credentials (RFC 6749) over mutual TLS, bound to the certificate (RFC 8705).
 */
public final class OAuthTokens implements TokenSource {
  private static final TokenServiceCall STS = new TokenServiceCall("the STS");

  /** RFC 6749, section 5.2; other texts of another system do not reach a log. */
  private static final Set<String> ERRORS =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  private final URI endpoint;
  private final String clientId;
  private final Clock clock;

  /**
   * @param clientId what the gateway is known by, besides its certificate
   * @param clock real time
   */
  public OAuthTokens(URI endpoint, String clientId, Clock clock) {
    this.endpoint = endpoint;
    this.clientId = clientId;
    this.clock = clock;
  }

  @Override
  public AccessToken fetch(TokenKey key) throws NoToken {
    HttpRequest request = TokenServiceCall.question(endpoint, TokenServiceCall.FORM, form(key));
    Instant asked = clock.instant();
    Exchange.Answered answer = STS.answer(key.holder().http(), request);
    if (answer.status() != 200) {
      throw STS.refused(answer.status(), error(answer.body()));
    }
    return token(answer.body(), asked, key);
  }

  private String form(TokenKey key) {
    String scope =
        "entityid:"
            + key.entityId()
            + ",anvenderkontekst:"
            + key.authority().value()
            + key.onBehalfOf()
                .map(other -> ",onbehalfof:" + Thumbprint.of(other).sha256())
                .orElse("");
    return Map.of("grant_type", "client_credentials", "client_id", clientId, "scope", scope)
        .entrySet()
        .stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static AccessToken token(byte[] body, Instant asked, TokenKey key) throws NoToken {
    try {
      JsonObject answer = read(body);
      String value = answer.getString("access_token", "");
      int seconds = answer.getInt("expires_in", 0);
      String[] parts = value.split("\\.", -1);
      if (parts.length != 3
          || seconds <= 0
          || !"Holder-of-key".equalsIgnoreCase(answer.getString("token_type", ""))) {
        throw STS.unreadable("without a holder-of-key token");
      }
      JsonObject claims = read(Base64.getUrlDecoder().decode(parts[1]));
      if (!isFor(claims, key)) {
        throw STS.unreadable("with a token for somebody else");
      }
      if (!(claims.get("exp") instanceof JsonNumber expires)) {
        throw STS.unreadable("with a token without an end");
      }
      Instant end = Instant.ofEpochSecond(expires.longValueExact());
      Instant told = asked.plusSeconds(seconds);
      return new AccessToken(value, told.isBefore(end) ? told : end);
    } catch (JsonException
        | ClassCastException
        | ArithmeticException
        | DateTimeException
        | IllegalArgumentException e) {
      throw STS.unreadable("without a holder-of-key token");
    }
  }

  private static boolean isFor(JsonObject claims, TokenKey key) {
    JsonObject confirmation = claims.getJsonObject("cnf");
    String thumbprint =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Thumbprint.of(key.holder().certificate().certificate()).bytes());
    return claims.get("aud") instanceof JsonString audience
        && audience.getString().equals(key.entityId())
        && claims.getString("cvr", "").equals(key.authority().value())
        && confirmation != null
        && confirmation.getString("x5t#S256", "").equals(thumbprint);
  }

  private static String error(byte[] body) {
    try {
      String error = read(body).getString("error", "");
      return ERRORS.contains(error) ? error : "";
    } catch (JsonException | ClassCastException e) {
      return "";
    }
  }

  private static JsonObject read(byte[] json) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
      return reader.readObject();
    }
  }
}
