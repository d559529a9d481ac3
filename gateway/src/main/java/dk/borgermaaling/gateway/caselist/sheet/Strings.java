package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.ListLimits;
import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells name by number: the one part that is held as a whole. */
record Strings(List<String> texts) {
  static final Strings NONE = new Strings(List.of());

  /** Characters of all texts: what a list of the most rows would use many times over. */
  private static final int MOST_CHARACTERS = 24_000_000;

  static Strings read(InputStream part, ListLimits limits) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    // A text without a character takes memory too.
    long mostTexts = (long) limits.rows() * 20;
    long characters = 0;
    XMLStreamReader xml = PartXml.read(part);
    while (xml.hasNext()) {
      if (PartXml.next(xml) == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
        String text = CellText.read(xml, "si");
        characters += text.length();
        if (characters > MOST_CHARACTERS || texts.size() >= mostTexts) {
          throw new Unreadable(Reason.TOO_MANY_UNPACKED);
        }
        texts.add(text);
      }
    }
    return new Strings(texts);
  }

  String text(String index) {
    int number = index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : Integer.MAX_VALUE;
    if (number >= texts.size()) {
      throw new Unreadable(Reason.DAMAGED);
    }
    return texts.get(number);
  }
}
