package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text of a cell, which may be in several runs; readings for other scripts are left out. */
final class CellText {
  private CellText() {}

  /** Reads from the start of {@code element} to its end: the text of its {@code t} elements. */
  static String read(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int inText = 0;
    int inReading = 0;
    while (true) {
      int event = PartXml.next(xml);
      if (event == XMLStreamReader.START_ELEMENT) {
        inText += xml.getLocalName().equals("t") ? 1 : 0;
        inReading += xml.getLocalName().equals("rPh") ? 1 : 0;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        if (xml.getLocalName().equals(element)) {
          return text.toString();
        }
        inText -= xml.getLocalName().equals("t") ? 1 : 0;
        inReading -= xml.getLocalName().equals("rPh") ? 1 : 0;
      } else if (xml.hasText() && inText > 0 && inReading == 0) {
        append(text, xml.getText());
      }
    }
  }

  /** Reads from the start of {@code element} to its end: all its text. */
  static String plain(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = PartXml.next(xml);
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
        return text.toString();
      }
      if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
        append(text, xml.getText());
      }
    }
  }

  private static void append(StringBuilder text, String more) {
    if (text.length() + more.length() > ListLimits.LONGEST_CELL) {
      throw new Unreadable(Reason.CELL_TOO_LONG);
    }
    text.append(more);
  }
}
