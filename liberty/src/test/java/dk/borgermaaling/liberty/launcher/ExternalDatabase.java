package dk.borgermaaling.liberty.launcher;

import java.util.Optional;

/**
 * {@code -Ddb.url=jdbc:postgresql://...} replaces the embedded PostgreSQL; {@code roles.sql} has
 * been run there.
 */
final class ExternalDatabase {
  private ExternalDatabase() {}

  static Optional<String> url() {
    return Optional.ofNullable(System.getProperty("db.url")).filter(url -> !url.isBlank());
  }
}
