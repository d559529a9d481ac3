package dk.borgermaaling.gateway.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The official schemas and samples, which are no part of the project: found beside the checkout
 * where they are, and else absent (the build's own check says whether they had to be there).
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** A folder below {@code shared/reference/data}, looked for upwards from the working folder. */
  public static Optional<Path> find(String folder) {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path found = here.resolve("shared").resolve("reference").resolve("data").resolve(folder);
      if (Files.isDirectory(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
