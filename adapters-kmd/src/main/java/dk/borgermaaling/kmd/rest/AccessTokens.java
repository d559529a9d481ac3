package dk.borgermaaling.kmd.rest;

import dk.borgermaaling.gateway.kernel.http.Outgoing;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of Azure AD, version 1 endpoint: client credentials with {@code resource}. A token
 * is used until a minute before it expires, in real time.
 */
final class AccessTokens {
  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final String OPERATION = "token";

  private final MomentumConnection connection;
  private final Exchange exchange;
  private final Clock clock;
  private @Nullable Token current;

  AccessTokens(MomentumConnection connection, Exchange exchange, Clock clock) {
    this.connection = connection;
    this.exchange = exchange;
    this.clock = clock;
  }

  synchronized String bearer() {
    Token token = current;
    if (token == null || !clock.instant().isBefore(token.usableUntil())) {
      token = fetch();
      current = token;
    }
    return token.value();
  }

  /** The API did not accept the token: the next call fetches another. */
  synchronized void forget() {
    current = null;
  }

  private Token fetch() {
    HttpResponse<byte[]> response = exchange.send(OPERATION, this::request);
    if (response.statusCode() != 200) {
      throw exchange.unexpected(OPERATION, "status " + response.statusCode());
    }
    JsonObject answer = Json.object(response.body(), exchange, OPERATION);
    String value = Json.text(answer, "access_token");
    Long lifetime = Json.number(answer, "expires_in");
    if (value == null || !Outgoing.isVisibleAscii(value) || lifetime == null) {
      throw exchange.unexpected(OPERATION, "no usable access_token or expires_in");
    }
    return new Token(value, clock.instant().plusSeconds(lifetime).minus(MARGIN));
  }

  private HttpRequest request() {
    String form =
        Stream.of(
                field("grant_type", "client_credentials"),
                field("client_id", connection.clientId()),
                field("client_secret", connection.clientSecret()),
                field("resource", connection.resource()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(connection.tokenUrl())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .header("Accept-Encoding", "identity")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private record Token(String value, Instant usableUntil) {
    @Override
    public String toString() {
      return "Token[until " + usableUntil + "]";
    }
  }
}
