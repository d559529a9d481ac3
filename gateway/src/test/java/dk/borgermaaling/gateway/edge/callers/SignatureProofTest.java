package dk.borgermaaling.gateway.edge.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.edge.Authority;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.httpsig.RequestProfile;
import dk.borgermaaling.gateway.edge.httpsig.SigningKey;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.ClockDrift;
import dk.borgermaaling.gateway.edge.trust.TrustFolder;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.testing.LogLines;
import dk.borgermaaling.gateway.testing.SettableClock;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that are signed by hand here, and answers that are verified by hand. */
class SignatureProofTest {
  private static final String SERVICE = "/rest/v1/case-events";
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity GATEWAY = ROOT.issue("gateway");
  private static final Identity SIGNER = ROOT.issue("signer");
  private static final Identity STRANGER = ROOT.issue("stranger");
  private static final Cvr CVR = new Cvr("29189641");
  private static final TrustFolder TRUST = new TrustFolder(GATEWAY, ROOT.issue("STS"));
  private static final Set<String> SEEN = new HashSet<>();
  private static final RestCaller CALLER =
      new RestCaller(
          "signer", SIGNER.certificate(), WayIn.SIGNATURE, Map.of(CVR, Set.of("role-a")));

  private static RestEdge edge;

  @BeforeAll
  static void start() {
    Set<String> authorities = new HashSet<>();
    edge = new RestEdge(List.of(CALLER), SERVICE, "urn:x", new Late(authorities));
    edge.start();
    authorities.add(edge.address().getAuthority());
  }

  @AfterAll
  static void stop() {
    edge.stop();
    TRUST.close();
  }

  @Test
  void a_signed_request_is_its_callers_and_the_answer_is_signed_for_it_alone() throws Exception {
    Signed request = new Signed(SIGNER);
    HttpResponse<String> answer = request.send();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("29189641 [role-a]");
    assertThat(answer.headers().firstValue("x-TransaktionsId")).contains(RestEdge.TRANSACTION);

    String digest =
        "sha-256=:" + base64(sha256(answer.body().getBytes(StandardCharsets.UTF_8))) + ":";
    assertThat(answer.headers().firstValue("Content-Digest")).contains(digest);
    String input = answer.headers().firstValue("Signature-Input").orElseThrow();
    String parameters = input.substring("borgermaaling=".length());
    String base =
        "\"@status\": 200\n"
            + "\"content-digest\": "
            + digest
            + "\n\"@method\";req: GET\n\"@path\";req: "
            + SERVICE
            + "\n\"signature\";req;key=\"sig\": :"
            + request.signature
            + ":\n\"@signature-params\": "
            + parameters;
    assertThat(parameters)
        .startsWith(
            "(\"@status\" \"content-digest\" \"@method\";req \"@path\";req"
                + " \"signature\";req;key=\"sig\")")
        .contains("keyid=\"" + keyId(GATEWAY) + "\"", "alg=\"rsa-pss-sha512\"");
    assertThat(verifies(GATEWAY, base, answer.headers().firstValue("Signature").orElseThrow()))
        .isTrue();
  }

  @Test
  void the_same_request_counts_once() throws Exception {
    Signed request = new Signed(SIGNER);
    assertThat(request.send().statusCode()).isEqualTo(200);
    assertThat(request.send().statusCode()).isEqualTo(401);
    assertThat(new Signed(SIGNER).send().statusCode()).isEqualTo(200);
  }

  @Test
  void what_the_caller_did_not_sign_is_not_trusted() throws Exception {
    assertNotTrusted(new Signed(STRANGER).send());
    assertNotTrusted(new Signed(SIGNER).change("x-TransaktionsId", UUID.randomUUID().toString()));
    assertNotTrusted(new Signed(SIGNER).change("Content-Digest", "sha-256=:AA==:"));
    assertNotTrusted(new Signed(SIGNER).change("x-Rute-AfsenderOrganisation", CVR.value()));
    assertNotTrusted(new Signed(SIGNER).change("Authorization", "Holder-of-key x"));
    assertNotTrusted(new Signed(SIGNER).without("\"@authority\" ").send());
    assertNotTrusted(new Signed(SIGNER).at(Instant.now().minusSeconds(600)).send());
    assertNotTrusted(new Signed(SIGNER).at(Instant.now().plusSeconds(120)).send());
  }

  @Test
  void an_authority_that_is_not_the_callers_is_not_trusted() throws Exception {
    assertThat(new Signed(SIGNER).actingFor("29189641").send().statusCode()).isEqualTo(200);
    assertNotTrusted(new Signed(SIGNER).actingFor("35209115").send());
    assertNotTrusted(new Signed(SIGNER).actingFor("x").send());
  }

  @Test
  void a_signer_that_the_operator_refuses_is_not_trusted() throws Exception {
    TRUST.refuse(SIGNER);
    assertNotTrusted(new Signed(SIGNER).send());
    TRUST.refuse();
    assertThat(new Signed(SIGNER).send().statusCode()).isEqualTo(200);
  }

  @Test
  void a_signer_whose_clock_is_off_is_served_and_told_of() throws Exception {
    try (LogLines log = LogLines.of(ClockDrift.class)) {
      Signed behind = new Signed(SIGNER).at(Instant.now().minusSeconds(45));
      assertThat(behind.send().statusCode()).isEqualTo(200);
      assertThat(log.all())
          .singleElement()
          .asString()
          .startsWith("WARNING the clock of the caller")
          .contains("behind ours");
    }
  }

  private static void assertNotTrusted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("/not-trusted");
    assertThat(answer.headers().firstValue("Signature")).isEmpty();
  }

  /** A GET request, signed. */
  private static final class Signed {
    private final Map<String, String> components = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>(RestEdge.headers(null));
    private final Identity signer;
    private final String nonce = UUID.randomUUID().toString();
    private Instant created = Instant.now();
    private String left = "";
    String signature = "";

    Signed(Identity signer) {
      this.signer = signer;
      components.put("@method", "GET");
      components.put("@authority", edge.address().getAuthority());
      components.put("@path", SERVICE);
      components.put("x-transaktionsid", RestEdge.TRANSACTION);
    }

    Signed at(Instant time) {
      created = time;
      return this;
    }

    Signed without(String component) {
      left = component;
      return this;
    }

    Signed actingFor(String cvr) {
      components.put("x-rute-afsenderorganisation", cvr);
      headers.put("x-Rute-AfsenderOrganisation", cvr);
      return this;
    }

    HttpResponse<String> change(String header, String value) throws GeneralSecurityException {
      sign();
      headers.put(header, value);
      return edge.get(SERVICE, null, headers);
    }

    HttpResponse<String> send() throws GeneralSecurityException {
      sign();
      return edge.get(SERVICE, null, headers);
    }

    private void sign() throws GeneralSecurityException {
      if (!signature.isEmpty()) {
        return;
      }
      String covered =
          components.keySet().stream()
              .map(name -> '"' + name + '"')
              .collect(Collectors.joining(" ", "(", ")"))
              .replace(left, "");
      String parameters =
          covered
              + ";created=%d;expires=%d;nonce=\"%s\";keyid=\"%s\";tag=\"borgermaaling\""
                  .formatted(
                      created.getEpochSecond(),
                      created.getEpochSecond() + 60,
                      nonce,
                      keyId(signer));
      StringBuilder base = new StringBuilder();
      components.forEach(
          (name, value) -> {
            if (!left.contains('"' + name + '"') || left.isEmpty()) {
              base.append('"').append(name).append("\": ").append(value).append('\n');
            }
          });
      base.append("\"@signature-params\": ").append(parameters);
      Signature pss = pss();
      pss.initSign(signer.key());
      pss.update(base.toString().getBytes(StandardCharsets.US_ASCII));
      signature = base64(pss.sign());
      headers.put("Signature-Input", "sig=" + parameters);
      headers.put("Signature", "sig=:" + signature + ":");
    }
  }

  private static boolean verifies(Identity signer, String base, String field)
      throws GeneralSecurityException {
    String value = field.replaceFirst("^borgermaaling=:", "").replaceFirst(":$", "");
    Signature pss = pss();
    pss.initVerify(signer.certificate());
    pss.update(base.getBytes(StandardCharsets.US_ASCII));
    return pss.verify(Base64.getDecoder().decode(value));
  }

  private static Signature pss() throws GeneralSecurityException {
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
    return pss;
  }

  private static String keyId(Identity identity) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Thumbprint.of(identity.certificate()).bytes());
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Made at the first request, when the port of the server is known. */
  private static final class Late implements CallerProof {
    private final Set<String> authorities;

    Late(Set<String> authorities) {
      this.authorities = authorities;
    }

    @Override
    public WayIn wayIn() {
      return WayIn.SIGNATURE;
    }

    @Override
    public Proven verify(HttpServletRequest request, ProtectedService service) {
      return new SignatureProof(
              RequestProfile.of(Duration.ofMinutes(5), Duration.ofMinutes(1)),
              RestCallers.of(List.of(CALLER)),
              TRUST.trust(),
              authorities,
              new Authority(new OneMunicipality(CVR), new SettableClock(Instant.now())),
              (municipality, signer, id) -> SEEN.add(id),
              new Transactions() {
                @Override
                public <T> T inOne(Supplier<T> work) {
                  return work.get();
                }
              },
              () -> SigningKey.of(GATEWAY.certificate(), GATEWAY.key()),
              Clock.systemUTC())
          .verify(request, service);
    }
  }
}
