package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.gateway.edge.soap.Identity;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A POST with an HTTP Message Signature (RFC 9421), as docs/adr/0013 asks for it, by the JDK. What
 * is changed of it is changed before it is signed, except by {@link #sent}.
 */
public final class SignedRequest {
  private static final String TIME = "2026-11-26T09:00:00+01:00";
  private final Identity signer;
  private final String body;
  private final Map<String, String> covered = new LinkedHashMap<>();
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private URI to;
  private String parameters;
  private UnaryOperator<String> input = UnaryOperator.identity();
  private UnaryOperator<String> value = UnaryOperator.identity();

  SignedRequest(KeyFile signer, URI to, String contentType, String body) {
    this(new Identity(signer.certificate(), signer.key()), to, contentType, body);
  }

  public SignedRequest(Identity signer, URI to, String contentType, String body) {
    this.signer = signer;
    this.to = to;
    this.body = body;
    String transaction = UUID.randomUUID() + ".1";
    String digest = digest("sha-256", "SHA-256", body);
    covered.put("@method", "POST");
    covered.put("@authority", to.getAuthority());
    covered.put("@path", to.getPath());
    covered.put("x-transaktionsid", transaction);
    covered.put("content-type", contentType);
    covered.put("content-digest", digest);
    headers.put("x-TransaktionsId", List.of(transaction));
    headers.put("x-TransaktionsTid", List.of(TIME));
    headers.put("Content-Type", List.of(contentType));
    headers.put("Content-Digest", List.of(digest));
    long created = Instant.now().getEpochSecond();
    parameters =
        ";created=%d;expires=%d;nonce=\"%s\";keyid=\"%s\";tag=\"borgermaaling\""
            .formatted(created, created + 240, UUID.randomUUID(), keyId(signer.certificate()));
  }

  static HttpRequest.Builder post(KeyFile signer, URI to, String contentType, String body) {
    return new SignedRequest(signer, to, contentType, body).builder();
  }

  SignedRequest without(String component) {
    covered.remove(component);
    return this;
  }

  SignedRequest covering(String component, String its) {
    covered.put(component, its);
    return this;
  }

  /** Covers it and sends it. */
  SignedRequest field(String name, String... lines) {
    headers.put(name, List.of(lines));
    return covering(name.toLowerCase(Locale.ROOT), String.join(", ", lines));
  }

  SignedRequest parameters(UnaryOperator<String> change) {
    parameters = change.apply(parameters);
    return this;
  }

  /** Sends another header than was signed, or none. */
  SignedRequest sent(String name, String... lines) {
    headers.put(name, List.of(lines));
    return this;
  }

  SignedRequest sentTo(URI address) {
    to = address;
    return this;
  }

  /** Changes the field Signature-Input after signing. */
  SignedRequest input(UnaryOperator<String> change) {
    input = change;
    return this;
  }

  /** Changes the field Signature after signing. */
  SignedRequest signature(UnaryOperator<String> change) {
    value = change;
    return this;
  }

  public HttpRequest.Builder builder() {
    String names =
        covered.keySet().stream()
            .map(name -> name.startsWith("\"") ? name : '"' + name + '"')
            .collect(Collectors.joining(" ", "(", ")"));
    HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofString(body));
    headers.forEach((name, lines) -> lines.forEach(line -> request.header(name, line)));
    add(request, "Signature-Input", input.apply("sig=" + names + parameters));
    add(request, "Signature", value.apply("sig=:" + signed(names + parameters) + ":"));
    return request;
  }

  /** As it goes over the wire in HTTP/1.1, to wherever it is sent. */
  public String text() {
    StringBuilder text = new StringBuilder("POST " + to.getPath() + " HTTP/1.1\r\n");
    text.append("Host: ").append(to.getAuthority()).append("\r\nConnection: close\r\n");
    text.append("Content-Length: ").append(utf8(body).length).append("\r\n");
    builder()
        .build()
        .headers()
        .map()
        .forEach(
            (name, lines) ->
                lines.forEach(line -> text.append(name).append(": ").append(line).append("\r\n")));
    return text + "\r\n" + body;
  }

  private static void add(HttpRequest.Builder request, String name, String line) {
    if (!line.isEmpty()) {
      request.header(name, line);
    }
  }

  private String signed(String described) {
    String base =
        covered.entrySet().stream()
            .map(
                one ->
                    (one.getKey().startsWith("\"") ? one.getKey() : '"' + one.getKey() + '"')
                        + ": "
                        + one.getValue()
                        + '\n')
            .collect(Collectors.joining("", "", "\"@signature-params\": " + described));
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

  /** A Content-Digest. */
  static String digest(String name, String algorithm, String body) {
    try {
      return name + "=:" + base64(MessageDigest.getInstance(algorithm).digest(utf8(body))) + ":";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  static String keyId(X509Certificate certificate) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
