package dk.borgermaaling.kmd.wiring;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.kmd.rest.MomentumConnection;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The file of connections: properties {@code <municipality code>.<name>}, UTF-8, with the names
 * {@code base-url, token-url, client-id, client-secret, api-key, resource} and, optional, {@code
 * extra-ca} (a PEM file) and {@code page-size}. It holds secrets, so no message of this class has a
 * value of it.
 */
final class ConnectionsFile {
  private static final List<String> NAMES =
      List.of(
          "base-url",
          "token-url",
          "client-id",
          "client-secret",
          "api-key",
          "resource",
          "extra-ca",
          "page-size");

  private ConnectionsFile() {}

  static List<MomentumConnection> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("gateway.kmd.connections-file cannot be read", e);
    }
    noOthers(properties);
    TreeSet<MunicipalityCode> codes = new TreeSet<>();
    properties
        .stringPropertyNames()
        .forEach(name -> codes.add(new MunicipalityCode(name.split("\\.", 2)[0])));
    return codes.stream().map(code -> connection(code, properties)).toList();
  }

  private static MomentumConnection connection(MunicipalityCode code, Properties properties) {
    return new MomentumConnection(
        code,
        url(properties, code, "base-url"),
        url(properties, code, "token-url"),
        required(properties, code, "client-id"),
        required(properties, code, "client-secret"),
        required(properties, code, "api-key"),
        required(properties, code, "resource"),
        extraCa(properties, code),
        pageSize(properties, code));
  }

  /** A misspelt name would otherwise be a setting that is silently not there. */
  private static void noOthers(Properties properties) {
    properties.stringPropertyNames().stream()
        .map(name -> name.split("\\.", 2))
        .filter(parts -> parts.length < 2 || !NAMES.contains(parts[1]))
        .findFirst()
        .ifPresent(
            parts -> {
              throw new IllegalArgumentException(
                  "gateway.kmd.connections-file has a name for "
                      + parts[0]
                      + " that is none of "
                      + NAMES);
            });
  }

  private static @Nullable Path extraCa(Properties properties, MunicipalityCode code) {
    String value = properties.getProperty(code + ".extra-ca", "").strip();
    if (value.isEmpty()) {
      return null;
    }
    Path file = Path.of(value);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "gateway.kmd.connections-file: " + code + ".extra-ca is no file that can be read");
    }
    return file;
  }

  private static @Nullable Integer pageSize(Properties properties, MunicipalityCode code) {
    String value = properties.getProperty(code + ".page-size", "").strip();
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException(
          "gateway.kmd.connections-file: " + code + ".page-size must be 1 to 1000");
    }
    return Integer.valueOf(value);
  }

  private static URI url(Properties properties, MunicipalityCode code, String name) {
    try {
      return new URI(required(properties, code, name).replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      // Without the cause: its text has the value.
      throw new IllegalArgumentException(
          "gateway.kmd.connections-file: " + code + "." + name + " is no address");
    }
  }

  private static String required(Properties properties, MunicipalityCode code, String name) {
    String value = properties.getProperty(code + "." + name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "gateway.kmd.connections-file has no " + code + "." + name);
    }
    return value;
  }
}
