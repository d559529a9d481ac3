package dk.borgermaaling.liberty.murder;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.murder.Breach;
import dk.borgermaaling.gateway.murder.Scene;
import dk.borgermaaling.gateway.murder.Verdict;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.stream.LongStream;

/**
 * 18 seeds on two plain workers. One seed alone: {@code -Dtest=MurderTest -Dmurder.first=7
 * -Dmurder.seeds=1}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MurderTest {
  private static final int INVITATIONS = Integer.getInteger("murder.invitations", 50);

  @TempDir static Path folder;
  private Scene scene;

  @BeforeAll
  void set() throws IOException {
    Path certificates = folder.resolve("certificates");
    CertificateMaker.writeMissing(certificates);
    scene = Scene.set(folder, certificates, Scene.Size.SMALL, Breach.NONE);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("murder.seeds", 18))
        .map(i -> Long.getLong("murder.first", 1) + i);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_step_is_sent_once_or_says_why_not_and_no_receipt_is_lost(long seed) {
    Verdict verdict = scene.play(seed, INVITATIONS);
    System.out.println(verdict.line());
    assertThat(verdict.violations()).as(verdict.report()).isEmpty();
  }
}
