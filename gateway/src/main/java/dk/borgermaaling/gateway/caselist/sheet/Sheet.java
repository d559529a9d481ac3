package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.Cell;
import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.SheetReader.Rows;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one at a time. */
final class Sheet {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_DIGITS = 30;

  /** 31 December 2199 in days from 1900. */
  private static final double LAST_DAY = 109_575;

  private final Strings strings;
  private final Styles styles;
  private final boolean since1904;
  private final ListLimits limits;

  Sheet(Strings strings, Styles styles, boolean since1904, ListLimits limits) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
    this.limits = limits;
  }

  void read(InputStream part, Rows rows) throws XMLStreamException {
    XMLStreamReader xml = PartXml.read(part);
    int before = 0;
    while (xml.hasNext()) {
      int event = PartXml.next(xml);
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
        return;
      }
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
        int number = rowNumber(PartXml.attribute(xml, "r"), before);
        before = number;
        if (!rows.row(number, cells(xml))) {
          return;
        }
      }
    }
  }

  private static int rowNumber(String told, int before) {
    int number = told.matches("[0-9]{1,7}") ? Integer.parseInt(told) : before + 1;
    if (number <= before || number > MOST_ROWS) {
      throw new Unreadable(Reason.DAMAGED);
    }
    return number;
  }

  private List<Cell> cells(XMLStreamReader xml) throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    while (true) {
      int event = PartXml.next(xml);
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
        return cells;
      }
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
        int column = column(PartXml.attribute(xml, "r"), cells.size());
        Cell cell = cell(xml);
        if (cell instanceof Cell.Nothing) {
          continue;
        }
        if (column >= limits.columns()) {
          throw new Unreadable(Reason.TOO_MANY_COLUMNS);
        }
        if (column < cells.size()) {
          throw new Unreadable(Reason.DAMAGED);
        }
        while (cells.size() < column) {
          cells.add(Cell.NOTHING);
        }
        cells.add(cell);
      }
    }
  }

  /** From 0; a cell that does not say where it stands stands behind the one before. */
  private static int column(String reference, int behind) {
    if (reference.isEmpty()) {
      return behind;
    }
    int column = 0;
    int letters = 0;
    while (letters < reference.length() && reference.charAt(letters) >= 'A') {
      char letter = reference.charAt(letters++);
      if (letter > 'Z' || letters > 3) {
        throw new Unreadable(Reason.DAMAGED);
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  private Cell cell(XMLStreamReader xml) throws XMLStreamException {
    String type = PartXml.attribute(xml, "t");
    String style = PartXml.attribute(xml, "s");
    String value = "";
    while (true) {
      int event = PartXml.next(xml);
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
        return cell(type, style, value);
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("v")) {
          value = CellText.plain(xml, "v");
        } else if (xml.getLocalName().equals("is")) {
          value = CellText.read(xml, "is");
        }
      }
    }
  }

  private Cell cell(String type, String style, String value) {
    if (value.isEmpty()) {
      return Cell.NOTHING;
    }
    return switch (type) {
      case "s" -> Cell.text(strings.text(value.strip()));
      case "str", "inlineStr" -> Cell.text(value);
      case "b" -> Cell.text(value.equals("1") ? "SAND" : "FALSK");
      case "e" -> new Cell.Broken();
      case "d" -> moment(value);
      default -> number(value.strip(), styles.isDate(style));
    };
  }

  private static Cell moment(String iso) {
    try {
      return iso.length() == 10
          ? new Cell.Moment(java.time.LocalDate.parse(iso).atStartOfDay())
          : new Cell.Moment(LocalDateTime.parse(iso));
    } catch (DateTimeParseException e) {
      return Cell.text(iso);
    }
  }

  private Cell number(String digits, boolean shownAsDate) {
    if (digits.length() > MOST_DIGITS
        || !digits.matches("-?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?")) {
      return Cell.text(digits);
    }
    BigDecimal value = new BigDecimal(digits);
    LocalDateTime date = date(value.doubleValue());
    return shownAsDate && date != null ? new Cell.Moment(date) : new Cell.Numeric(value, date);
  }

  private @Nullable LocalDateTime date(double days) {
    return days >= 1 && days <= LAST_DAY ? DateUtil.getLocalDateTime(days, since1904, true) : null;
  }
}
