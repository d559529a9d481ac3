package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.server.Reply;
import dk.borgermaaling.simulators.server.Request;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON variant of the STS over mutual TLS. {@code UseKey} must be the certificate of the TLS
 * connection. The shape of its error answers is not publicly known; this one is made up.
 */
final class JsonEndpoint {
  private static final DateTimeFormatter LIFETIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final TokenIssuer issuer;

  JsonEndpoint(TokenIssuer issuer) {
    this.issuer = issuer;
  }

  Reply issue(Request request) {
    @Nullable X509Certificate caller = request.client().orElse(null);
    if (caller == null) {
      return problem(403, 5607, "A client certificate is required");
    }
    if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
      return problem(415, 5000, "application/json is required");
    }
    try {
      Token token = issuer.issue(read(request.text(), caller));
      return Reply.json(200, answer(token));
    } catch (StsFault fault) {
      return problem(400, fault.reason().vendorNumber(), fault.text());
    }
  }

  private static TokenRequest read(String text, X509Certificate caller) throws StsFault {
    JsonObject json = parse(text);
    require(json, IssueRequest.SAML_2, "TokenType");
    require(json, IssueRequest.TRUST + "/Issue", "RequestType");
    require(json, IssueRequest.TRUST + "/PublicKey", "KeyType");
    X509Certificate key = certificate(json, "UseKey");
    if (!key.equals(caller)) {
      throw malformed("UseKey is not the certificate of the connection");
    }
    String cvr = string(json, List.of("AnvenderKontekst", "Cvr"));
    if (!cvr.matches("[0-9]{8}")) {
      throw new StsFault(StsFault.Reason.NOT_ONE_CVR_CLAIM, "AnvenderKontekst needs one CVR");
    }
    return new TokenRequest(
        key,
        string(json, List.of("AppliesTo", "EndpointReference", "Address")),
        cvr,
        onBehalfOf(json));
  }

  /** Its form is not publicly known; null is what clients write who act for themselves. */
  private static Optional<String> onBehalfOf(JsonObject json) throws StsFault {
    return JsonValue.NULL.equals(json.getOrDefault("OnBehalfOf", JsonValue.NULL))
        ? Optional.empty()
        : Optional.of(Thumbprint.of(certificate(json, "OnBehalfOf")));
  }

  private static X509Certificate certificate(JsonObject json, String name) throws StsFault {
    return Certificates.decode(string(json, List.of(name)))
        .orElseThrow(() -> malformed(name + " must be a certificate on one line"));
  }

  private static JsonObject answer(Token token) {
    return Json.createObjectBuilder()
        .add("TokenType", IssueRequest.SAML_2)
        .add(
            "RequestedSecurityToken",
            Json.createObjectBuilder()
                .add(
                    "Assertion",
                    Base64.getEncoder()
                        .encodeToString(token.xml().getBytes(StandardCharsets.UTF_8))))
        .add("Lifetime", LIFETIME.format(token.notOnOrAfter()))
        .build();
  }

  private static JsonObject parse(String text) throws StsFault {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw malformed("The request is not a JSON object");
    }
  }

  private static void require(JsonObject json, String value, String name) throws StsFault {
    if (!string(json, List.of(name)).equals(value)) {
      throw malformed(name + " must be " + value);
    }
  }

  private static String string(JsonObject json, List<String> path) throws StsFault {
    @Nullable JsonValue value = json;
    for (String name : path) {
      value = value instanceof JsonObject object ? object.get(name) : null;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw malformed(String.join(".", path) + " is required");
  }

  private static StsFault malformed(String message) {
    return new StsFault(StsFault.Reason.MALFORMED, message);
  }

  private static Reply problem(int status, int code, String message) {
    return Reply.json(
        status, Json.createObjectBuilder().add("Code", code).add("Message", message).build());
  }
}
