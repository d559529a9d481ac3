package dk.borgermaaling.liberty.threats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules, as their sources declare them. */
final class TestSources {
  private static final Pattern ID =
      Pattern.compile("(?<type>\\w+)#(?<method>\\w+)(\\[(?<row>.+)])?");
  private static final Pattern RUN =
      Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|FuzzTest|ArchTest)\\b");

  private final List<Source> sources = new ArrayList<>();

  private record Source(String type, String text) {}

  TestSources(Path project) {
    try (Stream<Path> modules = Files.list(project)) {
      modules.map(module -> module.resolve("src/test/java")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString();
        sources.add(new Source(name.replace(".java", ""), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a test's id: it must name one test, and one row if it names any. */
  Optional<String> faultOf(String id) {
    Matcher named = ID.matcher(id);
    if (!named.matches()) {
      return Optional.of(id + " is no Class#method");
    }
    List<Source> found =
        sources.stream()
            .filter(source -> source.type().equals(named.group("type")))
            .filter(source -> declares(source.text(), named.group("method")))
            .toList();
    if (found.size() != 1) {
      return Optional.of(id + " is declared " + found.size() + " times");
    }
    String row = named.group("row");
    boolean known =
        row == null || sources.stream().anyMatch(source -> source.text().contains('"' + row));
    return known ? Optional.empty() : Optional.of(id + " has no such row");
  }

  /**
   * As a test that is run: between it and the line before that is empty stands what makes it one.
   */
  private static boolean declares(String text, String method) {
    Matcher declared = Pattern.compile(" " + Pattern.quote(method) + "(\\(| =)").matcher(text);
    while (declared.find()) {
      String before =
          text.substring(text.lastIndexOf("\n\n", declared.start()) + 1, declared.start());
      if (RUN.matcher(before).find() && !before.contains("@Disabled")) {
        return true;
      }
    }
    return false;
  }
}
