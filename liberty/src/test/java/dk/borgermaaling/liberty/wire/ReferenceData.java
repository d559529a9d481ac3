package dk.borgermaaling.liberty.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Official schemas, which are not part of this repository: looked for in {@code
 * shared/reference/data} beside each folder above this one.
 */
final class ReferenceData {
  private ReferenceData() {}

  /** The file; a test that asks for it is skipped, loudly, when it is not there. */
  static Path require(String path) {
    Optional<Path> found = find(path);
    if (found.isEmpty()) {
      System.err.println("SKIPPED: reference data not found: " + path);
    }
    Assumptions.assumeTrue(found.isPresent(), "reference data not found: " + path);
    return found.orElseThrow();
  }

  private static Optional<Path> find(String path) {
    Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared/reference/data").resolve(path);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
