package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.Refusal;
import dk.borgermaaling.gateway.edge.Thumbprint;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The systems that may call REST; nobody else may, whatever token they show. */
public final class RestCallers {
  private final Supplier<Directory> directory;
  private final Runnable look;

  /**
   * @param directory gives those in force
   * @param look finds out whether there are others
   */
  RestCallers(Supplier<Directory> directory, Runnable look) {
    this.directory = directory;
    this.look = look;
  }

  /** These, as long as the gateway runs. */
  public static RestCallers of(List<RestCaller> callers) {
    Directory fixed = new Directory(callers);
    return new RestCallers(() -> fixed, () -> {});
  }

  /**
   * Looks whether the files have changed. What cannot be used raises an alarm and changes nothing.
   */
  public void look() {
    look.run();
  }

  /** Of all callers. */
  public List<X509Certificate> certificates() {
    return directory.get().byCertificate.values().stream().map(RestCaller::certificate).toList();
  }

  /** The caller with this certificate. */
  public Optional<RestCaller> find(Thumbprint certificate) {
    return Optional.ofNullable(directory.get().byCertificate.get(certificate));
  }

  /** The caller with this certificate; one that comes another way than its own is not trusted. */
  public RestCaller require(Thumbprint certificate, WayIn wayIn) {
    return find(certificate)
        .filter(caller -> caller.wayIn() == wayIn)
        .orElseThrow(() -> Refusal.notTrusted("no caller of REST comes this way with that key"));
  }

  /** All callers at one time. */
  static final class Directory {
    private final Map<Thumbprint, RestCaller> byCertificate = new HashMap<>();

    Directory(List<RestCaller> callers) {
      for (RestCaller caller : callers) {
        if (byCertificate.put(caller.thumbprint(), caller) != null) {
          throw new IllegalArgumentException(caller.name() + " has the certificate of another");
        }
      }
    }

    /** Stands in the log when it changes. */
    @Override
    public String toString() {
      return byCertificate.entrySet().stream()
          .map(one -> one.getValue().name() + " " + one.getKey().sha256().substring(0, 8))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
