package dk.borgermaaling.gateway.edge.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The bytes of files that belong together, as they were at one moment: a store and its password.
 * They are read whole each time, because two contents can have the same size and, on some file
 * systems, the same time; time and size tell whether somebody wrote meanwhile.
 */
public final class FileContents {
  /** Stores and lists of certificates are a few kilobytes. */
  private static final int LARGEST = 1 << 20;

  private final Map<Path, byte[]> bytes;
  private final String digest;

  private FileContents(Map<Path, byte[]> bytes, String digest) {
    this.bytes = bytes;
    this.digest = digest;
  }

  public static FileContents read(List<Path> files) throws Unusable {
    Map<Path, Stamp> before = stamps(files);
    Map<Path, byte[]> bytes = new HashMap<>();
    MessageDigest digest = sha256();
    for (Path file : files) {
      byte[] content = read(file);
      bytes.put(file, content);
      digest.update(sha256().digest(content));
    }
    if (!stamps(files).equals(before)) {
      throw new Unusable("it is being written");
    }
    return new FileContents(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  public byte[] of(Path file) {
    byte[] content = bytes.get(file);
    if (content == null) {
      throw new IllegalArgumentException("not one of the files that were read");
    }
    return content.clone();
  }

  /** The same for the same bytes in the same files. */
  String digest() {
    return digest;
  }

  private static byte[] read(Path file) throws Unusable {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new Unusable(file.getFileName() + " is larger than a mebibyte");
      }
      return content;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Map<Path, Stamp> stamps(List<Path> files) throws Unusable {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path file : files) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        stamps.put(
            file,
            new Stamp(
                now.lastModifiedTime().toMillis(), now.size(), String.valueOf(now.fileKey())));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return stamps;
  }

  private static Unusable unreadable(Path file, IOException e) {
    String what = e instanceof NoSuchFileException ? " is not there" : " cannot be read";
    return new Unusable(file.getFileName() + what, e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Stamp(long modifiedMillis, long size, String key) {}
}
