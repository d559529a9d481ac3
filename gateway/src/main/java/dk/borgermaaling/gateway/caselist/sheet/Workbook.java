package dk.borgermaaling.gateway.caselist.sheet;

import dk.borgermaaling.gateway.caselist.Unreadable;
import dk.borgermaaling.gateway.caselist.Unreadable.Reason;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook says of its sheets.
 *
 * @param since1904 whether its days are counted from 1904, as workbooks from old Macs are
 * @param relation of the first visible sheet; absent when there is none
 */
record Workbook(boolean since1904, @Nullable String relation) {
  private static final int MOST_RELATIONS = 1_000;

  static Workbook read(InputStream part) throws XMLStreamException {
    XMLStreamReader xml = PartXml.read(part);
    boolean since1904 = false;
    String relation = null;
    while (xml.hasNext()) {
      if (PartXml.next(xml) != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("workbookPr")) {
        String told = PartXml.attribute(xml, "date1904");
        since1904 = told.equals("1") || told.equals("true") || told.equals("on");
      } else if (xml.getLocalName().equals("sheet")
          && relation == null
          && !PartXml.attribute(xml, "state")
              .toLowerCase(java.util.Locale.ROOT)
              .contains("hidden")) {
        relation = relationId(xml);
      }
    }
    return new Workbook(since1904, relation);
  }

  /** In the namespace of relationships, of which there are two. */
  private static @Nullable String relationId(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals("id")
          && namespace != null
          && namespace.endsWith("/relationships")) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Targets of relations by their ids, as names of parts. */
  static Map<String, String> relations(InputStream part) throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    XMLStreamReader xml = PartXml.read(part);
    while (xml.hasNext()) {
      if (PartXml.next(xml) == XMLStreamReader.START_ELEMENT
          && xml.getLocalName().equals("Relationship")
          && !PartXml.attribute(xml, "TargetMode").equals("External")
          && targets.size() < MOST_RELATIONS) {
        String target = PartXml.attribute(xml, "Target");
        targets.put(
            PartXml.attribute(xml, "Id"),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
    return targets;
  }

  String sheetPart(Map<String, String> relations) {
    if (relation == null) {
      throw new Unreadable(Reason.EMPTY);
    }
    return relations.getOrDefault(relation, "xl/worksheets/sheet1.xml");
  }
}
