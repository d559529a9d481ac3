package dk.borgermaaling.simulators.sts;

import dk.borgermaaling.simulators.certificates.KeyFile;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** The JWT of KOMBIT's STS: PS256, bound to a certificate by {@code cnf} (RFC 8705). */
final class JwtTemplate {
  private static final String ISSUER = AssertionTemplate.ISSUER + "/";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private final KeyFile key;

  JwtTemplate(KeyFile key) {
    this.key = key;
  }

  /** A token from now on, for as long as an assertion lives. */
  String signed(TokenRequest request, Agreement agreement, String clientId, Instant now) {
    String thumbprint = URL.encodeToString(bytes(Thumbprint.of(key.certificate())));
    JsonObject header =
        Json.createObjectBuilder()
            .add("alg", "PS256")
            .add("kid", Thumbprint.of(key.certificate()))
            .add("x5t#S256", thumbprint)
            .add("typ", "JWT")
            .build();
    JsonObject claims =
        Json.createObjectBuilder()
            .add("cvr", request.cvr())
            .add("spec_ver", "1.0")
            .add("priv", encoded(privileges(request, agreement).toString(), Base64.getEncoder()))
            .add("jti", UUID.randomUUID().toString())
            .add("sub", clientId)
            .add(
                "cnf",
                Json.createObjectBuilder()
                    .add("x5t#S256", URL.encodeToString(bytes(Thumbprint.of(request.caller())))))
            .add("nbf", now.getEpochSecond())
            .add("iat", now.getEpochSecond())
            .add("exp", now.plus(TokenIssuer.LIFETIME).getEpochSecond())
            .add("iss", ISSUER)
            .add("aud", request.entityId())
            .build();
    String signed = encoded(header.toString(), URL) + "." + encoded(claims.toString(), URL);
    return signed + "." + URL.encodeToString(signature(signed));
  }

  private static JsonObject privileges(TokenRequest request, Agreement agreement) {
    JsonArrayBuilder groups = Json.createArrayBuilder();
    for (String role : agreement.roles()) {
      groups.add(
          Json.createObjectBuilder()
              .add("privilege", role)
              .add("scope", "urn:dk:gov:saml:cvrNumberIdentifier:" + request.cvr())
              .add("constraints", Json.createArrayBuilder()));
    }
    return Json.createObjectBuilder().add("privilegegroups", groups).build();
  }

  private byte[] signature(String text) {
    try {
      Signature rsa = Signature.getInstance("RSASSA-PSS");
      rsa.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      rsa.initSign(key.key());
      rsa.update(text.getBytes(StandardCharsets.US_ASCII));
      return rsa.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the STS cannot sign", e);
    }
  }

  private static String encoded(String text, Base64.Encoder encoder) {
    return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String thumbprint) {
    return HexFormat.of().parseHex(thumbprint);
  }
}
