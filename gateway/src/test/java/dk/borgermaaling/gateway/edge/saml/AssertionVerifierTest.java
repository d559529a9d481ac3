package dk.borgermaaling.gateway.edge.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.soap.TestToken;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssertionVerifierTest {
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity STS = ROOT.issue("STS");
  private static final Identity NEXT_STS = ROOT.issue("next STS");
  private static final Identity HOLDER = ROOT.issue("caller");
  private static final String CVR = "29189641";
  private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
  private static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String END = "</Assertion>";

  private final AssertionVerifier verifier =
      new AssertionVerifier(() -> List.of(STS.certificate(), NEXT_STS.certificate()));

  @Test
  void the_caller_is_who_the_token_says() {
    Instant from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    Duration lifetime = Duration.ofHours(8);
    var verified = verify(good().valid(from, lifetime).xml());
    assertThat(verified.caller())
        .isEqualTo(
            new Caller(new Cvr(CVR), Thumbprint.of(HOLDER.certificate()), Set.of(TestToken.ROLE)));
    assertThat(verified.issuer()).isEqualTo(Thumbprint.of(STS.certificate()));
    assertThat(verified.audience()).isEqualTo(TestToken.AUDIENCE);
    assertThat(verified.end()).isEqualTo(from.plus(lifetime));
  }

  @Test
  void each_service_has_its_own_audience_and_both_token_services_are_heard() {
    assertThat(verify(good().audience("urn:other").xml()).audience()).isEqualTo("urn:other");
    var next = verify(TestToken.issued(NEXT_STS, HOLDER, CVR).xml());
    assertThat(next.caller().cvr()).isEqualTo(new Cvr(CVR));
    assertThat(next.issuer()).isEqualTo(Thumbprint.of(NEXT_STS.certificate()));
  }

  static Stream<Arguments> hostile() {
    Instant now = Instant.now();
    Duration eight = Duration.ofHours(8);
    String good = good().xml();
    String other = good().xml();
    String signature = good.substring(good.indexOf("<Signature"), after(good));
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no XML", "token"),
        Arguments.of("unsigned", good.replace(signature, "")),
        Arguments.of("another CVR", good.replace(">" + CVR + "<", ">11111111<")),
        Arguments.of("signed by a stranger", TestToken.issued(ROOT.issue("x"), HOLDER, CVR).xml()),
        Arguments.of("signed by its holder", TestToken.issued(HOLDER, HOLDER, CVR).xml()),
        Arguments.of("bearer", good().method("bearer").xml()),
        Arguments.of("another audience", good().audience("urn:nobody").xml()),
        Arguments.of("expired", good().valid(now.minus(Duration.ofHours(9)), eight).xml()),
        Arguments.of("of tomorrow", good().valid(now.plus(Duration.ofDays(1)), eight).xml()),
        Arguments.of("for ten years", good().valid(now, Duration.ofDays(3650)).xml()),
        Arguments.of("rsa-sha1", good().signedWith(RSA_SHA1, SHA256).xml()),
        Arguments.of("SHA-1 digest", good().signedWith(RSA_SHA256, SHA1).xml()),
        Arguments.of("a comment", good.replace(CVR, "2918<!-- -->9641")),
        Arguments.of("an instruction", good.replace(END, "<?x?>" + END)),
        Arguments.of("a DTD", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + good),
        Arguments.of("two signatures", good.replace(signature, signature + signature)),
        Arguments.of("the signature of another", good.replace(signature, signatureOf(other))),
        Arguments.of("a signature deeper", good.replace(END, "<A>" + signature + "</A>" + END)),
        Arguments.of("wrapped in another root", "<R>" + good + "</R>"),
        Arguments.of("a forged one around the signed one", wrapped(good, other)),
        Arguments.of("the signed one in the forged one's Advice", advice(good, other)),
        Arguments.of(
            "an id twice", good.replace("<Conditions", "<Conditions Id=\"" + id(good) + "\"")),
        Arguments.of("no id", good.replace(" ID=\"" + id(good) + "\"", "")),
        Arguments.of("an empty id", good.replace("ID=\"" + id(good), "ID=\"")),
        Arguments.of("an id that is no name", good.replace(id(good), "7 b")),
        Arguments.of("a reference to all", good.replace("URI=\"#" + id(good), "URI=\"#")),
        Arguments.of("no SignedInfo", good.replaceFirst("<SignedInfo.*</SignedInfo>", "")),
        Arguments.of("another encoding", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + good),
        Arguments.of("something behind it", good + "<x/>"),
        Arguments.of(
            "encrypted",
            good.replace(
                signature, "<EncryptedData xmlns=\"http://www.w3.org/2001/04/xmlenc#\"/>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void a_hostile_token_is_not_trusted(String attack, String token) {
    assertNotTrusted(token);
  }

  @Test
  void no_token_with_a_byte_changed_is_another_callers() {
    byte[] good = good().xml().getBytes(StandardCharsets.UTF_8);
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    Caller caller = verify(new String(good, StandardCharsets.UTF_8)).caller();
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] changed = good.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
      try {
        var verified = verifier.verify(changed, services(), Instant.now());
        assertThat(verified.caller()).isEqualTo(caller);
      } catch (ProblemException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(480);
  }

  private void assertNotTrusted(String token) {
    assertThatThrownBy(() -> verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED));
  }

  private AssertionVerifier.Verified verify(String token) {
    return verifier.verify(token.getBytes(StandardCharsets.UTF_8), services(), Instant.now());
  }

  private static List<TokenSettings> services() {
    TokenLimits limits = new TokenLimits(Duration.ofHours(8), Duration.ofMinutes(1));
    return List.of(
        new TokenSettings(TestToken.AUDIENCE, limits), new TokenSettings("urn:other", limits));
  }

  private static TestToken good() {
    return TestToken.issued(STS, HOLDER, CVR);
  }

  private static int after(String token) {
    return token.indexOf("</Signature>") + "</Signature>".length();
  }

  private static String signatureOf(String token) {
    return token.substring(token.indexOf("<Signature"), after(token));
  }

  private static String id(String token) {
    int start = token.indexOf("ID=\"") + 4;
    return token.substring(start, token.indexOf('"', start));
  }

  private static String wrapped(String signed, String forged) {
    return forged
        .replace(signatureOf(forged), signatureOf(signed))
        .replace(END, signed.replace(signatureOf(signed), "") + END);
  }

  private static String advice(String signed, String forged) {
    return forged.replace(END, "<Advice>" + signed + "</Advice>" + END);
  }
}
