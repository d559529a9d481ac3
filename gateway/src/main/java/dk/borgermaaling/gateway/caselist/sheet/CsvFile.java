package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.Cell;
import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.SheetReader.Rows;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Separated text (RFC 4180 and what Excel makes of it): the separator is what a first line {@code
 * sep=;} says, else the one of semicolon, comma and tab that the first line has most of outside
 * quotes.
 */
final class CsvFile {
  private static final Pattern SAYS_SEPARATOR =
      Pattern.compile("\"?sep=(.)\"?(\r\n|\n|\r|$)", Pattern.CASE_INSENSITIVE);
  private static final char[] SEPARATORS = {';', ',', '\t'};

  private final ListLimits limits;

  CsvFile(ListLimits limits) {
    this.limits = limits;
  }

  void read(byte[] file, Rows rows) {
    String text = CsvText.decode(file);
    int first = 1;
    char separator;
    Matcher told = SAYS_SEPARATOR.matcher(text);
    if (told.lookingAt()) {
      separator = told.group(1).charAt(0);
      text = text.substring(told.end());
      first = 2;
    } else {
      separator = separator(text);
    }
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setLenientEof(false)
            .get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      for (CSVRecord record : parser) {
        if (!rows.row((int) record.getRecordNumber() + first - 1, cells(record))) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new Unreadable(Reason.DAMAGED);
    }
  }

  private List<Cell> cells(CSVRecord record) {
    if (record.size() > limits.columns() * 2) {
      throw new Unreadable(Reason.TOO_MANY_COLUMNS);
    }
    List<Cell> cells = new ArrayList<>(record.size());
    for (String value : record) {
      if (value.length() > ListLimits.LONGEST_CELL) {
        throw new Unreadable(Reason.CELL_TOO_LONG);
      }
      cells.add(Cell.text(unwrapped(value)));
    }
    return cells;
  }

  /** {@code ="0101801234"}, by which a maker of CSV keeps Excel from eating the zero. */
  private static String unwrapped(String value) {
    return value.startsWith("=\"") && value.endsWith("\"") && value.length() > 2
        ? value.substring(2, value.length() - 1)
        : value;
  }

  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (counts[0] + counts[1] + counts[2] > 0) {
          break;
        }
      } else if (!quoted) {
        for (int s = 0; s < SEPARATORS.length; s++) {
          counts[s] += c == SEPARATORS[s] ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }
}
