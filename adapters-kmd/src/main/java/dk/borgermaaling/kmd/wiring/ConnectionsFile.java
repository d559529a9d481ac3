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

/**
 * The file of connections: properties {@code <municipality code>.<name>}, UTF-8, with the names
 * {@code base-url, token-url, client-id, client-secret, api-key, resource}. It holds secrets, so no
 * message of this class has a value of it.
 */
final class ConnectionsFile {
  private ConnectionsFile() {}

  static List<MomentumConnection> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("gateway.kmd.connections-file cannot be read", e);
    }
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
        required(properties, code, "resource"));
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
