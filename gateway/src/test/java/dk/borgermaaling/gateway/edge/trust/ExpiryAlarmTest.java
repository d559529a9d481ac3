package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryAlarmTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity GATEWAY = CA.issue("gateway", YESTERDAY, Duration.ofDays(101));
  private static final Identity STS = CA.issue("sts", YESTERDAY, Duration.ofDays(41));
  private static final Identity NEXT_STS = CA.issue("sts-next", NOW, Duration.ofDays(1000));
  private static final Identity CALLER = CA.issue("caller", YESTERDAY, Duration.ofDays(21));

  private final SettableRealClock clock = new SettableRealClock(NOW.toString());
  private final Alarms alarms = new Alarms(clock);
  @TempDir private Path folder;
  private Trust trust;
  private ExpiryAlarm expiry;

  @BeforeEach
  void start() {
    TokenServices services =
        TokenServices.read(StoreFiles.pem(folder.resolve("sts.pem"), STS), clock, alarms);
    trust =
        new Trust(
            services,
            SigningKeys.read(StoreFiles.key(folder.resolve("gateway.p12"), GATEWAY), clock, alarms),
            new Revocation(
                RevocationSettings.off(),
                RefusedCertificates.none(),
                services,
                Issuers.none(),
                clock,
                alarms,
                Runnable::run),
            new ClockDrift(Duration.ofSeconds(30)));
    expiry = new ExpiryAlarm(trust, List.of(), Duration.ofDays(30), clock, alarms);
  }

  @Test
  void whole_days_are_counted_for_each_certificate_that_is_known() {
    trust.revocation().requireCaller(CALLER.certificate());
    clock.advance(Duration.ofSeconds(1));
    assertThat(expiry.daysLeft())
        .containsExactly(
            entry("caller " + CertificateFile.name(CALLER.certificate()), 19L),
            entry("gateway's key " + CertificateFile.name(GATEWAY.certificate()), 99L),
            entry("token service " + CertificateFile.name(STS.certificate()), 39L));
  }

  @Test
  void nothing_is_said_while_there_is_time() {
    expiry.look();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_certificate_within_the_warning_is_told_of_with_its_days() {
    clock.advance(Duration.ofDays(10));
    expiry.look();
    assertThat(alarms.active())
        .containsExactly(entry(alarmOf(STS), "30 days are left, until 2027-01-02T08:00:00Z"));
    clock.advance(Duration.ofDays(1));
    expiry.look();
    assertThat(alarms.active())
        .containsExactly(entry(alarmOf(STS), "29 days are left, until 2027-01-02T08:00:00Z"));
  }

  @Test
  void an_expired_certificate_is_told_of_and_nothing_is_stopped() {
    clock.advance(Duration.ofDays(100).plusSeconds(1));
    assertThatCode(expiry::look).doesNotThrowAnyException();
    assertThat(alarms.active())
        .containsEntry(alarmOf(STS), "it has expired at 2027-01-02T08:00:00Z")
        .containsEntry(
            "the token services", "none has a certificate that is valid now; no token is accepted");
    assertThat(expiry.daysLeft().values()).containsExactly(-1L, -61L);
    assertThat(trust.signingKeys().inForce().certificate()).isEqualTo(GATEWAY.certificate());
  }

  @Test
  void a_certificate_that_was_replaced_is_not_told_of_any_more() {
    clock.advance(Duration.ofDays(20));
    expiry.look();
    assertThat(alarms.active()).containsOnlyKeys(alarmOf(STS));
    StoreFiles.pem(folder.resolve("sts.pem"), NEXT_STS);
    trust.tokenServices().look();
    trust.tokenServices().look();
    expiry.look();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_caller_is_warned_of_too() {
    trust.revocation().requireCaller(CALLER.certificate());
    expiry.look();
    assertThat(alarms.active())
        .containsExactly(
            entry(
                "expiry of the caller " + CertificateFile.name(CALLER.certificate()),
                "20 days are left, until 2026-12-13T08:00:00Z"));
  }

  @Test
  void another_certificate_of_the_gateway_is_warned_of_too() {
    OwnCertificate other =
        new OwnCertificate() {
          @Override
          public String role() {
            return "function certificate";
          }

          @Override
          public X509Certificate certificate() {
            return CALLER.certificate();
          }
        };
    new ExpiryAlarm(trust, List.of(other), Duration.ofDays(30), clock, alarms).look();
    assertThat(alarms.active())
        .containsOnlyKeys(
            "expiry of the function certificate " + CertificateFile.name(CALLER.certificate()));
  }

  @Test
  void a_negative_warning_stops_the_start() {
    assertThatThrownBy(() -> new ExpiryAlarm(trust, List.of(), Duration.ofDays(-1), clock, alarms))
        .hasMessageContaining("gateway.trust.expiry-warning");
  }

  private static String alarmOf(Identity tokenService) {
    return "expiry of the token service " + CertificateFile.name(tokenService.certificate());
  }
}
