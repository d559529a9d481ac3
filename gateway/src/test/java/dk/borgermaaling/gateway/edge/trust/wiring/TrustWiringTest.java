package dk.borgermaaling.gateway.edge.trust.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgermaaling.gateway.edge.soap.Identity;
import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.Issuers;
import dk.borgermaaling.gateway.edge.trust.RefusedCertificates;
import dk.borgermaaling.gateway.edge.trust.RevocationSettings.Mode;
import dk.borgermaaling.gateway.edge.trust.TrustFolder;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class TrustWiringTest {
  private static final Identity CA = Identity.authority("Test CA");

  @Test
  void as_shipped_what_nobody_speaks_of_is_refused() {
    assertThat(shipped("gateway.trust.revocation")).isEqualTo("HARD");
  }

  @Test
  void as_shipped_a_start_without_sources_or_issuers_fails_and_names_the_settings() {
    for (Optional<List<String>> sources :
        List.of(Optional.<List<String>>empty(), Optional.of(List.of("root.crl")))) {
      assertThatThrownBy(() -> start(Mode.valueOf(shipped("gateway.trust.revocation")), sources))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(
              "gateway.trust.revocation is HARD",
              "gateway.trust.issuers",
              "gateway.trust.crl-sources",
              "gateway.trust.ocsp-responder");
    }
  }

  private static void start(Mode mode, Optional<List<String>> sources) {
    Alarms alarms = new Alarms(Clock.systemUTC());
    try (TrustFolder folder = new TrustFolder(CA.issue("gateway"), CA.issue("sts"))) {
      new TrustWiring()
          .revocation(
              mode,
              sources,
              Optional.empty(),
              Duration.ofHours(24),
              RefusedCertificates.none(),
              folder.trust().tokenServices(),
              Issuers.none(),
              Clock.systemUTC(),
              alarms);
    }
  }

  private static String shipped(String key) {
    return Stream.of(TrustWiring.class.getDeclaredMethods())
        .flatMap(method -> Stream.of(method.getParameters()))
        .map((Parameter parameter) -> parameter.getAnnotation(ConfigProperty.class))
        .filter(setting -> setting != null && setting.name().equals(key))
        .map(ConfigProperty::defaultValue)
        .findFirst()
        .orElseThrow();
  }
}
