package dk.borgermaaling.gateway.edge.jwt;

import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** A token as KOMBIT's token service writes it; each {@code edit} is made before it is signed. */
public final class TestJwt {
  public static final String ISSUER = "https://sts.test/runtime/";
  static final String AUDIENCE = "http://borgermaaling.dk/service/case-event/1";
  static final String CVR = "29189641";
  static final String ROLE =
      "http://borgermaaling.dk/roles/servicesystemrole/register-case-events/1";

  /** Seconds since 1970 at which the certificates of a test are valid, whenever it runs. */
  static final long NOW =
      Identity.authority("clock").certificate().getNotBefore().toInstant().getEpochSecond();

  private String header = "{\"alg\":\"PS256\",\"kid\":\"sts\",\"x5t\":\"c3Rz\",\"typ\":\"JWT\"}";
  private String claims;
  private String priv =
      """
      {"privilegegroups":[{"privilege":"%s","scope":"urn:dk:gov:saml:cvrNumberIdentifier:%s",\
      "constraints":[]}]}"""
          .formatted(ROLE, CVR);

  public TestJwt(Identity holder) {
    String bound = url(Thumbprint.of(holder.certificate()).bytes());
    claims =
        """
        {"cvr":"%s","spec_ver":"1.0","priv":"@@PRIV@@","jti":"1","sub":"urn:caller",\
        "cnf":{"x5t#S256":"%s"},"nbf":%d,"exp":%d,"iat":%d,"iss":"%s","aud":"%s"}"""
            .formatted(CVR, bound, NOW - 60, NOW + 28_700, NOW - 60, ISSUER, AUDIENCE);
  }

  TestJwt header(String value) {
    header = value;
    return this;
  }

  TestJwt header(UnaryOperator<String> edit) {
    header = edit.apply(header);
    return this;
  }

  TestJwt claims(UnaryOperator<String> edit) {
    claims = edit.apply(claims);
    return this;
  }

  TestJwt priv(UnaryOperator<String> edit) {
    priv = edit.apply(priv);
    return this;
  }

  /** What is signed. */
  String payload() {
    String encoded = Base64.getEncoder().encodeToString(priv.getBytes(StandardCharsets.UTF_8));
    return url(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + url(claims.replace("@@PRIV@@", encoded).getBytes(StandardCharsets.UTF_8));
  }

  public String signed(Identity issuer) {
    return signed(issuer, 32);
  }

  String signed(Identity issuer, int salt) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
      return signed(signature, issuer);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String signedAs(String algorithm, Identity issuer) {
    try {
      return signed(Signature.getInstance(algorithm), issuer);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(Signature signature, Identity issuer) throws GeneralSecurityException {
    String payload = payload();
    signature.initSign(issuer.key());
    signature.update(payload.getBytes(StandardCharsets.US_ASCII));
    return payload + "." + url(signature.sign());
  }

  static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
