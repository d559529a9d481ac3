package dk.borgermaaling.liberty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.access.kombit.AccessTokenClient;
import dk.borgermaaling.gateway.access.kombit.AssertionSource;
import dk.borgermaaling.gateway.access.kombit.ExchangedTokens;
import dk.borgermaaling.gateway.access.kombit.HolderOfKeyTokens;
import dk.borgermaaling.gateway.access.kombit.JsonSts;
import dk.borgermaaling.gateway.access.kombit.KombitHttp.Exchange;
import dk.borgermaaling.gateway.access.kombit.NoToken;
import dk.borgermaaling.gateway.access.kombit.OAuthTokens;
import dk.borgermaaling.gateway.access.kombit.SoapSts;
import dk.borgermaaling.gateway.access.kombit.TokenCalls;
import dk.borgermaaling.gateway.access.kombit.TokenHolder;
import dk.borgermaaling.gateway.access.kombit.TokenHolders;
import dk.borgermaaling.gateway.access.kombit.TokenKey;
import dk.borgermaaling.gateway.access.kombit.TokenSource;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.ClockDrift;
import dk.borgermaaling.gateway.edge.trust.Issuers;
import dk.borgermaaling.gateway.edge.trust.RefusedCertificates;
import dk.borgermaaling.gateway.edge.trust.Revocation;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings;
import dk.borgermaaling.gateway.edge.trust.SigningKeys;
import dk.borgermaaling.gateway.edge.trust.TokenServices;
import dk.borgermaaling.gateway.edge.trust.Trust;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.simulators.sts.Registry;
import dk.borgermaaling.simulators.world.Town;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway's token client in all variants, against the strict token service. */
@ExtendWith(ArquillianExtension.class)
class TokenClientIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Cvr ODENSE = new Cvr(Town.ODENSE.cvr());
  private static final Cvr SILKEBORG = new Cvr(Town.SILKEBORG.cvr());
  private final Wire wire = Wire.played();
  private final Alarms alarms = new Alarms(CLOCK);
  private final TokenHolder gateway = holder("gateway");

  @Test
  void a_token_of_each_variant_opens_a_service_for_its_municipality() throws NoToken {
    for (Map.Entry<String, TokenSource> variant : variants("gateway").entrySet()) {
      HolderOfKeyTokens tokens =
          new HolderOfKeyTokens(
              variant.getValue(),
              CLOCK,
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Runnable::run);
      TokenCalls calls = new TokenCalls(() -> gateway, tokens, Optional.empty());
      Exchange answer = calls.call(ODENSE, Registry.LOOK_UP, this::lookUp);
      assertThat(answer)
          .as(variant.getKey())
          .isInstanceOfSatisfying(
              Exchange.Answered.class, known -> assertThat(known.status()).isEqualTo(200));
    }
  }

  @Test
  void without_an_agreement_no_variant_gives_one() {
    variants("gateway")
        .forEach((name, source) -> refused(name, source, SILKEBORG, "caller", gateway));
    variants("gateway")
        .forEach((name, source) -> refused(name, source, new Cvr("29189846"), "", gateway));
  }

  @Test
  void for_another_system_one_is_given_by_that_systems_agreement_where_it_is_granted()
      throws NoToken {
    TokenKey granted =
        new TokenKey(
            gateway, SILKEBORG, Registry.CASE_EVENT, Optional.of(wire.key("caller").certificate()));
    for (AssertionSource sts : List.of(json(), soap())) {
      assertThat(sts.issue(granted).notOnOrAfter()).isAfter(CLOCK.instant());
    }
    assertThat(oauth("gateway").fetch(granted).expiresAt()).isAfter(CLOCK.instant());
    TokenHolder caller = holder("caller");
    variants("caller").forEach((name, source) -> refused(name, source, ODENSE, "gateway", caller));
  }

  private void refused(
      String variant, TokenSource source, Cvr authority, String onBehalfOf, TokenHolder holder) {
    Optional<X509Certificate> other =
        onBehalfOf.isEmpty() ? Optional.empty() : Optional.of(wire.key(onBehalfOf).certificate());
    assertThatThrownBy(() -> source.fetch(new TokenKey(holder, authority, Registry.LOOK_UP, other)))
        .as(variant)
        .isInstanceOfSatisfying(
            NoToken.class, none -> assertThat(none.reason()).isEqualTo(NoToken.Reason.REFUSED));
  }

  /** Each as this system asks. */
  private Map<String, TokenSource> variants(String system) {
    Map<String, TokenSource> variants = new LinkedHashMap<>();
    variants.put("JSON", exchanged(json()));
    variants.put("SOAP", exchanged(soap()));
    variants.put("OAUTH", oauth(system));
    return variants;
  }

  private TokenSource exchanged(AssertionSource sts) {
    return new ExchangedTokens(
        sts,
        new AccessTokenClient(at("/service/AccessTokenService_1/token"), CLOCK),
        CLOCK,
        Duration.ofMinutes(15));
  }

  private AssertionSource json() {
    return new JsonSts(at("/runtime/api/rest/wstrust/v1/issue"));
  }

  private AssertionSource soap() {
    TokenServices services = TokenServices.read(wire.certificate("sts-trust.p12"), CLOCK, alarms);
    Revocation nobodyIsAsked =
        new Revocation(
            new RevocationSettings(
                RevocationSettings.Mode.OFF, List.of(), Optional.empty(), Duration.ZERO),
            RefusedCertificates.none(),
            services,
            Issuers.none(),
            CLOCK,
            alarms,
            Runnable::run);
    return new SoapSts(
        at("/runtime/services/kombittrust/14/certificatemixed"),
        new Trust(
            services,
            SigningKeys.read(wire.certificate("gateway.p12"), CLOCK, alarms),
            nobodyIsAsked,
            new ClockDrift(Duration.ofSeconds(30))),
        CLOCK);
  }

  private TokenSource oauth(String system) {
    return new OAuthTokens(
        at("/runtime/api/rest/oauth/v1/issue"), Registry.clientId(system), CLOCK);
  }

  private TokenHolder holder(String party) {
    return TokenHolders.read(
            wire.certificate(party + ".p12"),
            wire.certificate("trust.p12"),
            new TokenHolder.HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 256 * 1024),
            CLOCK,
            alarms)
        .inForce();
  }

  private HttpRequest.Builder lookUp() {
    return HttpRequest.newBuilder(at("/service/PostForespoerg_1/digitalpost?cvrNumber=35209115"))
        .header("x-TransaktionsId", UUID.randomUUID().toString())
        .header("x-TransaktionsTid", "2026-11-23T08:00:00Z");
  }

  private URI at(String path) {
    return wire.system().simulatorsAddress().resolve(path);
  }
}
