package dk.borgermaaling.liberty.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the packaged server has written to its log, rolled-over files too. */
final class ServerLog {
  private static final String INCIDENT = "incident ";
  private static final int ID_LENGTH = 36;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private final Path folder;

  ServerLog(Wire wire) {
    folder = Objects.requireNonNull(wire.system().liberty().messages().getParent());
  }

  /** The lines of these incidents, when each has one; what there is after ten seconds otherwise. */
  List<String> linesOf(Collection<String> incidents) {
    Set<String> wanted = new HashSet<>(incidents);
    long end = System.nanoTime() + LONGEST.toNanos();
    List<String> found = read(wanted);
    while (found.size() < wanted.size() && System.nanoTime() < end) {
      pause();
      found = read(wanted);
    }
    return found;
  }

  private List<String> read(Set<String> wanted) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("messages.*\\.log"))
          .flatMap(ServerLog::lines)
          .filter(line -> wanted.contains(incidentOf(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String incidentOf(String line) {
    int at = line.indexOf(INCIDENT);
    int from = at + INCIDENT.length();
    return at < 0 || line.length() < from + ID_LENGTH ? "" : line.substring(from, from + ID_LENGTH);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
