package dk.borgermaaling.gateway.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The official schemas and samples, which are no part of the project: found beside the checkout
 * where they are, and else absent (the build's own check says whether they had to be there).
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** The folder; a test that asks for it is skipped, loudly, when it is not there. */
  public static Path require(String folder) {
    Optional<Path> found = find(folder);
    if (found.isEmpty()) {
      System.err.println("SKIPPED: reference data not found: " + folder);
    }
    Assumptions.assumeTrue(found.isPresent(), "reference data not found: " + folder);
    return found.orElseThrow();
  }

  /** A folder below {@code shared/reference/data}, looked for upwards from the working folder. */
  private static Optional<Path> find(String folder) {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path found = here.resolve("shared").resolve("reference").resolve("data").resolve(folder);
      if (Files.isDirectory(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
