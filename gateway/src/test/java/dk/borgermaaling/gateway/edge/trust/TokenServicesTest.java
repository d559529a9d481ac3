package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.kernel.ProblemType;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServicesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity OLD =
      CA.issue("old", NOW.minus(MONTH).plus(Duration.ofDays(1)), MONTH);
  private static final Identity NEW = CA.issue("new", NOW.plus(Duration.ofHours(1)), MONTH);
  private static final Identity OTHER = CA.issue("other", NOW.minus(MONTH), MONTH.multipliedBy(2));

  private final SettableRealClock clock = new SettableRealClock(NOW.toString());
  private final Alarms alarms = new Alarms(clock);
  @TempDir private Path folder;

  @Test
  void each_is_in_force_within_its_own_validity_alone() {
    TokenServices services = read(StoreFiles.pem(pem(), OLD, NEW));
    assertThat(services.inForce()).containsExactly(OLD.certificate());
    clock.advance(Duration.ofHours(2));
    assertThat(services.inForce()).containsExactly(OLD.certificate(), NEW.certificate());
    clock.advance(Duration.ofDays(1));
    assertThat(services.inForce()).containsExactly(NEW.certificate());
  }

  @Test
  void the_first_and_the_last_second_of_validity_count() {
    TokenServices services = read(StoreFiles.pem(pem(), NEW));
    clock.advance(Duration.between(NOW, NEW.certificate().getNotBefore().toInstant()));
    assertThat(services.inForce()).hasSize(1);
    clock.advance(MONTH);
    assertThat(services.inForce()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(services.inForce()).isEmpty();
  }

  @Test
  void one_that_is_not_valid_yet_is_refused_like_a_stranger() {
    TokenServices services = read(StoreFiles.pem(pem(), OLD, NEW));
    assertThatCode(() -> services.require(OLD.certificate())).doesNotThrowAnyException();
    assertRefused(services, NEW.certificate(), "the token service's certificate is not valid now");
    assertRefused(
        services, OTHER.certificate(), "the token is not from a token service that we trust");
  }

  @Test
  void a_certificate_of_the_same_authority_is_no_token_service() {
    TokenServices services = read(StoreFiles.pem(pem(), OLD));
    assertRefused(
        services, OTHER.certificate(), "the token is not from a token service that we trust");
  }

  @Test
  void a_pkcs12_file_is_read_with_the_password_beside_it() {
    TokenServices services = read(StoreFiles.trust(folder.resolve("sts.p12"), OLD, OTHER));
    assertThat(services.certificates())
        .containsExactlyInAnyOrder(OLD.certificate(), OTHER.certificate());
  }

  @Test
  void text_between_certificates_is_a_comment_and_a_certificate_twice_counts_once() {
    String text =
        "KOMBIT, test\n" + StoreFiles.pemText(OLD) + "# until March\n" + StoreFiles.pemText(OLD);
    TokenServices services = read(StoreFiles.write(pem(), bytes(text)));
    assertThat(services.certificates()).containsExactly(OLD.certificate());
  }

  @Test
  void a_rollover_needs_no_restart() {
    TokenServices services = read(StoreFiles.pem(pem(), OLD));
    StoreFiles.pem(pem(), OLD, OTHER);
    looks(services, 2);
    assertThatCode(() -> services.require(OTHER.certificate())).doesNotThrowAnyException();
    StoreFiles.pem(pem(), OTHER);
    looks(services, 2);
    assertRefused(
        services, OLD.certificate(), "the token is not from a token service that we trust");
  }

  @Test
  void a_pkcs12_file_whose_password_comes_later_is_taken_once_both_fit() {
    Path p12 = StoreFiles.trust(folder.resolve("sts.p12"), OLD);
    TokenServices services = read(p12);
    StoreFiles.write(p12, StoreFiles.keyStore(OTHER, "another password"));
    looks(services, 2);
    assertThat(alarms.active().values().toString()).contains("does not open with its password");
    StoreFiles.trust(p12, OTHER);
    looks(services, 2);
    assertThat(services.certificates()).containsExactly(OTHER.certificate());
    assertThat(alarms.active()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate at all",
        "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n"
      })
  void a_pem_file_without_certificates_keeps_those_that_were_read(String text) {
    assertKept(text);
  }

  @Test
  void a_pem_file_that_is_torn_anywhere_keeps_those_that_were_read() {
    String whole = StoreFiles.pemText(OTHER, NEW);
    int second = whole.lastIndexOf("-----BEGIN");
    for (int end : new int[] {10, 100, second - 5, second + 5, second + 60, whole.length() - 7}) {
      assertKept(whole.substring(0, end));
    }
  }

  @Test
  void a_pkcs12_file_that_is_torn_keeps_those_that_were_read() {
    Path p12 = StoreFiles.trust(folder.resolve("sts.p12"), OLD);
    TokenServices services = read(p12);
    byte[] whole = StoreFiles.trustStore(OTHER, NEW);
    for (int end : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
      StoreFiles.write(p12, Arrays.copyOf(whole, end));
      looks(services, 2);
      assertThat(services.certificates()).containsExactly(OLD.certificate());
      assertThat(alarms.active()).hasSize(1);
    }
  }

  @Test
  void a_store_with_a_key_alone_names_nobody() throws IOException {
    Path p12 = StoreFiles.key(folder.resolve("sts.p12"), OLD);
    assertThatThrownBy(() -> read(p12))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("it holds no certificate");
    assertThat(Files.exists(p12)).isTrue();
  }

  @Test
  void the_crypto_stays_the_same_and_trusts_what_is_in_force() throws WSSecurityException {
    Identity first = CA.issue("first");
    Identity second = CA.issue("second");
    TokenServices services = read(StoreFiles.pem(pem(), first));
    Crypto crypto = services.crypto();
    assertThat(isTrusted(crypto, first)).isTrue();
    assertThat(isTrusted(crypto, second)).isFalse();
    StoreFiles.pem(pem(), second);
    looks(services, 2);
    assertThat(services.crypto()).isSameAs(crypto);
    assertThat(isTrusted(crypto, first)).isFalse();
    assertThat(isTrusted(crypto, second)).isTrue();
    assertThat(crypto.getX509Identifier(second.certificate())).isNotNull();
    assertThat(crypto.getX509Identifier(first.certificate())).isNull();
  }

  private static boolean isTrusted(Crypto crypto, Identity identity) {
    try {
      crypto.verifyTrust(new X509Certificate[] {identity.certificate()}, false, null, null);
      return true;
    } catch (WSSecurityException e) {
      return false;
    }
  }

  private void assertKept(String text) {
    TokenServices services = read(StoreFiles.pem(pem(), OLD));
    StoreFiles.write(pem(), bytes(text));
    looks(services, 3);
    assertThat(services.certificates()).containsExactly(OLD.certificate());
    assertThat(alarms.active()).as(text).hasSize(1);
    StoreFiles.pem(pem(), OLD);
    looks(services, 1);
  }

  private static void assertRefused(
      TokenServices services, X509Certificate certificate, String reason) {
    assertThatThrownBy(() -> services.require(certificate))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.NOT_TRUSTED))
        .cause()
        .isInstanceOf(Refusal.class)
        .hasMessage(reason);
  }

  private static void looks(TokenServices services, int times) {
    for (int i = 0; i < times; i++) {
      services.look();
    }
  }

  private TokenServices read(Path file) {
    return TokenServices.read(file, clock, alarms);
  }

  private Path pem() {
    return folder.resolve("sts.pem");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
