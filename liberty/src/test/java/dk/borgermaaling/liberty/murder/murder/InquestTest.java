package dk.borgermaaling.liberty.murder;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.murder.Breach;
import dk.borgermaaling.gateway.murder.Scene;
import dk.borgermaaling.gateway.murder.Verdict;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A murder test that cannot fail proves nothing: workers that break a rule are found out. */
class InquestTest {
  @ParameterizedTest
  @CsvSource({
    "REPEATS_UNKNOWN, two calls about one step were taken",
    "REPEATS_UNKNOWN_AS_ANOTHER, two UUIDs stand for",
    "ACKNOWLEDGES_FIRST, acknowledged and not stored"
  })
  void a_broken_rule_is_found(Breach breach, String found, @TempDir Path folder)
      throws IOException {
    Path certificates = folder.resolve("certificates");
    CertificateMaker.writeMissing(certificates);
    try (Scene scene = Scene.set(folder, certificates, Scene.Size.SMALL, breach)) {
      Verdict verdict = scene.playPostAlone(1, 60);
      assertThat(verdict.violations())
          .as(verdict.report())
          .anyMatch(violation -> violation.startsWith(found));
    }
  }
}
