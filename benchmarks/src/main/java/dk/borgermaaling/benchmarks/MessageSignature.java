package dk.borgermaaling.benchmarks;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A signature on each request and each answer (RFC 9421), over TLS without a certificate. */
final class MessageSignature {
  private static final int SECONDS = 280;

  private final KeyFile key;
  private final URI address;
  private final String cvr;
  private final String keyId;

  private MessageSignature(KeyFile key, URI address, String cvr) {
    this.key = key;
    this.address = address;
    this.cvr = cvr;
    this.keyId = Pss.thumbprint(key.certificate());
  }

  static RestWay way(RunningSystem system) {
    MessageSignature signature =
        new MessageSignature(
            system.around().key("signer"),
            system.caller().service().resolve(RestWay.PATH),
            system.caller().cvr());
    return new RestWay(
        system.around().gateway(),
        signature::request,
        answer -> answer.headers().firstValue("Signature").isPresent());
  }

  private HttpRequest request(String body) {
    String transaction = UUID.randomUUID() + ".1";
    String digest =
        "sha-256=:" + Pss.base64(Pss.sha256(body.getBytes(StandardCharsets.UTF_8))) + ':';
    Map<String, String> covered = new LinkedHashMap<>();
    covered.put("@method", "POST");
    covered.put("@authority", address.getAuthority());
    covered.put("@path", address.getPath());
    covered.put("content-type", RestWay.TYPE);
    covered.put("content-digest", digest);
    covered.put("x-transaktionsid", transaction);
    covered.put("x-rute-afsenderorganisation", cvr);
    long now = Instant.now().getEpochSecond();
    String parameters =
        covered.keySet().stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(" ", "(", ")"))
            + ";created=%d;expires=%d;nonce=\"%s\";keyid=\"%s\";alg=\"rsa-pss-sha512\";tag=\"borgermaaling\""
                .formatted(now, now + SECONDS, UUID.randomUUID(), keyId);
    String base =
        covered.entrySet().stream()
            .map(one -> '"' + one.getKey() + "\": " + one.getValue() + '\n')
            .collect(Collectors.joining("", "", "\"@signature-params\": " + parameters));
    return RestWay.request(address, transaction, body)
        .header("Content-Digest", digest)
        .header("x-Rute-AfsenderOrganisation", cvr)
        .header("Signature-Input", "sig=" + parameters)
        .header("Signature", "sig=:" + Pss.base64(Pss.sign(key, "SHA-512", base)) + ':')
        .build();
  }
}
