package dk.borgermaaling.gateway.edge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.testing.SettableRealClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Identity CA = Identity.authority("Test CA");
  private static final Identity OLD = CA.issue("old", NOW.minus(Duration.ofDays(29)), MONTH);
  private static final Identity NEW = CA.issue("new", NOW.minus(Duration.ofDays(1)), MONTH);

  private final SettableRealClock clock = new SettableRealClock(NOW.toString());
  private final Alarms alarms = new Alarms(clock);
  @TempDir private Path folder;
  private Path p12;
  private SigningKeys keys;

  @BeforeEach
  void start() {
    p12 = StoreFiles.key(folder.resolve("gateway.p12"), OLD);
    keys = SigningKeys.read(p12, clock, alarms);
  }

  @Test
  void the_key_and_its_certificate_belong_to_the_alias() throws Exception {
    SigningKey key = keys.inForce();
    WSPasswordCallback asked = new WSPasswordCallback(key.alias(), WSPasswordCallback.SIGNATURE);
    key.password().handle(new javax.security.auth.callback.Callback[] {asked});
    assertThat(key.crypto().getPrivateKey(key.alias(), asked.getPassword())).isEqualTo(OLD.key());
    assertThat(key.certificate()).isEqualTo(OLD.certificate());
  }

  @Test
  void another_alias_gets_no_password() throws Exception {
    WSPasswordCallback asked = new WSPasswordCallback("other", WSPasswordCallback.SIGNATURE);
    keys.inForce().password().handle(new javax.security.auth.callback.Callback[] {asked});
    assertThat(asked.getPassword()).isNull();
  }

  @Test
  void a_new_key_takes_over_and_the_one_that_was_taken_before_goes_on_signing()
      throws WSSecurityException {
    SigningKey taken = keys.inForce();
    StoreFiles.key(p12, NEW);
    looks(2);
    assertThat(keys.inForce().certificate()).isEqualTo(NEW.certificate());
    assertThat(taken.certificate()).isEqualTo(OLD.certificate());
    assertThat(taken.crypto().getPrivateKey(taken.alias(), StoreFiles.PASSWORD))
        .isEqualTo(OLD.key());
  }

  @Test
  void a_new_password_alone_changes_nothing_until_the_store_has_it() {
    String other = "another one";
    StoreFiles.write(
        p12.resolveSibling("gateway.password"), other.getBytes(StandardCharsets.UTF_8));
    looks(2);
    assertKept("gateway.p12 does not open with its password");
    StoreFiles.write(p12, StoreFiles.keyStore(NEW, other));
    looks(2);
    assertThat(keys.inForce().certificate()).isEqualTo(NEW.certificate());
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_key_that_is_not_the_certificates_changes_nothing() {
    StoreFiles.key(p12, new Identity(NEW.certificate(), OLD.key()));
    looks(2);
    assertKept("its key is not the certificate's");
  }

  @Test
  void a_store_without_a_key_changes_nothing() {
    StoreFiles.trust(p12, NEW);
    looks(2);
    assertKept("it does not hold exactly one key that opens with its password");
  }

  @Test
  void an_empty_file_changes_nothing() {
    StoreFiles.write(p12, new byte[0]);
    looks(2);
    assertKept("gateway.p12 does not open with its password");
  }

  @Test
  void an_expired_certificate_does_not_replace_a_good_one() {
    StoreFiles.key(p12, CA.issue("expired", NOW.minus(MONTH.multipliedBy(2)), MONTH));
    looks(2);
    assertKept("the new certificate has expired");
  }

  @Test
  void a_certificate_that_is_not_valid_yet_takes_over_when_it_is() {
    Identity soon = CA.issue("soon", NOW.plus(Duration.ofHours(1)), MONTH);
    StoreFiles.key(p12, soon);
    looks(2);
    assertKept("the new certificate is not valid yet");
    clock.advance(Duration.ofHours(1));
    looks(1);
    assertThat(keys.inForce().certificate()).isEqualTo(soon.certificate());
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void a_start_with_an_expired_certificate_goes_on() {
    clock.advance(Duration.ofDays(5));
    assertThat(SigningKeys.read(p12, clock, alarms).inForce().certificate())
        .isEqualTo(OLD.certificate());
  }

  @Test
  void a_start_with_a_store_that_does_not_open_fails_without_its_password() {
    StoreFiles.write(p12, StoreFiles.keyStore(NEW, "another one"));
    assertThatThrownBy(() -> SigningKeys.read(p12, clock, alarms))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the key that signs answers cannot be used: gateway.p12 does not open with its"
                + " password");
  }

  private void assertKept(String reason) {
    assertThat(keys.inForce().certificate()).isEqualTo(OLD.certificate());
    assertThat(alarms.active().get("the key that signs answers"))
        .isEqualTo(reason + "; it goes on as last read");
  }

  private void looks(int times) {
    for (int i = 0; i < times; i++) {
      keys.look();
    }
  }
}
