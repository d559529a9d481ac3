package dk.borgermaaling.liberty.murder;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgermaaling.gateway.murder.Breach;
import dk.borgermaaling.gateway.murder.Scene;
import dk.borgermaaling.gateway.murder.Verdict;
import dk.borgermaaling.simulators.certificates.CertificateMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 18 seeds on two plain workers, one after another on the same scene. One seed alone: {@code
 * -Dtest=MurderTest -Dmurder.first=7 -Dmurder.seeds=1}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MurderTest {
  private static final int SEEDS = Integer.getInteger("murder.seeds", 18);
  private static final int FIRST = Integer.getInteger("murder.first", 1);
  private static final int INVITATIONS = Integer.getInteger("murder.invitations", 50);

  @TempDir static Path folder;
  private Scene scene;

  @BeforeAll
  void set() throws IOException {
    Path certificates = folder.resolve("certificates");
    CertificateMaker.writeMissing(certificates);
    scene = Scene.set(folder, certificates, Scene.Size.SMALL);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Order(1)
  void every_step_is_sent_once_or_says_why_not_and_no_receipt_is_lost(long seed) {
    Verdict verdict = scene.play(seed, INVITATIONS);
    System.out.println(verdict.line());
    assertThat(verdict.violations()).as(verdict.report()).isEmpty();
  }

  /** A murder test that cannot fail proves nothing. */
  @Test
  @Order(2)
  void nodes_that_send_again_or_acknowledge_too_early_are_found_out() {
    scene.corrupt(Breach.REPEATS_UNKNOWN_AS_ANOTHER, Breach.ACKNOWLEDGES_FIRST);
    Verdict verdict = scene.playPostAlone(FIRST - 1L, 2 * INVITATIONS);
    for (String found :
        List.of(
            "two calls about one step were taken",
            "two UUIDs stand for",
            "acknowledged and not stored")) {
      assertThat(verdict.violations())
          .as(verdict.report())
          .anyMatch(violation -> violation.startsWith(found));
    }
  }
}
