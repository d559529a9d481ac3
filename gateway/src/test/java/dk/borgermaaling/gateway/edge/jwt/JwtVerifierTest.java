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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVerifierTest {
  private static final Identity ROOT = Identity.authority("Test CA");
  private static final Identity STS = ROOT.issue("STS");
  private static final Identity NEXT_STS = ROOT.issue("next STS");
  private static final Identity PSS_STS = KeyPairs.tokenService(ROOT, "RSASSA-PSS", 2048);
  private static final Identity EC_STS = KeyPairs.tokenService(ROOT, "EC", 256);
  static final Identity WEAK_STS = KeyPairs.tokenService(ROOT, "RSA", 1024);
  static final Identity FORMER_STS = ROOT.issueExpired("former STS");
  private static final Identity HOLDER = ROOT.issue("caller");
  private static final Instant NOW = Instant.ofEpochSecond(TestJwt.NOW);
  private static final JwtSettings SETTINGS =
      new JwtSettings(
          TestJwt.ISSUER,
          new TokenSettings(
              TestJwt.AUDIENCE, new TokenLimits(Duration.ofHours(8), Duration.ofMinutes(1))));

  private final JwtVerifier verifier =
      new JwtVerifier(
          () ->
              Stream.of(EC_STS, FORMER_STS, STS, NEXT_STS, PSS_STS, WEAK_STS)
                  .map(Identity::certificate)
                  .toList());

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("as KOMBIT writes it", jwt().signed(STS)),
        Arguments.of("by the next token service", jwt().signed(NEXT_STS)),
        Arguments.of("by a key that is for PSS alone", jwt().signed(PSS_STS)),
        Arguments.of("without kid, x5t and typ", header(h -> "{\"alg\":\"PS256\"}")),
        Arguments.of("kid of another", header(h -> h.replace("sts", "x"))),
        Arguments.of("x5t#S256 in the header", header(h -> h.replace("x5t", "x5t#S256"))),
        Arguments.of("header in another order", header(JwtVerifierTest::algorithmLast)),
        Arguments.of("white space", claims(c -> c.replace(",", " ,\n"))),
        Arguments.of("an escaped letter", claims(c -> c.replace("\"iss\"", "\"\\u0069ss\""))),
        Arguments.of("an escaped slash", claims(c -> c.replace("://sts", ":\\/\\/sts"))),
        Arguments.of("an unknown claim", claims(c -> c.replace("\"jti\"", "\"x\":[],\"jti\""))),
        Arguments.of(
            "without jti and sub", claims(c -> c.replaceFirst("\"jti\".*?,\"sub.*?,", ""))),
        Arguments.of("issued a minute ahead", claims(c -> time(c, "iat", 60))),
        Arguments.of("valid from a minute ahead", claims(c -> time(c, "nbf", 60))),
        Arguments.of("its last second", claims(c -> time(c, "exp", 1))),
        Arguments.of("eight hours, rounded up", claims(c -> time(c, "exp", 28_741))),
        Arguments.of("a group of another authority", priv(JwtVerifierTest::another)),
        Arguments.of("the same group twice", priv(p -> and(p, "[]", TestJwt.ROLE))),
        Arguments.of("no word of constraints", priv(p -> p.replace(",\"constraints\":[]", ""))),
        Arguments.of("a constrained group too", priv(p -> and(p, "[{\"a\":\"b\"}]", "all"))),
        Arguments.of("a strange group too", priv(p -> and(p, "[],\"until\":1", "all"))));
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
    assertThat(verify(priv(p -> "{\"privilegegroups\":[]}")).roles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{}", "null", "\"\"", "false", "[],\"constraint\":[\"x\"]"})
  void a_group_with_a_constraint_of_any_kind_grants_nothing(String constraints) {
    assertThat(verify(priv(p -> p.replace("[]", constraints))).roles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"29189642", "2918964", "29189641 ", "1"})
  void a_group_for_another_authority_grants_nothing(String cvr) {
    assertThat(verify(priv(p -> p.replace(TestJwt.CVR, cvr))).roles()).isEmpty();
  }

  @Test
  void a_token_service_that_is_trusted_no_more_is_not_believed_from_the_next_token_on() {
    var trusted = new ArrayList<>(List.of(STS.certificate()));
    JwtVerifier changing = new JwtVerifier(() -> trusted);
    String token = jwt().signed(STS);
    Thumbprint client = Thumbprint.of(HOLDER.certificate());
    assertThat(changing.verify(token, SETTINGS, client, NOW).cvr()).isEqualTo(new Cvr(TestJwt.CVR));
    trusted.clear();
    assertThatThrownBy(() -> changing.verify(token, SETTINGS, client, NOW))
        .isInstanceOf(ProblemException.class);
  }

  static Stream<Arguments> hostile() {
    return new JwtAttacks(ROOT, STS, HOLDER)
        .rows().entrySet().stream()
            .map(
                row -> Arguments.of(row.getKey(), row.getValue().reason(), row.getValue().token()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hostile")
  void a_hostile_token_is_not_trusted(String attack, String reason, String token) {
    assertThatThrownBy(() -> verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> {
              assertThat(thrown.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED);
              assertThat(thrown.getCause()).hasMessage(reason);
            });
  }

  @Test
  void the_list_of_attacks_is_as_long_as_it_was() {
    assertThat(hostile()).hasSizeGreaterThan(100);
  }

  @Test
  void a_token_for_one_certificate_is_nothing_with_any_other() {
    String token = jwt().signed(STS);
    for (Identity other : List.of(ROOT, STS, NEXT_STS)) {
      Thumbprint client = Thumbprint.of(other.certificate());
      assertThatThrownBy(() -> verifier.verify(token, SETTINGS, client, NOW))
          .isInstanceOf(ProblemException.class);
    }
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

  @Test
  void no_cut_or_doubled_stretch_is_overlooked() {
    String good = jwt().signed(STS);
    Random random = new Random(7519);
    for (int i = 0; i < 500; i++) {
      int from = random.nextInt(good.length() - 1);
      int to = from + 1 + random.nextInt(Math.min(40, good.length() - from - 1));
      String cut = good.substring(0, from) + good.substring(to);
      String doubled = good.substring(0, to) + good.substring(from);
      assertThatThrownBy(() -> verify(cut)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> verify(doubled)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void settings_without_an_issuer_are_none() {
    assertThatThrownBy(() -> new JwtSettings(" ", SETTINGS.tokens()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Caller verify(String token) {
    return verifier.verify(token, SETTINGS, Thumbprint.of(HOLDER.certificate()), NOW);
  }

  private static TestJwt jwt() {
    return new TestJwt(HOLDER);
  }

  private static String header(UnaryOperator<String> edit) {
    return jwt().header(edit).signed(STS);
  }

  private static String claims(UnaryOperator<String> edit) {
    return jwt().claims(edit).signed(STS);
  }

  private static String priv(UnaryOperator<String> edit) {
    return jwt().priv(edit).signed(STS);
  }

  private static String algorithmLast(String header) {
    return header.replace("\"alg\":\"PS256\",", "").replace("}", ",\"alg\":\"PS256\"}");
  }

  private static String time(String claims, String name, long fromNow) {
    return claims.replaceFirst(
        "\"" + name + "\":[0-9]+", "\"" + name + "\":" + (TestJwt.NOW + fromNow));
  }

  private static String another(String priv) {
    return priv.replace("[{", "[{\"privilege\":\"x\",\"scope\":\"urn:other\"},{");
  }

  /** One group more, as the first but for its constraints and privilege. */
  private static String and(String priv, String constraints, String privilege) {
    String group = priv.substring(priv.indexOf("[{") + 1, priv.lastIndexOf(']'));
    String more = group.replace("[]", constraints).replace(TestJwt.ROLE, privilege);
    return priv.replace(group, group + "," + more);
  }
}
