package dk.borgermaaling.liberty.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that outlives a start: keys, certificates, passwords, the database and the simulators'
 * store. Others may pass through it, because PostgreSQL runs as another user when root has started
 * it, but see nothing in the folders that are not PostgreSQL's.
 */
public record StateFolder(Path root) {
  private static final int SECRET_BYTES = 24;

  public StateFolder {
    folder(root);
  }

  public Path certificates() {
    return privateFolder(root.resolve("certificates"));
  }

  Path keys() {
    return privateFolder(root.resolve("keys"));
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  /** Where the server's programs are unpacked: nothing that another build left is taken. */
  Path postgresPrograms() {
    return folder(root.resolve("postgres-programs"));
  }

  Path simulators() {
    return privateFolder(root.resolve("simulators"));
  }

  Path logs() {
    return privateFolder(root.resolve("logs"));
  }

  /** Where Fasit's delta files are put, a folder a tenant. */
  public Path dropFolder() {
    return privateFolder(root.resolve("fasit-files"));
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** A random secret of this name, made the first time and kept. */
  String secret(String name) {
    Path file = privateFolder(root.resolve("secrets")).resolve(name);
    if (Files.exists(file)) {
      return read(file);
    }
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    write(file, secret);
    return secret;
  }

  /** Writes a file that only its owner may read; replaces the whole file or nothing of it. */
  void write(Path file, String text) {
    try {
      Path parent = Objects.requireNonNull(file.getParent(), "a file stands in a folder");
      Path whole = Files.createTempFile(folder(parent), ".", ".part");
      Files.writeString(whole, text);
      Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts empty: deletes all of it. */
  static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(StateFolder::deleteOne);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that nobody else can look into or pass through, whatever an earlier start made. */
  private static Path privateFolder(Path path) {
    try {
      return Files.setPosixFilePermissions(
          folder(path), PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path path) {
    try {
      return Files.isDirectory(path)
          ? path
          : Files.createDirectories(
              path,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
