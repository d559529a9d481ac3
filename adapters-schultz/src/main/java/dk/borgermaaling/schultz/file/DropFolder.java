package dk.borgermaaling.schultz.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One tenant's folder. The sender writes into it; {@code done/} and {@code errors/} in it are ours,
 * and {@code .work/<tenant>} beside it, which no sender sees, holds the copy that is checked and
 * read: what was checked cannot change any more. Links are followed nowhere.
 */
final class DropFolder {
  static final String DONE = "done";
  static final String ERRORS = "errors";
  private static final Set<String> OURS = Set.of(DONE, ERRORS);

  /** Endings of files that are on their way, as senders name them. */
  private static final Set<String> ON_THEIR_WAY = Set.of(".part", ".filepart", ".tmp");

  private static final int MOST_ENTRIES = 1_000;
  private static final int LONGEST_CHECKSUM = 1_024;

  private final Path folder;
  private final Path work;
  private final long largest;

  DropFolder(FileSettings settings, String tenant) {
    folder = settings.folder().resolve(tenant);
    work = settings.folder().resolve(".work").resolve(tenant);
    largest = settings.largestFile();
  }

  /** What lies there and may be a file, by name; at most a thousand, the others wait. */
  List<String> entries() throws IOException {
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return names;
    }
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
      for (Path entry : listed) {
        String name = String.valueOf(entry.getFileName());
        boolean ofOurs = OURS.contains(name) || name.endsWith(".sha256") || name.startsWith(".");
        if (!ofOurs && ON_THEIR_WAY.stream().noneMatch(name::endsWith)) {
          names.add(name);
        }
        if (names.size() >= MOST_ENTRIES) {
          break;
        }
      }
    }
    names.sort(null);
    return names;
  }

  /** What the file and its checksum look like from outside; changes when either is replaced. */
  String stamp(String name) throws IOException {
    return look(folder.resolve(name)) + " " + look(folder.resolve(name + ".sha256"));
  }

  private static String look(Path path) throws IOException {
    try {
      BasicFileAttributes seen = attributes(path);
      return seen.size() + "@" + seen.lastModifiedTime().toMillis();
    } catch (NoSuchFileException e) {
      return "none";
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What the checksum file says.
   *
   * @throws RefusedFile when it is not there or says nothing
   */
  Checksum told(FileName name) throws IOException {
    Path file = folder.resolve(name.ofChecksum());
    try {
      if (!attributes(file).isRegularFile()) {
        throw new RefusedFile(Refusal.CHECKSUM_FORM);
      }
      try (InputStream in = open(file)) {
        byte[] bytes = in.readNBytes(LONGEST_CHECKSUM);
        return Checksum.read(new String(bytes, StandardCharsets.UTF_8), name);
      }
    } catch (NoSuchFileException e) {
      throw new RefusedFile(Refusal.NO_CHECKSUM);
    }
  }

  /**
   * Copies the file to where nobody changes it.
   *
   * @return the copy, which has this checksum
   * @throws RefusedFile when it has another, or changed meanwhile
   */
  Path copy(FileName name, Checksum told) throws IOException {
    Path file = folder.resolve(name.value());
    String before = look(file);
    BasicFileAttributes seen = attributes(file);
    if (!seen.isRegularFile()) {
      throw new RefusedFile(Refusal.NOT_A_FILE);
    }
    if (seen.size() > largest) {
      throw new RefusedFile(Refusal.TOO_LARGE);
    }
    Path part = Ours.folder(work).resolve(UUID.randomUUID() + ".part");
    try {
      Checksum copied;
      try (InputStream in = open(file);
          OutputStream out = Ours.create(part)) {
        copied = Checksum.copy(in, out, largest);
      }
      if (!look(file).equals(before)) {
        throw new RefusedFile(Refusal.GROWING);
      }
      if (!copied.equals(told)) {
        throw new RefusedFile(Refusal.CHECKSUM);
      }
      Path copy = copyOf(name, told);
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
      return copy;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The copy of before a restart; empty when it is not there or not whole. */
  Optional<Path> oldCopy(FileName name, Checksum checksum) throws IOException {
    Path copy = copyOf(name, checksum);
    return has(copy, checksum) ? Optional.of(copy) : Optional.empty();
  }

  private Path copyOf(FileName name, Checksum checksum) {
    return work.resolve(checksum.value() + (name.isXml() ? ".xml" : ".csv"));
  }

  private static boolean has(Path file, Checksum checksum) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = open(file)) {
      return Checksum.of(in).equals(checksum);
    }
  }

  /** Copies of files that are no longer read, and what a killed node has left behind. */
  void clean(Collection<Checksum> inUse) throws IOException {
    if (!Files.isDirectory(work, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(work)) {
      for (Path copy : copies) {
        String name = String.valueOf(copy.getFileName());
        if (inUse.stream().noneMatch(checksum -> name.startsWith(checksum.value()))) {
          Files.deleteIfExists(copy);
        }
      }
    }
  }

  /**
   * Puts the file of this content into {@code done/} and takes it from where the sender put it;
   * doing so again changes nothing. What lies under its name with another content stays.
   */
  void putAway(FileName name, Checksum checksum, Instant now) throws IOException {
    Path copy = copyOf(name, checksum);
    if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
      Path done = Ours.folder(folder.resolve(DONE)).resolve(doneName(name, checksum));
      Files.setLastModifiedTime(copy, FileTime.from(now));
      Files.move(copy, done, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    removeDelivered(name, checksum);
  }

  /** A file that was taken before came again: it is put away as that one. */
  void removeDelivered(FileName name, Checksum checksum) throws IOException {
    Path delivered = folder.resolve(name.value());
    if (has(delivered, checksum)) {
      Files.deleteIfExists(delivered);
      Files.deleteIfExists(folder.resolve(name.ofChecksum()));
    }
  }

  /** Two files of one name do not overwrite each other. */
  static String doneName(FileName name, Checksum checksum) {
    return checksum.value().substring(0, 12) + "-" + name.value();
  }

  /** Written beside and moved into its place: who sees it sees all of it. */
  void writeErrors(FileName name, Checksum checksum, Ours.Content content) throws IOException {
    Path errors = Ours.folder(folder.resolve(ERRORS));
    Ours.writeWhole(
        errors.resolve(checksum.value().substring(0, 12) + "-" + name.ofErrors()), content);
  }

  /** Files of ours that have been there since before. */
  void deleteOld(Instant before) throws IOException {
    for (String ours : OURS) {
      Path kept = folder.resolve(ours);
      if (Files.isDirectory(kept, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(kept)) {
          for (Path file : files) {
            if (attributes(file).lastModifiedTime().toInstant().isBefore(before)) {
              Files.deleteIfExists(file);
            }
          }
        }
      }
    }
  }

  /**
   * Puts an uploaded file there as a sender does, its checksum last: until then it waits.
   *
   * @return false when a file of that name waits already
   */
  boolean deliver(FileName name, byte[] content, Checksum checksum) throws IOException {
    Path target = Ours.folder(folder).resolve(name.value());
    Path part = folder.resolve("." + UUID.randomUUID() + ".part");
    try (OutputStream out = Ours.create(part)) {
      out.write(content);
    }
    try {
      Files.move(part, target);
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(part);
    }
    Ours.writeWhole(
        folder.resolve(name.ofChecksum()),
        out -> out.write(checksum.write(name).getBytes(StandardCharsets.UTF_8)));
    return true;
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }
}
