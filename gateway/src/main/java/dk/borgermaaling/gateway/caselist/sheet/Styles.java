package dk.borgermaaling.gateway.caselist.sheet;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which styles of cells show a number as a date. */
record Styles(BitSet dates) {
  static final Styles NONE = new Styles(new BitSet());

  /** As many as Excel itself allows. */
  private static final int MOST_STYLES = 65_490;

  static Styles read(InputStream part) throws XMLStreamException {
    Map<Integer, String> formats = new HashMap<>();
    BitSet dates = new BitSet();
    boolean ofCells = false;
    int style = 0;
    XMLStreamReader xml = PartXml.read(part);
    while (xml.hasNext()) {
      int event = PartXml.next(xml);
      if (event == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("numFmt") && formats.size() < MOST_STYLES) {
          formats.put(
              number(PartXml.attribute(xml, "numFmtId")), PartXml.attribute(xml, "formatCode"));
        } else if (name.equals("cellXfs")) {
          ofCells = true;
        } else if (name.equals("xf") && ofCells && style < MOST_STYLES) {
          dates.set(style++, isDate(number(PartXml.attribute(xml, "numFmtId")), formats));
        }
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        ofCells = false;
      }
    }
    return new Styles(dates);
  }

  boolean isDate(String style) {
    return !style.isEmpty() && dates.get(number(style));
  }

  private static boolean isDate(int format, Map<Integer, String> formats) {
    String code = formats.getOrDefault(format, builtin(format));
    return DateUtil.isADateFormat(format, code == null ? "" : code);
  }

  private static @Nullable String builtin(int format) {
    return BuiltinFormats.getBuiltinFormat(format);
  }

  private static int number(String digits) {
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
  }
}
