package dk.borgermaaling.gateway.edge.wiring;

import dk.borgermaaling.gateway.edge.callers.RestCaller;
import dk.borgermaaling.gateway.edge.callers.WayIn;
import dk.borgermaaling.gateway.kernel.Cvr;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file of the callers of REST: properties {@code <name>.certificate} (path of a PEM file, from
 * the folder of this one), {@code <name>.way-in} ({@code access-token}, {@code jwt} or {@code
 * signature}) and, for one that signs, {@code <name>.authority.<CVR>} with its roles, spaces
 * between them.
 */
final class RestCallersFile {
  private RestCallersFile() {}

  static List<RestCaller> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("gateway.rest.callers-file cannot be read", e);
    }
    TreeSet<String> names = new TreeSet<>();
    properties.stringPropertyNames().forEach(name -> names.add(name.split("\\.", 2)[0]));
    return names.stream().map(name -> caller(name, properties, file)).toList();
  }

  private static RestCaller caller(String name, Properties properties, Path file) {
    String path = properties.getProperty(name + ".certificate", "").strip();
    String wayIn = properties.getProperty(name + ".way-in", "").strip();
    Map<Cvr, Set<String>> authorities = new HashMap<>();
    String prefix = name + ".authority.";
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        authorities.put(
            new Cvr(key.substring(prefix.length())),
            Arrays.stream(properties.getProperty(key).strip().split("\\s+"))
                .collect(Collectors.toSet()));
      }
    }
    return new RestCaller(
        name,
        certificate(name, file.resolveSibling(path)),
        WayIn.valueOf(wayIn.toUpperCase(Locale.ROOT).replace('-', '_')),
        authorities);
  }

  private static X509Certificate certificate(String name, Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the certificate of " + name + " cannot be read", e);
    } catch (CertificateException e) {
      throw new IllegalStateException("the certificate of " + name + " is none", e);
    }
  }
}
