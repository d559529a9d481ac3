package dk.borgermaaling.schultz.wiring;

import dk.borgermaaling.schultz.FasitTargetGroups.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The file of target groups, UTF-8: the line {@code
 * tenant;fasitId;codeSystem;code;validFrom;validTo}, then one line a row; validTo is exclusive and
 * may be empty. Empty lines and lines that start with # are left out.
 */
final class TargetGroupsFile {
  static final String HEADER = "tenant;fasitId;codeSystem;code;validFrom;validTo";
  private static final int COLUMNS = 6;

  private TargetGroupsFile() {}

  /** Rows by tenant. */
  static Map<String, List<Row>> read(Path file) {
    List<String> lines;
    try {
      lines =
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("gateway.schultz.target-groups-file cannot be read", e);
    }
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(
          "gateway.schultz.target-groups-file must begin with " + HEADER);
    }
    Map<String, List<Row>> rows = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(";", -1));
      if (cells.size() != COLUMNS) {
        throw new IllegalArgumentException(
            "gateway.schultz.target-groups-file has a line without six columns");
      }
      rows.computeIfAbsent(cells.get(0), any -> new ArrayList<>()).add(row(cells));
    }
    return rows;
  }

  private static Row row(List<String> cells) {
    String validTo = cells.get(5);
    return new Row(
        UUID.fromString(cells.get(1)),
        cells.get(2),
        cells.get(3),
        LocalDate.parse(cells.get(4)),
        validTo.isEmpty() ? null : LocalDate.parse(validTo));
  }
}
