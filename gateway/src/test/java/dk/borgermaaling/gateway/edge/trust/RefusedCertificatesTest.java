package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings.Mode;
import dk.borgermaaling.gateway.kernel.ProblemException;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCertificatesTest {
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity STOLEN = CA.issue("stolen");
  private static final Identity OTHER = CA.issue("other");
  private static final Identity STS = CA.issue("sts");

  private final Alarms alarms = new Alarms(new SettableRealClock("2026-11-23T08:00:00Z"));
  @TempDir private Path folder;

  @Test
  void a_line_is_a_thumbprint_as_openssl_or_we_write_it_with_or_without_a_comment() {
    String plain = Thumbprint.of(STOLEN.certificate()).sha256();
    String colons = plain.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    for (String line :
        new String[] {
          plain, "  " + plain + "\t# stolen", colons, "# why\r\n\r\n" + colons + "\r\n"
        }) {
      RefusedCertificates refused = read(line);
      assertThat(refused.contain(STOLEN.certificate())).as(line).isTrue();
      assertThat(refused.contain(OTHER.certificate())).as(line).isFalse();
    }
    assertThat(read("").contain(STOLEN.certificate())).isFalse();
    assertThat(read("#" + plain).contain(STOLEN.certificate())).isFalse();
    assertThat(RefusedCertificates.none().contain(STOLEN.certificate())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "SHA256 Fingerprint=AB:CD", "-----BEGIN CERTIFICATE-----"})
  void a_start_with_a_line_that_is_no_thumbprint_fails_and_names_the_line(String line) {
    assertThatThrownBy(() -> read("# first\n" + line))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the refused certificates cannot be used: line 2 is no SHA-256 thumbprint");
  }

  @Test
  void a_change_counts_without_a_restart_and_a_slip_of_the_pen_lets_nobody_in_again() {
    RefusedCertificates refused = read("");
    StoreFiles.thumbprints(file(), STOLEN);
    look(refused);
    assertThat(refused.contain(STOLEN.certificate())).isTrue();
    write(Thumbprint.of(OTHER.certificate()) + "\nnonsense");
    look(refused);
    assertThat(refused.contain(STOLEN.certificate())).isTrue();
    assertThat(refused.contain(OTHER.certificate())).isFalse();
    assertThat(alarms.active())
        .containsEntry(
            "the refused certificates", "line 2 is no SHA-256 thumbprint; it goes on as last read");
    StoreFiles.thumbprints(file(), OTHER);
    look(refused);
    assertThat(refused.contain(STOLEN.certificate())).isFalse();
    assertThat(refused.contain(OTHER.certificate())).isTrue();
    assertThat(alarms.active()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whoever_the_operator_refuses_is_refused_whatever_the_authority_says(Mode mode) {
    try (TrustFolder trust = new TrustFolder(CA, mode, CA.issue("gateway"), STS)) {
      Revocation revocation = trust.trust().revocation();
      revocation.requireCaller(STOLEN.certificate());
      trust.refuse(STOLEN);
      assertThatThrownBy(() -> revocation.requireCaller(STOLEN.certificate()))
          .isInstanceOf(ProblemException.class)
          .cause()
          .isInstanceOf(Refusal.class)
          .hasMessage("the operator refuses the caller's certificate");
      revocation.requireCaller(OTHER.certificate());
      trust.refuse();
      revocation.requireCaller(STOLEN.certificate());
    }
  }

  @Test
  void tokens_of_a_refused_token_service_are_worth_nothing() {
    try (TrustFolder trust = new TrustFolder(CA, Mode.OFF, CA.issue("gateway"), STS, OTHER)) {
      trust.refuse(STS);
      assertThat(trust.trust().issuers()).containsExactly(OTHER.certificate());
      assertThatThrownBy(() -> trust.trust().revocation().requireTokenService(STS.certificate()))
          .isInstanceOf(ProblemException.class)
          .cause()
          .hasMessage("the operator refuses the token service's certificate");
    }
  }

  private RefusedCertificates read(String text) {
    write(text);
    return RefusedCertificates.read(file(), alarms);
  }

  private void write(String text) {
    StoreFiles.write(file(), text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file() {
    return folder.resolve("refused.txt");
  }

  private static void look(RefusedCertificates refused) {
    refused.look();
    refused.look();
  }
}
