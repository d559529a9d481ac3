package dk.borgermaaling.liberty.wire;

import dk.borgermaaling.simulators.certificates.KeyFile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Signed requests that do not prove what they should. Nearly all signatures among them hold. */
final class SignatureAttacks {
  private static final String TYPE = "application/cloudevents+json";
  private final KeyFile signer;
  private final KeyFile stranger;
  private final URI to;
  private final String body;
  private final Map<String, HttpRequest.Builder> rows = new LinkedHashMap<>();

  private SignatureAttacks(KeyFile signer, KeyFile stranger, URI to, String body) {
    this.signer = signer;
    this.stranger = stranger;
    this.to = to;
    this.body = body;
  }

  /**
   * By what is wrong with them.
   *
   * @param signer a caller that may sign
   * @param stranger another party of the same authority
   */
  static Map<String, HttpRequest.Builder> of(
      KeyFile signer, KeyFile stranger, URI to, String body) {
    SignatureAttacks attacks = new SignatureAttacks(signer, stranger, to, body);
    attacks.coverage();
    attacks.changedAfterwards();
    attacks.parameters();
    attacks.fields();
    attacks.components();
    return attacks.rows;
  }

  private void row(String name, UnaryOperator<SignedRequest> change) {
    rows.put(name, change.apply(new SignedRequest(signer, to, TYPE, body)).builder());
  }

  private void coverage() {
    for (String component :
        new String[] {
          "@method", "@authority", "@path", "x-transaktionsid", "content-type", "content-digest"
        }) {
      row("does not cover " + component, r -> r.without(component));
    }
    row(
        "covers nothing",
        r -> {
          for (String name :
              new String[] {
                "@method",
                "@authority",
                "@path",
                "x-transaktionsid",
                "content-type",
                "content-digest"
              }) {
            r.without(name);
          }
          return r;
        });
    row("an authority that is not covered", r -> r.sent("x-Rute-AfsenderOrganisation", "29189641"));
    row("a query that is not covered", r -> r.sentTo(URI.create(to + "?a=b")));
    row("a coding that is not covered", r -> r.sent("Content-Encoding", "identity"));
  }

  private void changedAfterwards() {
    row("sent to another path", r -> r.sentTo(URI.create(to + "/withdrawals")));
    row("sent with another type", r -> r.sent("Content-Type", "application/json"));
    row(
        "sent with another transaction",
        r -> r.sent("x-TransaktionsId", "00000000-0000-4000-8000-000000000000.1"));
    row(
        "sent with another body's digest",
        r -> r.sent("Content-Digest", SignedRequest.digest("sha-256", "SHA-256", "x")));
    row(
        "a digest of another body, signed",
        r -> r.field("Content-Digest", SignedRequest.digest("sha-256", "SHA-256", "x")));
    row(
        "a digest by MD5, signed",
        r -> r.field("Content-Digest", SignedRequest.digest("md5", "MD5", body)));
    row(
        "a digest by SHA-1, signed",
        r -> r.field("Content-Digest", SignedRequest.digest("sha", "SHA-1", body)));
    row("a digest of nothing, signed", r -> r.field("Content-Digest", "sha-256=::"));
    row("an empty digest, signed", r -> r.field("Content-Digest", ""));
    row(
        "a right and a wrong digest, signed",
        r ->
            r.field(
                "Content-Digest",
                SignedRequest.digest("sha-256", "SHA-256", body)
                    + ", "
                    + SignedRequest.digest("sha-512", "SHA-512", "x")));
    row("another method, signed", r -> r.covering("@method", "PUT"));
    row("another authority, signed", r -> r.covering("@authority", "elsewhere.test"));
    row("another path, signed", r -> r.covering("@path", "/rest/v1/surveys"));
    row("another municipality, signed", r -> r.field("x-Rute-AfsenderOrganisation", "35209115"));
    row("an authority that is no CVR, signed", r -> r.field("x-Rute-AfsenderOrganisation", "x"));
  }

  private void parameters() {
    long now = java.time.Instant.now().getEpochSecond();
    times("created in two minutes", now + 120, now + 180);
    times("expired a second ago", now - 60, now - 1);
    times("ten minutes", now, now + 600);
    times("ends before it begins", now, now - 1);
    times("of the year 1970", 0, 60);
    for (String name : new String[] {"created", "expires", "nonce", "keyid", "tag"}) {
      row(
          "without " + name,
          r -> r.parameters(p -> p.replaceFirst(";" + name + "=(\"[^\"]*\"|\\d+)", "")));
    }
    row(
        "created as text",
        r -> r.parameters(p -> p.replaceFirst("created=(\\d+)", "created=\"$1\"")));
    row(
        "created with a fraction",
        r -> r.parameters(p -> p.replaceFirst("created=(\\d+)", "created=$1.0")));
    row("created twice", r -> r.parameters(p -> p + ";created=1"));
    row("a short nonce", r -> r.parameters(p -> p.replaceFirst("nonce=\"[^\"]*\"", "nonce=\"1\"")));
    row(
        "a long nonce",
        r -> r.parameters(p -> p.replaceFirst("nonce=\"", "nonce=\"" + "x".repeat(200))));
    row("an unknown parameter", r -> r.parameters(p -> p + ";x"));
    row(
        "another's key id",
        r ->
            r.parameters(
                p ->
                    p.replace(
                        SignedRequest.keyId(signer.certificate()),
                        SignedRequest.keyId(stranger.certificate()))));
    row(
        "a key id that is none",
        r -> r.parameters(p -> p.replaceFirst("keyid=\"[^\"]*\"", "keyid=\"signer\"")));
    row("another tag", r -> r.parameters(p -> p.replace("borgermaaling", "borgermaling")));
    for (String algorithm :
        new String[] {
          "rsa-v1_5-sha256", "hmac-sha256", "ecdsa-p256-sha256", "ed25519", "none", ""
        }) {
      row(
          "algorithm <" + algorithm + ">",
          r -> r.parameters(p -> p + ";alg=\"" + algorithm + "\""));
    }
    rows.put("signed by a stranger", SignedRequest.post(stranger, to, TYPE, body));
    rows.put(
        "signed by a stranger in another's name",
        new SignedRequest(stranger, to, TYPE, body)
            .parameters(
                p ->
                    p.replace(
                        SignedRequest.keyId(stranger.certificate()),
                        SignedRequest.keyId(signer.certificate())))
            .builder());
  }

  private void times(String name, long created, long expires) {
    row(
        name,
        r ->
            r.parameters(
                p ->
                    p.replaceFirst(
                        "created=\\d+;expires=\\d+",
                        "created=" + created + ";expires=" + expires)));
  }

  private void fields() {
    row("no Signature", r -> r.signature(s -> ""));
    row("no Signature-Input", r -> r.input(s -> ""));
    row("labels that do not belong together", r -> r.signature(s -> s.replaceFirst("sig", "gis")));
    row(
        "two signatures with our tag",
        r ->
            r.input(s -> s + ", " + s.replaceFirst("sig", "b"))
                .signature(s -> s + ", " + s.replaceFirst("sig", "b")));
    row("a label twice", r -> r.input(s -> s + ", " + s).signature(s -> s + ", " + s));
    row("a signature that is no Base64", r -> r.signature(s -> "sig=:*:"));
    row("a signature that is empty", r -> r.signature(s -> "sig=::"));
    row("a signature as text", r -> r.signature(s -> s.replaceAll(":", "\"")));
    row("a signature of zeros", r -> r.signature(s -> "sig=:" + "A".repeat(340) + "AA==:"));
    row("a signature cut short", r -> r.signature(s -> s.replaceFirst(":.{8}", ":")));
    row("no dictionary", r -> r.input(s -> s.substring(4)));
    row("a comma at the end", r -> r.input(s -> s + ","));
    row("an input without brackets", r -> r.input(s -> s.replaceFirst("\\(.*\\)", "\"@method\"")));
    row(
        "an input of sixteen thousand letters",
        r -> r.input(s -> s + ";x=\"" + "x".repeat(7_000) + "\""));
  }

  private void components() {
    row("a component twice", r -> r.covering("\"@method\";x", "POST"));
    for (String odd :
        new String[] {
          "\"@method\";req",
          "\"content-type\";bs",
          "\"content-type\";sf",
          "\"content-type\";tr",
          "\"content-digest\";key=\"sha-256\"",
          "\"@status\"",
          "\"@query-param\"",
          "\"@signature-params\"",
          "\"@unknown\"",
          "\"Content-Type\"",
          "\"no-such-field\""
        }) {
      row("covers " + odd, r -> r.covering(odd, "x"));
    }
  }
}
