package dk.borgermaaling.gateway.edge.trust;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether and where to ask for revoked certificates.
 *
 * @param crlSources files and http or https addresses; lists are signed, so that http will do
 * @param ocspResponder http or https address
 * @param grace how long an answer that is out of date still counts
 */
public record RevocationSettings(
    Mode mode, List<URI> crlSources, Optional<URI> ocspResponder, Duration grace) {
  private static final Set<String> HTTP = Set.of("http", "https");

  /** What becomes of a certificate of which nobody says whether it is revoked. */
  public enum Mode {
    /** Nobody is asked, and nothing is revoked. */
    OFF,
    /** It passes with an alarm. */
    SOFT,
    /** It is refused. */
    HARD
  }

  public RevocationSettings {
    crlSources = List.copyOf(crlSources);
    if (mode != Mode.OFF && crlSources.isEmpty() && ocspResponder.isEmpty()) {
      throw needed(mode);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("gateway.trust.revocation-grace must not be negative");
    }
    ocspResponder.ifPresent(address -> requireHttp("gateway.trust.ocsp-responder", address));
    for (URI source : crlSources) {
      if (!isFile(source)) {
        requireHttp("gateway.trust.crl-sources", source);
      }
    }
  }

  /** What a start without sources, or without issuers, says. */
  static IllegalArgumentException needed(Mode mode) {
    return new IllegalArgumentException(
        "gateway.trust.revocation is "
            + mode
            + ", which needs gateway.trust.issuers, and gateway.trust.crl-sources or"
            + " gateway.trust.ocsp-responder");
  }

  public static RevocationSettings off() {
    return new RevocationSettings(Mode.OFF, List.of(), Optional.empty(), Duration.ZERO);
  }

  /** A source as it stands in the settings: an address with its scheme, otherwise a path. */
  public static URI source(String text) {
    String told = text.strip();
    try {
      return told.matches("(?i)[a-z][a-z0-9+.-]+:.*")
          ? URI.create(told)
          : Path.of(told).toAbsolutePath().toUri();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("gateway.trust.crl-sources must be paths or addresses", e);
    }
  }

  private static boolean isFile(URI source) {
    return "file".equals(source.getScheme())
        && !source.isOpaque()
        && source.getRawAuthority() == null
        && source.getRawQuery() == null
        && source.getRawFragment() == null;
  }

  private static void requireHttp(String setting, URI address) {
    if (address.getScheme() == null
        || !HTTP.contains(address.getScheme())
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          setting + " must be http or https addresses with a host, without user and fragment");
    }
  }
}
