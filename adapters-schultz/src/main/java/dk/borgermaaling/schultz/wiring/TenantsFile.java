package dk.borgermaaling.schultz.wiring;

import dk.borgermaaling.gateway.kernel.MunicipalityCode;
import dk.borgermaaling.schultz.Tenant;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file of tenants: properties {@code <tenant>.municipality} and {@code
 * <tenant>.certificate-sha256}, the latter one or more thumbprints with commas between them, with
 * or without colons, or {@code none} for a tenant that delivers files alone.
 */
final class TenantsFile {
  private static final String FILES_ALONE = "none";

  private TenantsFile() {}

  static List<Tenant> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("gateway.schultz.tenants-file cannot be read", e);
    }
    TreeSet<String> names = new TreeSet<>();
    properties.stringPropertyNames().forEach(name -> names.add(name.split("\\.", 2)[0]));
    return names.stream().map(name -> tenant(name, properties)).toList();
  }

  private static Tenant tenant(String name, Properties properties) {
    String told = properties.getProperty(name + ".certificate-sha256", "").strip();
    Set<String> thumbprints =
        Arrays.stream(told.equals(FILES_ALONE) ? new String[0] : told.split(","))
            .map(text -> text.replace(":", "").strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toSet());
    if (thumbprints.isEmpty() && !told.equals(FILES_ALONE)) {
      throw new IllegalArgumentException(
          "gateway.schultz.tenants-file needs a SHA-256 thumbprint of tenant " + name);
    }
    return new Tenant(
        name,
        new MunicipalityCode(properties.getProperty(name + ".municipality", "").strip()),
        thumbprints);
  }
}
