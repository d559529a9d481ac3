package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lists count, and for which certificates. */
class RevocationListTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final String HERE = "http://crl.test/1.crl";
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity SAME_NAME = Identity.authority("Test CA");
  private static final Identity GOOD = CA.issue("good");
  private static final Identity BAD =
      CA.issue("bad", NOW, Duration.ofDays(9), Crl.pointsOfCertificate("urn:other", HERE));
  private static final Identity ELSEWHERE =
      CA.issue("elsewhere", NOW, Duration.ofDays(9), Crl.pointsOfCertificate("urn:other"));

  @TempDir private Path folder;
  private Issuers issuers;

  @BeforeEach
  void know() {
    issuers = issuers(CA);
  }

  @Test
  void a_certificate_that_is_on_the_list_is_revoked_and_no_other() throws Unusable {
    RevocationList list = read(Crl.by(CA, NOW).revoking(BAD));
    assertThat(list.covers(BAD.certificate())).isTrue();
    assertThat(list.revokes(BAD.certificate())).isTrue();
    assertThat(list.covers(GOOD.certificate())).isTrue();
    assertThat(list.revokes(GOOD.certificate())).isFalse();
    assertThat(list.nextUpdate()).isEqualTo(NOW.plus(Duration.ofHours(12)));
  }

  @Test
  void pem_is_read_too() throws Unusable {
    String pem =
        "-----BEGIN X509 CRL-----\n"
            + Base64.getMimeEncoder().encodeToString(Crl.by(CA, NOW).revoking(BAD).bytes())
            + "\n-----END X509 CRL-----\n";
    RevocationList list =
        RevocationList.read(pem.getBytes(StandardCharsets.US_ASCII), issuers, NOW);
    assertThat(list.revokes(BAD.certificate())).isTrue();
  }

  @Test
  void a_certificate_of_another_issuer_is_not_spoken_of() throws Unusable {
    Identity other = Identity.authority("Other CA").issue("other");
    assertThat(read(Crl.by(CA, NOW)).covers(other.certificate())).isFalse();
  }

  @Test
  void another_key_under_the_issuers_name_signs_nothing() {
    assertRefused(
        Crl.by(CA, NOW).signedBy(SAME_NAME), "a list that is not signed by one of the issuers");
  }

  @Test
  void an_issuer_that_changes_its_key_is_believed_with_both() throws Unusable {
    issuers = issuers(CA, SAME_NAME);
    assertThat(read(Crl.by(CA, NOW).revoking(BAD)).revokes(BAD.certificate())).isTrue();
    assertThat(read(Crl.by(CA, NOW).signedBy(SAME_NAME).revoking(BAD)).revokes(BAD.certificate()))
        .isTrue();
  }

  @Test
  void somebody_who_is_no_issuer_of_ours_is_not_believed() {
    assertRefused(
        Crl.by(Identity.authority("Other CA"), NOW),
        "a list that is not signed by one of the issuers");
  }

  @Test
  void a_weak_signature_is_not_believed() {
    assertRefused(Crl.by(CA, NOW).algorithm("SHA1withRSA"), "a list with a weak signature");
  }

  @Test
  void a_pss_signature_is_believed() throws Unusable {
    RevocationList list = read(Crl.by(CA, NOW).algorithm("SHA256withRSAandMGF1").revoking(BAD));
    assertThat(list.revokes(BAD.certificate())).isTrue();
  }

  @Test
  void a_list_from_the_future_is_refused_beyond_five_minutes() throws Unusable {
    Instant end = NOW.plus(Duration.ofDays(1));
    assertThat(read(Crl.by(CA, NOW).valid(NOW.plusSeconds(299), end)).nextUpdate()).isEqualTo(end);
    assertRefused(Crl.by(CA, NOW).valid(NOW.plusSeconds(301), end), "a list from the future");
  }

  @Test
  void a_list_without_an_end_is_refused() {
    assertRefused(
        Crl.by(CA, NOW).valid(NOW, null), "a list that does not say when the next one comes");
  }

  @Test
  void a_list_of_changes_is_refused() {
    assertRefused(
        Crl.by(CA, NOW).with(Extension.deltaCRLIndicator, new ASN1Integer(BigInteger.ONE)),
        "a list with a critical extension that we do not know");
  }

  @Test
  void a_list_for_its_point_speaks_of_that_points_certificates_alone() throws Unusable {
    RevocationList list = read(Crl.by(CA, NOW).with(issuingPoint(), point(false, false)));
    assertThat(list.covers(BAD.certificate())).isTrue();
    assertThat(list.covers(ELSEWHERE.certificate())).isFalse();
    assertThat(list.covers(GOOD.certificate())).as("names no point at all").isFalse();
  }

  @Test
  void a_list_for_end_entities_does_not_speak_of_authorities() throws Unusable {
    RevocationList list = read(Crl.by(CA, NOW).with(issuingPoint(), usersOnly()));
    assertThat(list.covers(GOOD.certificate())).isTrue();
    assertThat(list.covers(CA.certificate())).isFalse();
  }

  @Test
  void lists_of_other_kinds_are_refused() {
    String reason = "a list for some kinds of certificates or reasons only";
    var authoritiesOnly = new IssuingDistributionPoint(null, false, true, null, false, false);
    var someReasons =
        new IssuingDistributionPoint(
            null, false, false, new ReasonFlags(ReasonFlags.keyCompromise), false, false);
    var attributesOnly = new IssuingDistributionPoint(null, false, false, null, false, true);
    assertRefused(Crl.by(CA, NOW).with(issuingPoint(), authoritiesOnly), reason);
    assertRefused(Crl.by(CA, NOW).with(issuingPoint(), someReasons), reason);
    assertRefused(Crl.by(CA, NOW).with(issuingPoint(), attributesOnly), reason);
    assertRefused(Crl.by(CA, NOW).with(issuingPoint(), point(false, true)), reason);
  }

  @Test
  void an_older_list_or_one_for_others_does_not_follow() throws Unusable {
    RevocationList held = read(Crl.by(CA, NOW));
    RevocationList older =
        read(Crl.by(CA, NOW).valid(NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofDays(1))));
    RevocationList part = read(Crl.by(CA, NOW).with(issuingPoint(), point(false, false)));
    held.requireSuccessorOf(held);
    held.requireSuccessorOf(older);
    assertThatThrownBy(() -> older.requireSuccessorOf(held))
        .hasMessage("an older list than the one held");
    assertThatThrownBy(() -> part.requireSuccessorOf(held))
        .hasMessage("a list for other certificates than the one held");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 200})
  void a_torn_list_is_refused(int length) {
    byte[] torn = Arrays.copyOf(Crl.by(CA, NOW).revoking(BAD).bytes(), length);
    assertThatThrownBy(() -> RevocationList.read(torn, issuers, NOW)).isInstanceOf(Unusable.class);
  }

  @Test
  void a_changed_list_is_refused() {
    byte[] list = Crl.by(CA, NOW).revoking(BAD).bytes();
    byte[] serial = BAD.certificate().getSerialNumber().toByteArray();
    int at =
        new String(list, StandardCharsets.ISO_8859_1)
            .indexOf(new String(serial, StandardCharsets.ISO_8859_1));
    list[at + serial.length - 1] ^= 1;
    assertThatThrownBy(() -> RevocationList.read(list, issuers, NOW))
        .hasMessage("a list that is not signed by one of the issuers");
  }

  private static ASN1ObjectIdentifier issuingPoint() {
    return Extension.issuingDistributionPoint;
  }

  private static IssuingDistributionPoint point(boolean users, boolean indirect) {
    return new IssuingDistributionPoint(Crl.point(HERE), users, false, null, indirect, false);
  }

  private static IssuingDistributionPoint usersOnly() {
    return new IssuingDistributionPoint(null, true, false, null, false, false);
  }

  private RevocationList read(Crl list) throws Unusable {
    return RevocationList.read(list.bytes(), issuers, NOW);
  }

  private void assertRefused(Crl list, String reason) {
    assertThatThrownBy(() -> read(list)).isInstanceOf(Unusable.class).hasMessage(reason);
  }

  private Issuers issuers(Identity... known) {
    return Issuers.read(
        StoreFiles.pem(folder.resolve("issuers.pem"), known),
        new Alarms(new SettableRealClock(NOW.toString())));
  }
}
