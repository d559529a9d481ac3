package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings.Mode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of certificates, by what is known of them and by how strict the gateway is. */
class RevocationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration GRACE = Duration.ofHours(24);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity STS = CA.issue("sts", YESTERDAY, MONTH);
  private static final Identity GOOD = CA.issue("good", YESTERDAY, MONTH);
  private static final Identity BAD = CA.issue("bad", YESTERDAY, MONTH);
  private static final Identity STRANGER = Identity.authority("Other CA").issue("stranger");

  private final SettableRealClock clock = new SettableRealClock(NOW.toString());
  private final Alarms alarms = new Alarms(clock);
  @TempDir private Path folder;

  @Test
  void off_lets_everybody_pass_and_asks_nobody() {
    Revocation revocation = revocation(Mode.OFF, Optional.empty(), Issuers.none());
    revocation.refresh();
    assertPasses(revocation, BAD);
    assertPasses(revocation, STRANGER);
    assertThat(alarms.active()).isEmpty();
    assertThat(revocation.callers()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFT", "HARD"})
  void what_is_revoked_is_refused_and_what_is_good_passes(Mode mode) {
    Revocation revocation = revoking(mode, BAD, STS);
    assertPasses(revocation, GOOD);
    assertRefused(revocation, BAD, "the caller's certificate is revoked");
    assertThatThrownBy(() -> revocation.requireTokenService(STS.certificate()))
        .isInstanceOf(ProblemException.class)
        .cause()
        .hasMessage("the token service's certificate is revoked");
    assertThat(alarms.active())
        .containsEntry(alarmOf("caller", BAD), "it is revoked, and refused")
        .containsEntry(alarmOf("token service", STS), "it is revoked, and refused");
  }

  @Test
  void soft_lets_the_unknown_pass_with_an_alarm() {
    Revocation revocation = revoking(Mode.SOFT);
    assertPasses(revocation, STRANGER);
    assertThat(alarms.active())
        .containsEntry(alarmOf("caller", STRANGER), "nobody says whether it is revoked; it passes");
  }

  @Test
  void hard_refuses_the_unknown() {
    Revocation revocation = revoking(Mode.HARD);
    assertRefused(revocation, STRANGER, "nobody says whether the caller's certificate is revoked");
    assertThat(alarms.active())
        .containsEntry(
            alarmOf("caller", STRANGER), "nobody says whether it is revoked; it is refused");
  }

  @Test
  void hard_refuses_everybody_before_the_first_refresh() {
    Revocation revocation = revocation(Mode.HARD, Optional.empty(), issuers());
    assertRefused(revocation, GOOD, "nobody says whether the caller's certificate is revoked");
  }

  @Test
  void an_outdated_list_lets_the_good_pass_with_an_alarm_until_the_grace_is_over() {
    Revocation revocation = revoking(Mode.HARD, BAD);
    clock.advance(Duration.ofHours(13));
    assertPasses(revocation, GOOD);
    assertThat(alarms.active())
        .containsEntry(alarmOf("caller", GOOD), "the answer is out of date; it still counts");
    clock.advance(GRACE);
    assertRefused(revocation, GOOD, "nobody says whether the caller's certificate is revoked");
    assertRefused(revocation, BAD, "the caller's certificate is revoked");
  }

  @Test
  void an_alarm_about_a_caller_is_over_when_it_is_known_to_be_good() {
    Revocation revocation = revocation(Mode.SOFT, Optional.empty(), issuers());
    assertPasses(revocation, GOOD);
    assertThat(alarms.active()).hasSize(1);
    list();
    revocation.refresh();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void an_alarm_about_a_token_service_is_over_when_it_is_no_longer_in_the_file() {
    StoreFiles.pem(folder.resolve("sts.pem"), GOOD, STS);
    TokenServices services = services();
    Revocation revocation = revocation(Mode.SOFT, Optional.empty(), issuers(), services);
    list(STS);
    revocation.refresh();
    assertThat(alarms.active()).containsOnlyKeys(alarmOf("token service", STS));
    StoreFiles.pem(folder.resolve("sts.pem"), GOOD);
    services.look();
    services.look();
    revocation.refresh();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_caller_that_was_silent_for_thirty_days_is_forgotten() {
    Revocation revocation = revoking(Mode.SOFT);
    assertPasses(revocation, STRANGER);
    clock.advance(Duration.ofDays(31));
    list();
    revocation.refresh();
    assertThat(revocation.callers()).isEmpty();
    assertThat(alarms.active()).doesNotContainKey(alarmOf("caller", STRANGER));
  }

  @Test
  void the_worse_of_list_and_responder_counts_and_either_may_say_good() {
    try (FileServer server = new FileServer(new Responder(CA, NOW).revoking(BAD)::answer)) {
      Revocation both = revocation(Mode.HARD, Optional.of(server.address()), issuers());
      list(STS);
      both.refresh();
      assertPasses(both, GOOD);
      assertPasses(both, BAD); // by the list; the responder is asked now
      assertRefused(both, BAD, "the caller's certificate is revoked");
      assertThatThrownBy(() -> both.requireTokenService(STS.certificate()))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void hard_with_a_responder_alone_lets_a_new_caller_pass_once_it_has_answered() {
    try (FileServer server = new FileServer(new Responder(CA, NOW)::answer)) {
      Revocation revocation =
          new Revocation(
              new RevocationSettings(Mode.HARD, List.of(), Optional.of(server.address()), GRACE),
              RefusedCertificates.none(),
              services(),
              issuers(),
              clock,
              alarms,
              Runnable::run);
      assertRefused(revocation, GOOD, "nobody says whether the caller's certificate is revoked");
      assertPasses(revocation, GOOD);
      assertThat(alarms.active()).isEmpty();
    }
  }

  @Test
  void a_caller_that_settings_name_is_asked_about_before_its_first_call() {
    try (FileServer server = new FileServer(new Responder(CA, NOW)::answer)) {
      Revocation revocation =
          new Revocation(
              new RevocationSettings(Mode.HARD, List.of(), Optional.of(server.address()), GRACE),
              RefusedCertificates.none(),
              services(),
              issuers(),
              clock,
              alarms,
              Runnable::run);
      revocation.expect(GOOD.certificate());
      assertPasses(revocation, GOOD);
      assertThat(revocation.callers()).containsExactly(GOOD.certificate());
    }
  }

  @Test
  void to_ask_somebody_needs_a_source_and_issuers() {
    assertThatThrownBy(() -> new RevocationSettings(Mode.HARD, List.of(), Optional.empty(), GRACE))
        .hasMessage(
            "gateway.trust.revocation is HARD, which needs gateway.trust.issuers, and"
                + " gateway.trust.crl-sources or gateway.trust.ocsp-responder");
    assertThatThrownBy(() -> revocation(Mode.SOFT, Optional.empty(), Issuers.none()))
        .hasMessageStartingWith(
            "gateway.trust.revocation is SOFT, which needs gateway.trust.issuers, and");
    assertThatThrownBy(
            () ->
                new RevocationSettings(
                    Mode.OFF, List.of(), Optional.empty(), Duration.ofSeconds(-1)))
        .hasMessageContaining("gateway.trust.revocation-grace");
    assertThatThrownBy(
            () ->
                new RevocationSettings(
                    Mode.SOFT, List.of(), Optional.of(URI.create("ocsp.test/x")), GRACE))
        .hasMessageContaining("gateway.trust.ocsp-responder");
    assertThatCode(RevocationSettings::off).doesNotThrowAnyException();
  }

  private void assertPasses(Revocation revocation, Identity caller) {
    assertThatCode(() -> revocation.requireCaller(caller.certificate())).doesNotThrowAnyException();
  }

  private void assertRefused(Revocation revocation, Identity caller, String reason) {
    assertThatThrownBy(() -> revocation.requireCaller(caller.certificate()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED))
        .cause()
        .isInstanceOf(Refusal.class)
        .hasMessage(reason);
  }

  private static String alarmOf(String role, Identity identity) {
    return "revocation of the " + role + " " + CertificateFile.name(identity.certificate());
  }

  private Revocation revoking(Mode mode, Identity... revoked) {
    list(revoked);
    Revocation revocation = revocation(mode, Optional.empty(), issuers());
    revocation.refresh();
    return revocation;
  }

  private void list(Identity... revoked) {
    StoreFiles.write(
        folder.resolve("list.crl"), Crl.by(CA, clock.instant()).revoking(revoked).bytes());
  }

  private Revocation revocation(Mode mode, Optional<URI> responder, Issuers issuers) {
    return revocation(mode, responder, issuers, services());
  }

  private Revocation revocation(
      Mode mode, Optional<URI> responder, Issuers issuers, TokenServices services) {
    URI list = folder.resolve("list.crl").toUri();
    return new Revocation(
        new RevocationSettings(mode, List.of(list), responder, GRACE),
        RefusedCertificates.none(),
        services,
        issuers,
        clock,
        alarms,
        Runnable::run);
  }

  private TokenServices services() {
    Path file = folder.resolve("sts.pem");
    return TokenServices.read(
        file.toFile().exists() ? file : StoreFiles.pem(file, STS), clock, alarms);
  }

  private Issuers issuers() {
    return Issuers.read(StoreFiles.pem(folder.resolve("issuers.pem"), CA), alarms);
  }
}
