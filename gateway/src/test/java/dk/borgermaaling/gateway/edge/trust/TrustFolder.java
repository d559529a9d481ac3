package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.soap.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A running gateway's trust, out of files in a folder of its own that a test can change. */
public final class TrustFolder implements AutoCloseable {
  private final @Nullable Identity authority;
  private final Path folder;
  private final Alarms alarms = new Alarms(Clock.systemUTC());
  private final RefusedCertificates refused;
  private final Trust trust;

  /** Nobody is asked about revocation. */
  public TrustFolder(Identity gateway, Identity... tokenServices) {
    this(null, RevocationSettings.Mode.OFF, gateway, tokenServices);
  }

  /** The authority has a list that has been read, with nobody on it. */
  public TrustFolder(
      @Nullable Identity authority,
      RevocationSettings.Mode mode,
      Identity gateway,
      Identity... tokenServices) {
    this.authority = authority;
    try {
      folder = Files.createTempDirectory("trust");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StoreFiles.key(key(), gateway);
    StoreFiles.pem(sts(), tokenServices);
    refused = RefusedCertificates.read(StoreFiles.write(refusedFile(), new byte[0]), alarms);
    TokenServices services = TokenServices.read(sts(), Clock.systemUTC(), alarms);
    trust =
        new Trust(
            services,
            SigningKeys.read(key(), Clock.systemUTC(), alarms),
            new Revocation(
                settings(mode),
                refused,
                services,
                issuers(),
                Clock.systemUTC(),
                alarms,
                Runnable::run),
            new ClockDrift(Duration.ofSeconds(30)));
    revoke();
  }

  private RevocationSettings settings(RevocationSettings.Mode mode) {
    return new RevocationSettings(
        mode, List.of(list().toUri()), Optional.empty(), Duration.ofHours(1));
  }

  private Issuers issuers() {
    return authority == null
        ? Issuers.none()
        : Issuers.read(StoreFiles.pem(folder.resolve("issuers.pem"), authority), alarms);
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

  /** The authority's list has these from now on. */
  public void revoke(Identity... revoked) {
    if (authority != null) {
      StoreFiles.write(list(), Crl.by(authority, Instant.now()).revoking(revoked).bytes());
      trust.revocation().refresh();
    }
  }

  /** The operator refuses these from now on; lets two looks pass. */
  public void refuse(Identity... now) {
    StoreFiles.thumbprints(refusedFile(), now);
    refused.look();
    refused.look();
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

  private Path refusedFile() {
    return folder.resolve("refused.txt");
  }

  private Path list() {
    return folder.resolve("list.crl");
  }

  private Path sts() {
    return folder.resolve("sts.pem");
  }
}
