package dk.borgermaaling.gateway.edge.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Caller;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.saml.TokenLimits;
import dk.borgermaaling.gateway.edge.saml.TokenSettings;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtVerifierTest {
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity STS = ROOT.issue("STS");
  private static final Identity NEXT_STS = ROOT.issue("next STS");
  private static final Identity HOLDER = ROOT.issue("caller");
  private static final Instant NOW = Instant.ofEpochSecond(TestJwt.NOW);
  private static final JwtSettings SETTINGS =
      new JwtSettings(
          TestJwt.ISSUER,
          new TokenSettings(
              TestJwt.AUDIENCE, new TokenLimits(Duration.ofHours(8), Duration.ofMinutes(1))));

  private final JwtVerifier verifier =
      new JwtVerifier(() -> List.of(STS.certificate(), NEXT_STS.certificate()));

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("as KOMBIT writes it", jwt().signed(STS)),
        Arguments.of("by the next token service", jwt().signed(NEXT_STS)),
        Arguments.of("without kid, x5t and typ", jwt().header("{\"alg\":\"PS256\"}").signed(STS)),
        Arguments.of("kid of another", jwt().header(h -> h.replace("sts", "x")).signed(STS)),
        Arguments.of("white space", jwt().claims(c -> c.replace(",", " ,\n")).signed(STS)),
        Arguments.of(
            "a claim that nobody knows", claims(c -> c.replace("\"jti\"", "\"x\":[],\"jti\""))),
        Arguments.of("issued a minute ahead", claims(c -> time(c, "iat", 59))),
        Arguments.of("valid from a minute ahead", claims(c -> time(c, "nbf", 59))),
        Arguments.of("its last second", claims(c -> time(c, "exp", 1))),
        Arguments.of(
            "a group of another authority too", jwt().priv(JwtVerifierTest::another).signed(STS)),
        Arguments.of(
            "a constrained group too", jwt().priv(p -> both(p, "[{\"a\":\"b\"}]")).signed(STS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void a_good_token_is_its_callers(String what, String token) {
    assertThat(verify(token))
        .isEqualTo(
            new Caller(
                new Cvr(TestJwt.CVR), Thumbprint.of(HOLDER.certificate()), Set.of(TestJwt.ROLE)));
  }

  @Test
  void without_privileges_there_are_no_roles() {
    assertThat(verify(claims(c -> c.replace("\"priv\":\"@@PRIV@@\",", ""))).roles()).isEmpty();
    assertThat(verify(jwt().priv(p -> p.replace("[]", "[1]")).signed(STS)).roles()).isEmpty();
    assertThat(verify(jwt().priv(p -> p.replace("[]", "{}")).signed(STS)).roles()).isEmpty();
    assertThat(verify(jwt().priv(p -> p.replace(TestJwt.CVR, "1")).signed(STS)).roles()).isEmpty();
  }

  static Stream<Arguments> hostile() {
    String good = jwt().signed(STS);
    String[] parts = good.split("\\.", -1);
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("two parts", parts[0] + "." + parts[1]),
        Arguments.of("four parts", good + ".x"),
        Arguments.of("five parts, as encrypted", "a.b.c.d.e"),
        Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
        Arguments.of("padded", good + "="),
        Arguments.of("white space before it", " " + good),
        Arguments.of("base64 instead of base64url", parts[0] + "+." + parts[1] + "." + parts[2]),
        Arguments.of("17 KB", good + "A".repeat(17_000)),
        Arguments.of("alg none", unsigned("{\"alg\":\"none\"}")),
        Arguments.of("alg None", unsigned("{\"alg\":\"None\"}")),
        Arguments.of("no alg", unsigned("{}")),
        Arguments.of("HS256 with the public key", hs256()),
        Arguments.of("RS256", jwt().header("{\"alg\":\"RS256\"}").signedAs("SHA256withRSA", STS)),
        Arguments.of("RS256 that says PS256", jwt().signedAs("SHA256withRSA", STS)),
        Arguments.of("PS512", jwt().header("{\"alg\":\"PS512\"}").signed(STS)),
        Arguments.of("PS256 with another salt", jwt().signed(STS, 20)),
        Arguments.of("alg twice", jwt().header("{\"alg\":\"none\",\"alg\":\"PS256\"}").signed(STS)),
        Arguments.of("crit", header("\"crit\":[\"exp\"]")),
        Arguments.of("jwk", header("\"jwk\":{}")),
        Arguments.of("jku", header("\"jku\":\"https://evil.test\"")),
        Arguments.of("x5u", header("\"x5u\":\"https://evil.test\"")),
        Arguments.of("x5c", header("\"x5c\":[]")),
        Arguments.of("b64", header("\"b64\":false")),
        Arguments.of("zip", header("\"zip\":\"DEF\"")),
        Arguments.of(
            "typ of another object", jwt().header(h -> h.replace("JWT", "dpop+jwt")).signed(STS)),
        Arguments.of("signed by its holder", jwt().signed(HOLDER)),
        Arguments.of("signed by the root", jwt().signed(ROOT)),
        Arguments.of("signed by a stranger of the same name", jwt().signed(ROOT.issue("STS"))),
        Arguments.of(
            "claims of another token",
            parts[0]
                + "."
                + claims(c -> c.replace("\"1\"", "\"2\"")).split("\\.", -1)[1]
                + "."
                + parts[2]),
        Arguments.of("header is a list", jwt().header("[]").signed(STS)),
        Arguments.of("claims are a list", claims(c -> "[]")),
        Arguments.of("claims are no JSON", claims(c -> "x")),
        Arguments.of("claims with a byte order mark", claims(c -> "\uFEFF" + c)),
        Arguments.of("a claim twice", claims(c -> c.replace("\"jti\"", "\"aud\":\"x\",\"jti\""))),
        Arguments.of(
            "deep claims", claims(c -> c.replace("\"1\"", "[".repeat(90) + "]".repeat(90)))),
        Arguments.of("another issuer", claims(c -> c.replace("runtime/", "runtime"))),
        Arguments.of("no issuer", claims(c -> c.replace("\"iss\"", "\"isz\""))),
        Arguments.of("another audience", claims(c -> c.replace("case-event/1", "case-event/1/"))),
        Arguments.of(
            "audiences in a list",
            claims(c -> c.replaceFirst("\"aud\":(\"[^\"]*\")", "\"aud\":[$1]"))),
        Arguments.of("no audience", claims(c -> c.replace("\"aud\"", "\"auz\""))),
        Arguments.of("expired this second", claims(c -> time(c, "exp", 0))),
        Arguments.of("expired long ago", claims(c -> time(c, "exp", -100_000))),
        Arguments.of("no expiry", claims(c -> c.replace("\"exp\"", "\"exq\""))),
        Arguments.of(
            "expiry as text", claims(c -> c.replaceFirst("\"exp\":([0-9]+)", "\"exp\":\"$1\""))),
        Arguments.of(
            "expiry as a fraction",
            claims(c -> c.replaceFirst("\"exp\":([0-9]+)", "\"exp\":$1.5"))),
        Arguments.of(
            "expiry as a power", claims(c -> c.replaceFirst("\"exp\":([0-9]+)", "\"exp\":2e9"))),
        Arguments.of(
            "expiry beyond all time",
            claims(c -> c.replaceFirst("\"exp\":([0-9]+)", "\"exp\":99999999999999999999"))),
        Arguments.of("expiry below zero", claims(c -> c.replaceFirst("\"exp\":", "\"exp\":-"))),
        Arguments.of("lives eight hours and a second", claims(c -> time(c, "exp", 28_741))),
        Arguments.of("issued tomorrow", claims(c -> time(c, "iat", 61))),
        Arguments.of("valid tomorrow", claims(c -> time(c, "nbf", 61))),
        Arguments.of("no nbf", claims(c -> c.replace("\"nbf\"", "\"nbg\""))),
        Arguments.of("no iat", claims(c -> c.replace("\"iat\"", "\"iau\""))),
        Arguments.of("bound to another", new TestJwt(ROOT).signed(STS)),
        Arguments.of("not bound", claims(c -> c.replace("\"cnf\"", "\"cng\""))),
        Arguments.of("bound by jkt", claims(c -> c.replace("x5t#S256", "jkt"))),
        Arguments.of("bound twice", claims(c -> c.replace("\"cnf\":{", "\"cnf\":{\"jkt\":\"x\","))),
        Arguments.of(
            "bound in another spelling",
            claims(c -> c.replaceFirst("(x5t#S256\":\"[^\"]*)", "$1="))),
        Arguments.of(
            "another version of the profile", claims(c -> c.replace("\"1.0\"", "\"2.0\""))),
        Arguments.of("no CVR", claims(c -> c.replace("\"cvr\"", "\"cvs\""))),
        Arguments.of(
            "a CVR of seven digits", claims(c -> c.replace("\"29189641\"", "\"2918964\""))),
        Arguments.of("a CVR as a number", claims(c -> c.replace("\"29189641\"", "29189641"))),
        Arguments.of("privileges that are no base64", claims(c -> c.replace("@@PRIV@@", "#"))),
        Arguments.of("privileges that are no JSON", jwt().priv(p -> "<x/>").signed(STS)),
        Arguments.of("privileges without groups", jwt().priv(p -> "{}").signed(STS)),
        Arguments.of(
            "a group that is no object", jwt().priv(p -> "{\"privilegegroups\":[1]}").signed(STS)),
        Arguments.of(
            "a group without scope", jwt().priv(p -> p.replace("scope", "scopf")).signed(STS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void a_hostile_token_is_not_trusted(String attack, String token) {
    assertThatThrownBy(() -> verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED));
  }

  @Test
  void no_changed_character_is_overlooked() {
    String good = jwt().signed(STS);
    Random random = new Random(9421);
    for (int i = 0; i < 1_000; i++) {
      char[] changed = good.toCharArray();
      int at = random.nextInt(changed.length);
      changed[at] ^= (char) (1 << random.nextInt(7));
      assertThatThrownBy(() -> verify(new String(changed))).isInstanceOf(ProblemException.class);
    }
  }

  private Caller verify(String token) {
    return verifier.verify(token, SETTINGS, Thumbprint.of(HOLDER.certificate()), NOW);
  }

  private static TestJwt jwt() {
    return new TestJwt(HOLDER);
  }

  private static String claims(UnaryOperator<String> edit) {
    return jwt().claims(edit).signed(STS);
  }

  private static String header(String member) {
    return jwt().header(h -> h.replace("{", "{" + member + ",")).signed(STS);
  }

  private static String time(String claims, String name, long fromNow) {
    return claims.replaceFirst(
        "\"" + name + "\":[0-9]+", "\"" + name + "\":" + (TestJwt.NOW + fromNow));
  }

  private static String another(String priv) {
    return priv.replace("[{", "[{\"privilege\":\"x\",\"scope\":\"urn:other\"},{");
  }

  private static String both(String priv, String constraints) {
    String group = priv.substring(priv.indexOf("[{") + 1, priv.lastIndexOf(']'));
    return priv.replace(
        group,
        group
            + ","
            + group.replace("[]", constraints).replace("register-case-events", "everything"));
  }

  private static String unsigned(String header) {
    return jwt().header(header).payload() + ".";
  }

  private static String hs256() {
    String payload = jwt().header("{\"alg\":\"HS256\"}").payload();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(STS.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
      byte[] code = mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII));
      return payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
