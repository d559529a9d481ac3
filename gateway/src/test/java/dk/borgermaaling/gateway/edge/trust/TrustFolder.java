package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A running gateway's trust, out of files in a folder of its own that a test can change. */
public final class TrustFolder implements AutoCloseable {
  private final Path folder;
  private final Alarms alarms = new Alarms(Clock.systemUTC());
  private final Trust trust;

  public TrustFolder(Identity gateway, Identity... tokenServices) {
    try {
      folder = Files.createTempDirectory("trust");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StoreFiles.key(key(), gateway);
    StoreFiles.pem(sts(), tokenServices);
    trust =
        new Trust(
            TokenServices.read(sts(), Clock.systemUTC(), alarms),
            SigningKeys.read(key(), Clock.systemUTC(), alarms));
  }

  public Trust trust() {
    return trust;
  }

  /** Replaces the file, and lets two looks pass. */
  public void tokenServices(Identity... now) {
    StoreFiles.pem(sts(), now);
    trust.tokenServices().look();
    trust.tokenServices().look();
  }

  /** Replaces the file, and lets two looks pass. */
  public void signingKey(Identity now) {
    StoreFiles.key(key(), now);
    trust.signingKeys().look();
    trust.signingKeys().look();
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path key() {
    return folder.resolve("gateway.p12");
  }

  private Path sts() {
    return folder.resolve("sts.pem");
  }
}
