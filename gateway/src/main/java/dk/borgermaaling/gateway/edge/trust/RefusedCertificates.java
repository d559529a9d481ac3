package dk.borgermaaling.gateway.edge.trust;

import dk.borgermaaling.gateway.edge.Thumbprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operator's emergency brake: certificates that are refused whatever their authority says, out
 * of one file that can change while the gateway runs. A line has a SHA-256 thumbprint, in either
 * case and with or without colons; what follows a {@code #} is a comment.
 */
public final class RefusedCertificates {
  private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");
  private final @Nullable Reloading<Refused> file;

  private RefusedCertificates(@Nullable Reloading<Refused> file) {
    this.file = file;
  }

  public static RefusedCertificates none() {
    return new RefusedCertificates(null);
  }

  /**
   * Reads the file; {@link #look()} reads it again.
   *
   * @throws IllegalStateException when the file cannot be used
   */
  public static RefusedCertificates read(Path file, Alarms alarms) {
    return new RefusedCertificates(
        new Reloading<>(
            "the refused certificates",
            List.of(file),
            contents -> parse(contents.of(file)),
            alarms));
  }

  /**
   * Looks whether the file has changed. What cannot be used raises an alarm and changes nothing: a
   * slip of the pen lets nobody in again.
   */
  public void look() {
    if (file != null) {
      file.look();
    }
  }

  boolean contain(X509Certificate certificate) {
    return file != null && file.current().thumbprints.contains(Thumbprint.of(certificate));
  }

  private static Refused parse(byte[] bytes) throws Unusable {
    Set<Thumbprint> thumbprints = new HashSet<>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      String told = line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT).replace(":", "");
      if (THUMBPRINT.matcher(told).matches()) {
        thumbprints.add(new Thumbprint(told));
      } else if (!told.isEmpty()) {
        throw new Unusable("line " + number + " is no SHA-256 thumbprint");
      }
    }
    return new Refused(Set.copyOf(thumbprints));
  }

  private record Refused(Set<Thumbprint> thumbprints) {
    @Override
    public String toString() {
      return thumbprints.isEmpty()
          ? "none"
          : thumbprints.stream()
              .map(one -> one.sha256().substring(0, 8))
              .sorted()
              .collect(Collectors.joining(", "));
    }
  }
}
