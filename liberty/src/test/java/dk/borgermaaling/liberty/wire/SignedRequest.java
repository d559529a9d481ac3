package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A POST with an HTTP Message Signature (RFC 9421), as docs/adr/0013 asks for it, by the JDK. */
final class SignedRequest {
  private static final String TIME = "2026-11-26T09:00:00+01:00";

  private SignedRequest() {}

  static HttpRequest.Builder post(KeyFile signer, URI to, String contentType, String body) {
    String transaction = UUID.randomUUID() + ".1";
    Map<String, String> components = new LinkedHashMap<>();
    components.put("@method", "POST");
    components.put("@authority", to.getAuthority());
    components.put("@path", to.getPath());
    components.put("x-transaktionsid", transaction);
    components.put("content-type", contentType);
    components.put("content-digest", "sha-256=:" + base64(sha256(utf8(body))) + ":");
    String parameters = parameters(components, signer.certificate());
    return HttpRequest.newBuilder(to)
        .header("x-TransaktionsId", transaction)
        .header("x-TransaktionsTid", TIME)
        .header("Content-Type", contentType)
        .header("Content-Digest", String.valueOf(components.get("content-digest")))
        .header("Signature-Input", "sig=" + parameters)
        .header("Signature", "sig=:" + signature(signer, components, parameters) + ":")
        .POST(BodyPublishers.ofString(body));
  }

  private static String parameters(Map<String, String> components, X509Certificate signer) {
    long created = Instant.now().getEpochSecond();
    return components.keySet().stream()
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(" ", "(", ")"))
        .concat(
            ";created=%d;expires=%d;nonce=\"%s\";keyid=\"%s\";tag=\"borgermaaling\""
                .formatted(created, created + 60, UUID.randomUUID(), keyId(signer)));
  }

  private static String signature(
      KeyFile signer, Map<String, String> components, String parameters) {
    String base =
        components.entrySet().stream()
            .map(one -> '"' + one.getKey() + "\": " + one.getValue() + '\n')
            .collect(Collectors.joining("", "", "\"@signature-params\": " + parameters));
    try {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
      pss.initSign(signer.key());
      pss.update(utf8(base));
      return base64(pss.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK does not sign", e);
    }
  }

  private static String keyId(X509Certificate certificate) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(sha256(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
