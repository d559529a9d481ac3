package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.xml.SignatureProfile;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Verifies an access token of KOMBIT's token service (its OAuth variant): PS256 alone, by a
 * certificate that is known beforehand and never by one that the token names, for our audience,
 * within its times, and bound to the certificate of the connection. Times are as strict as those of
 * SAML tokens: nothing is given after the expiry.
 */
public final class JwtVerifier {
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  /** Those that describe the token; {@code crit} and keys that come along are not among them. */
  private static final Set<String> HEADERS = Set.of("alg", "typ", "kid", "x5t", "x5t#S256");

  private final Supplier<List<X509Certificate>> tokenServices;

  /**
   * @param tokenServices the certificates that may sign tokens now
   */
  public JwtVerifier(Supplier<List<X509Certificate>> tokenServices) {
    this.tokenServices = tokenServices;
  }

  /**
   * The caller that the token describes.
   *
   * @param client the certificate of the connection
   * @throws dk.borgermaaling.gateway.kernel.ProblemException not trusted
   */
  public Caller verify(String token, JwtSettings settings, Thumbprint client, Instant now) {
    CompactJws jws = CompactJws.read(token);
    checkHeader(jws.header());
    checkSignature(jws, now);
    JsonObject claims = jws.claims();
    if (!settings.issuer().equals(text(claims, "iss"))) {
      throw Refusal.notTrusted("a JWT of another issuer");
    }
    if (!settings.tokens().audience().equals(text(claims, "aud"))) {
      throw Refusal.notTrusted("a JWT for another audience");
    }
    checkTimes(claims, settings, now);
    checkHolder(claims, client);
    return JwtClaims.caller(claims, client);
  }

  private static void checkHeader(JsonObject header) {
    if (!HEADERS.containsAll(header.keySet())) {
      throw Refusal.notTrusted("a JWT whose header has more than describes it");
    }
    header.keySet().forEach(name -> text(header, name));
    if (!"PS256".equals(text(header, "alg"))) {
      throw Refusal.notTrusted("a JWT that is signed in another way than PS256");
    }
    if (header.containsKey("typ") && !"JWT".equals(text(header, "typ"))) {
      throw Refusal.notTrusted("a JOSE object of another type than JWT");
    }
  }

  /**
   * A handful of certificates at most: each is tried, and what the header says of them is left. No
   * source says how KOMBIT makes its {@code kid}, so one that fits none of ours proves nothing.
   */
  private void checkSignature(CompactJws jws, Instant now) {
    for (X509Certificate certificate : tokenServices.get()) {
      boolean valid =
          !now.isBefore(certificate.getNotBefore().toInstant())
              && !now.isAfter(certificate.getNotAfter().toInstant());
      if (valid && signedBy(certificate, jws)) {
        SignatureProfile.checkKey(certificate.getPublicKey());
        return;
      }
    }
    throw Refusal.notTrusted("a JWT that no token service of ours has signed");
  }

  private static boolean signedBy(X509Certificate certificate, CompactJws jws) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(PS256);
      signature.initVerify(certificate.getPublicKey());
      signature.update(jws.signed());
      return signature.verify(jws.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void checkTimes(JsonObject claims, JwtSettings settings, Instant now) {
    Instant issued = time(claims, "iat");
    Instant from = time(claims, "nbf");
    Instant end = time(claims, "exp");
    Instant latest = now.plus(settings.tokens().limits().clockSkew());
    if (!now.isBefore(end)) {
      throw Refusal.notTrusted("a JWT that has expired");
    }
    if (from.isAfter(latest) || issued.isAfter(latest)) {
      throw Refusal.notTrusted("a JWT from the future");
    }
    Instant start = issued.isBefore(from) ? issued : from;
    if (settings.tokens().limits().exceededBy(start, end)) {
      throw Refusal.notTrusted("a JWT that lives too long");
    }
  }

  /** RFC 8705, section 3.1. */
  private static void checkHolder(JsonObject claims, Thumbprint client) {
    String bound = Base64.getUrlEncoder().withoutPadding().encodeToString(client.bytes());
    if (claims.get("cnf") instanceof JsonObject cnf
        && cnf.size() == 1
        && bound.equals(text(cnf, "x5t#S256"))) {
      return;
    }
    throw Refusal.notTrusted("a JWT that is shown by another than its holder");
  }

  static String text(JsonObject object, String name) {
    if (object.get(name) instanceof JsonString string) {
      return string.getString();
    }
    throw Refusal.notTrusted("a JWT without " + name + " as text");
  }

  /** Whole seconds since 1970, written as an integer. */
  private static Instant time(JsonObject claims, String name) {
    JsonValue value = claims.get(name);
    if (value instanceof JsonNumber number && number.toString().matches("[0-9]{1,12}")) {
      return Instant.ofEpochSecond(number.longValueExact());
    }
    throw Refusal.notTrusted("a JWT without " + name + " as whole seconds");
  }
}
