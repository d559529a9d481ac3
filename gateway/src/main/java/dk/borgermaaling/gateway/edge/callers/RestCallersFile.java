package dk.borgermaaling.gateway.edge.callers;

import dk.borgermaaling.gateway.edge.trust.Alarms;
import dk.borgermaaling.gateway.edge.trust.CertificateFile;
import dk.borgermaaling.gateway.edge.trust.FileContents;
import dk.borgermaaling.gateway.edge.trust.Reloading;
import dk.borgermaaling.gateway.edge.trust.Unusable;
import dk.borgermaaling.gateway.kernel.Cvr;
import dk.borgermaaling.gateway.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file of the callers of REST: properties {@code <name>.certificate} (path of a PEM file, from
 * the folder of this one; several certificates in it while the caller changes its key), {@code
 * <name>.way-in} ({@code access-token}, {@code jwt} or {@code signature}) and, for one that signs,
 * {@code <name>.authority.<CVR>} with its roles, spaces between them. It and the files that it
 * names may change while the gateway runs.
 */
public final class RestCallersFile {
  private final Path file;

  private RestCallersFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file; {@link RestCallers#look()} reads it again.
   *
   * @throws IllegalStateException when it cannot be used
   */
  public static RestCallers read(Path file, Alarms alarms) {
    RestCallersFile reader = new RestCallersFile(file);
    Reloading<RestCallers.Directory> directory =
        new Reloading<>("the callers of REST", reader::contents, reader::directory, alarms);
    return new RestCallers(directory::current, directory::look);
  }

  private FileContents contents() throws Unusable {
    Properties told = properties(FileContents.read(List.of(file)));
    Set<Path> all = new LinkedHashSet<>(List.of(file));
    for (String name : names(told)) {
      all.addAll(CertificateFile.files(certificates(told, name)));
    }
    return FileContents.read(List.copyOf(all));
  }

  private RestCallers.Directory directory(FileContents contents) throws Unusable {
    Properties told = properties(contents);
    List<RestCaller> callers = new ArrayList<>();
    for (String name : names(told)) {
      callers.addAll(callers(name, told, contents));
    }
    try {
      return new RestCallers.Directory(callers);
    } catch (IllegalArgumentException e) {
      throw new Unusable("two callers have one certificate", e);
    }
  }

  /** One for each certificate. */
  private List<RestCaller> callers(String name, Properties told, FileContents contents)
      throws Unusable {
    try {
      WayIn wayIn =
          WayIn.valueOf(
              told.getProperty(name + ".way-in", "")
                  .strip()
                  .toUpperCase(Locale.ROOT)
                  .replace('-', '_'));
      Map<Cvr, Set<String>> authorities = authorities(name, told);
      List<RestCaller> callers = new ArrayList<>();
      for (X509Certificate one : CertificateFile.parse(certificates(told, name), contents)) {
        callers.add(new RestCaller(name, one, wayIn, authorities));
      }
      return callers;
    } catch (IllegalArgumentException | ProblemException e) {
      throw new Unusable("what it says of " + name + " is not as docs/operation.md has it", e);
    }
  }

  private static Map<Cvr, Set<String>> authorities(String name, Properties told) {
    Map<Cvr, Set<String>> authorities = new HashMap<>();
    String prefix = name + ".authority.";
    for (String key : told.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        authorities.put(
            new Cvr(key.substring(prefix.length())),
            Arrays.stream(told.getProperty(key).strip().split("\\s+")).collect(Collectors.toSet()));
      }
    }
    return authorities;
  }

  private Path certificates(Properties told, String name) {
    return file.resolveSibling(told.getProperty(name + ".certificate", "").strip());
  }

  private static Set<String> names(Properties told) {
    TreeSet<String> names = new TreeSet<>();
    told.stringPropertyNames().forEach(name -> names.add(name.split("\\.", 2)[0]));
    return names;
  }

  private Properties properties(FileContents contents) throws Unusable {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            new ByteArrayInputStream(contents.of(file)), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new Unusable(file.getFileName() + " is no file of properties", e);
    }
    return properties;
  }
}
